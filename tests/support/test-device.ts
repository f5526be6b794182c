/**
 * A device without a browser: a key pair, a log in memory and the real messages, against any `fetch` (in process or over a socket). It has no machine of its own,
 * so a test decides what is sent, lost and sent again.
 */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { writeEvent } from '@onestop/shared/dossier/write-event.ts';
import { eventKey, type DeviceId, type EventRef, type OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Enrolment, FeedCursor, SyncAnswer, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { pack, unpack } from '@onestop/shared/protocol/pack.ts';
import { PROTOCOL_VERSION } from '@onestop/shared/protocol/version.ts';
import { decodeSyncAnswer, encodeSyncRequest } from '@onestop/shared/protocol/wire.ts';
import { genesisLink, linkAfterAll } from '@onestop/shared/sync/chain.ts';
import { zlibCompressor } from '@onestop/sync-server/log/zlib-compressor.ts';

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

export interface ExchangeOutcome {
  readonly status: number;
  readonly answer: SyncAnswer | undefined;
  /** Of a refused request. */
  readonly error: string | undefined;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

export class TestDevice {
  readonly fetch: Fetch;
  readonly keys: CryptoKeyPair;
  id: DeviceId;
  token: string;
  readonly office: OfficeId;
  bookNumber: number;
  readonly log: EventEnvelope[] = [];
  readonly pulled = new Map<string, EventEnvelope>();
  ackedSeq = 0;
  cursors: readonly FeedCursor[] = [];
  reference: SyncRequest['reference'];
  readonly parts = new Map<string, unknown>();
  numbersFree: SyncRequest['numbersFree'] = [];
  leases: SyncAnswer['leases'];

  constructor(fetch: Fetch, keys: CryptoKeyPair, enrolment: Omit<Enrolment, 'serverKey'>) {
    this.fetch = fetch;
    this.keys = keys;
    this.id = enrolment.device;
    this.token = enrolment.token;
    this.office = enrolment.office;
    this.bookNumber = enrolment.bookNumber;
  }

  /** Writes an event into the log: the next sequence number, this device, this office. */
  write(event: Omit<EventEnvelope, 'device' | 'seq' | 'office'>): EventRef {
    const seq = this.log.length + 1;
    this.log.push({ ...event, device: this.id, seq, office: this.office });
    return { device: this.id, seq };
  }

  /** The same with data as a command gives them. */
  writeWhole(event: Omit<EventEnvelope, 'device' | 'seq' | 'office'>): EventRef {
    const seq = this.log.length + 1;
    this.log.push(writeEvent({ ...event, device: this.id, seq, office: this.office }));
    return { device: this.id, seq };
  }

  request(changes: Partial<SyncRequest> = {}, batch = 2_000): SyncRequest {
    const events = this.log.slice(this.ackedSeq, this.ackedSeq + batch);
    const linkBefore = linkAfterAll(genesisLink(this.id), this.log.slice(0, this.ackedSeq));
    return {
      protocol: PROTOCOL_VERSION,
      device: this.id,
      ackedSeq: this.ackedSeq,
      lastSeq: this.log.length,
      linkBefore,
      linkAfter: linkAfterAll(linkBefore, events),
      events,
      cursors: this.cursors,
      reference: this.reference,
      numbersFree: this.numbersFree,
      answerEventsMax: 5_000,
      report: { appVersion: 'test', pendingEvents: this.log.length - this.ackedSeq, pendingBytes: 0, clock: Date.now() },
      ...changes,
    };
  }

  async send(request: SyncRequest): Promise<ExchangeOutcome> {
    return this.sendBytes(pack(encodeSyncRequest(request), zlibCompressor));
  }

  async sendBytes(body: Uint8Array, headers: Record<string, string> = {}): Promise<ExchangeOutcome> {
    const answer = await this.fetch('/api/sync', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/vnd.motcua.sync',
        Authorization: `Bearer ${this.token}`,
        'X-Proof': await this.sign(body),
        ...headers,
      },
      body: body as Uint8Array<ArrayBuffer>,
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const sizes = { bytesUp: body.length, bytesDown: bytes.length };
    if (answer.status !== 200) {
      const text = new TextDecoder().decode(bytes);
      return { ...sizes, status: answer.status, answer: undefined, error: (JSON.parse(text) as { readonly error?: string }).error };
    }
    const unpacked = unpack(bytes, zlibCompressor);
    const decoded = unpacked.ok ? decodeSyncAnswer(unpacked.value) : unpacked;
    if (!decoded.ok) throw new Error(`The server's answer cannot be read: ${decoded.error.code}`);
    return { ...sizes, status: 200, answer: decoded.value, error: undefined };
  }

  /** What a device does with an answer that arrived. */
  take(answer: SyncAnswer): void {
    this.ackedSeq = answer.headSeq;
    for (const page of answer.pages) {
      for (const event of page.events) this.pulled.set(eventKey(event), event);
      this.cursors = [...this.cursors.filter((each) => each.office !== page.office), page.cursor];
    }
    if (answer.reference !== undefined) {
      this.reference = answer.reference.cursor;
      if (answer.reference.reset) this.parts.clear();
      for (const { key, value } of answer.reference.parts) this.parts.set(key, value);
      for (const key of answer.reference.removed) this.parts.delete(key);
    }
    if (answer.leases !== undefined) {
      this.leases = answer.leases;
      const agencies = new Set(answer.leases.map((lease) => lease.agencyId));
      this.numbersFree = [...agencies].map((agencyId) => ({ agencyId, free: 100 }));
    }
  }

  /** Exchanges until nothing is left to send or to fetch. */
  async settle(batch = 2_000): Promise<SyncAnswer> {
    for (;;) {
      const { answer, error } = await this.send(this.request({}, batch));
      if (answer === undefined) throw new Error(`Exchange refused: ${error}`);
      if (answer.outcome.kind !== 'OK') return answer;
      this.take(answer);
      if (!answer.more && this.ackedSeq === this.log.length) return answer;
    }
  }

  async sign(body: Uint8Array): Promise<string> {
    const proof = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, this.keys.privateKey, body as Uint8Array<ArrayBuffer>);
    return Buffer.from(proof).toString('base64url');
  }
}

export async function newDeviceKeys(): Promise<{
  readonly keys: CryptoKeyPair;
  readonly publicKey: string;
  readonly encryptionKey: string;
}> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const sealing = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const spki = async ({ publicKey }: CryptoKeyPair): Promise<string> =>
    Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64url');
  return { keys, publicKey: await spki(keys), encryptionKey: await spki(sealing) };
}

export async function enrol(fetch: Fetch, code: string): Promise<TestDevice> {
  const { keys, ...publicKeys } = await newDeviceKeys();
  const answer = await postJson(fetch, '/api/enrol', { code, ...publicKeys, appVersion: 'test' });
  if (answer.status !== 200) throw new Error(`Enrolment refused: ${answer.status} ${await answer.text()}`);
  return new TestDevice(fetch, keys, (await answer.json()) as Enrolment);
}

export function postJson(fetch: Fetch, path: string, body: unknown, token?: string, method = 'POST'): Promise<Response> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  };
  return fetch(path, { method, headers, body: JSON.stringify(body) });
}
