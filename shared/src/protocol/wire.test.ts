import * as fc from 'fast-check';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { EventEnvelope } from '../dossier/envelope.ts';
import { ByteWriter } from './columns/byte-writer.ts';
import { limits } from './limits.ts';
import type { SyncAnswer, SyncRequest } from './messages.ts';
import { type Compressor, fflateCompressor, pack, unpack } from './pack.ts';
import { negotiateProtocol } from './version.ts';
import {
  decodeEvents,
  decodeSyncAnswer,
  decodeSyncRequest,
  encodeEvents,
  encodeSyncAnswer,
  encodeSyncRequest,
  peekProtocol,
} from './wire.ts';

const deviceName = fc.stringMatching(/^[a-z0-9-]{1,32}$/);
const officeName = fc.oneof(fc.stringMatching(/^0\d{4}$/), fc.stringMatching(/^[A-Za-z0-9._-]{1,32}$/));
const link = fc.uint8Array({ minLength: 32, maxLength: 32 });
const instant = fc.integer({ min: 1_400_000_000_000, max: 1_900_000_000_000 });
const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const data = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), json, { maxKeys: 6, noNullPrototype: true });
const dossier = fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{12}$/);

/** Events of a few devices and dossiers, so that causes are sometimes in the list and sometimes not. */
const loose = fc.record({
  device: fc.constantFrom('bd-1', 'bd-2', 'lt-1'),
  seq: fc.integer({ min: 1, max: 2 ** 40 }),
  dossier: fc.oneof(dossier, fc.constantFrom('d0ss1er00001', 'd0ss1er00002')),
  after: fc.array(fc.record({ device: fc.constantFrom('bd-1', 'bd-2'), seq: fc.integer({ min: 1, max: 50 }) }), { maxLength: 3 }),
  type: fc.constantFrom('DossierAccepted', 'DossierForwarded', 'SomethingNew'),
  version: fc.integer({ min: 1, max: 3 }),
  at: instant,
  clockOffsetMs: fc.integer({ min: -1e7, max: 1e7 }),
  actor: fc.stringMatching(/^[A-Za-z0-9._-]{1,32}$/),
  office: officeName,
  data,
});
const looseEvents = fc
  .array(fc.tuple(loose, fc.boolean()), { maxLength: 40 })
  .map((events) => events.map(([event, stated]) => (stated ? { ...event, stated: true } : event)) as unknown as EventEnvelope[]);

function inOrder(events: readonly EventEnvelope[], device: string, acked: number): EventEnvelope[] {
  return events.map((event, i) => {
    const own = { ...event, device: device as EventEnvelope['device'], seq: acked + 1 + i };
    const before = events.slice(0, i).findLastIndex((other) => other.dossier === event.dossier);
    return i % 2 === 0 && before >= 0 ? { ...own, after: [{ device: own.device, seq: acked + 1 + before }] } : own;
  });
}

const cursor = fc.record({ office: officeName, position: fc.nat(), check: fc.nat(0x7fffffff) });
const report = fc.record(
  {
    appVersion: fc.constantFrom('0.1.0', '12.4.1-rc'),
    pendingEvents: fc.nat(),
    pendingBytes: fc.nat(),
    oldestPendingAt: instant,
    storageUsedBytes: fc.oneof(
      fc.nat(),
      fc.nat(9000).map((mebi) => mebi * 1_048_576),
    ),
    storageQuotaBytes: fc.oneof(fc.maxSafeNat(), fc.constant(0)),
    persisted: fc.boolean(),
    problems: fc.array(
      fc.record({
        code: fc.constantFrom('network/unreachable', 'wire/busy'),
        count: fc.integer({ min: 1 }),
        firstAt: instant,
        lastAt: instant,
      }),
      { maxLength: 5 },
    ),
    clock: instant,
  },
  { requiredKeys: ['appVersion', 'pendingEvents', 'pendingBytes', 'clock'], noNullPrototype: true },
);

const referenceCursor = fc.record({ version: fc.integer({ min: 1, max: 1e9 }), check: fc.nat() });
const partKey = fc.constantFrom('settings', 'calendar', 'calendar/2026', 'staff/09529-lan', 'staff/LT.minh', 'logos/1', 'procedures/a-b@2');

const request = fc
  .record({
    device: deviceName,
    ackedSeq: fc.nat(),
    linkBefore: link,
    linkAfter: link,
    events: looseEvents,
    cursors: fc.array(cursor, { maxLength: 4 }),
    reference: referenceCursor,
    numbersFree: fc.array(fc.record({ agencyId: fc.constantFrom('000.12.38.H05', 'H05.12.3', '000.NN.38.H05'), free: fc.nat() }), {
      maxLength: 3,
    }),
    answerEventsMax: fc.nat(),
    report,
    behind: fc.nat(5),
  })
  .map(({ behind, events, linkAfter, ...rest }) => {
    const own = inOrder(events, rest.device, rest.ackedSeq);
    return {
      protocol: 1,
      ...rest,
      lastSeq: rest.ackedSeq + own.length + behind,
      events: own,
      linkAfter: own.length > 0 ? linkAfter : rest.linkBefore,
    } as unknown as SyncRequest;
  });

const answer = fc
  .record(
    {
      outcome: fc.oneof(
        fc.constantFrom({ kind: 'OK' }, { kind: 'RESEND' }),
        fc.record({
          kind: fc.constant('FORKED'),
          device: deviceName,
          token: fc.base64String({ minLength: 1 }),
          bookNumber: fc.nat(99),
          keepSeq: fc.nat(9999),
        }),
      ),
      serverTime: instant,
      headSeq: fc.nat(),
      headLink: link,
      more: fc.boolean(),
      refused: fc.array(
        fc.record(
          {
            seq: fc.integer({ min: 1, max: 1e9 }),
            kind: fc.constantFrom('REFUSED', 'QUARANTINED'),
            code: fc.constantFrom('event/malformed', 'event/of-tomorrow'),
            detail: fc.string({ maxLength: 50 }),
          },
          { requiredKeys: ['seq', 'kind', 'code'], noNullPrototype: true },
        ),
        { maxLength: 9 },
      ),
      pages: fc.array(fc.record({ office: officeName, cursor, reset: fc.boolean(), events: looseEvents }), { maxLength: 3 }),
      reference: fc.record(
        {
          cursor: referenceCursor,
          reset: fc.boolean(),
          parts: fc
            .uniqueArray(fc.record({ key: partKey, value: json }), { maxLength: 5, selector: (one) => one.key })
            .map((parts) => parts.sort((a, b) => (a.key < b.key ? -1 : 1))),
          removed: fc.array(partKey, { maxLength: 3 }),
          deviceName: fc.string({ maxLength: 20 }),
        },
        { requiredKeys: ['cursor', 'reset', 'parts', 'removed'], noNullPrototype: true },
      ),
      leases: fc.array(
        fc.record({
          agencyId: fc.constant('000.12.38.H05'),
          kind: fc.constantFrom('RANGE', 'OVERFLOW'),
          from: fc.nat(),
          to: fc.nat(),
          digits: fc.constantFrom(4, 7),
          validFrom: fc.constant('1900-01-01'),
        }),
        { maxLength: 3 },
      ),
      freshness: fc.array(
        fc.record(
          {
            office: officeName,
            devices: fc.nat(9),
            slowest: fc.record(
              { name: fc.string({ maxLength: 80 }), lastExchangeAt: instant, pendingEvents: fc.nat(), oldestPendingAt: instant },
              { requiredKeys: ['name'], noNullPrototype: true },
            ),
            pendingEvents: fc.nat(),
            newestEventAt: instant,
            lost: fc.array(fc.record({ name: fc.string({ maxLength: 80 }), at: instant }), { maxLength: 3 }),
          },
          { requiredKeys: ['office', 'devices', 'pendingEvents'], noNullPrototype: true },
        ),
        { maxLength: 12 },
      ),
    },
    { requiredKeys: ['outcome', 'serverTime', 'headSeq', 'headLink', 'more', 'refused', 'pages', 'reference'], noNullPrototype: true },
  )
  .map((one) => ({ protocol: 1, ...one }) as unknown as SyncAnswer);

describe('the wire', () => {
  test('[S3] any request comes back equal', () => {
    fc.assert(
      fc.property(request, (one) => {
        expect(decodeSyncRequest(encodeSyncRequest(one))).toEqual({ ok: true, value: one });
      }),
      { numRuns: 150 },
    );
  });

  test('[S3] any answer comes back equal', () => {
    fc.assert(
      fc.property(answer, (one) => {
        expect(decodeSyncAnswer(encodeSyncAnswer(one))).toEqual({ ok: true, value: one });
      }),
      { numRuns: 150 },
    );
  });

  test('[S4] events of unknown types with any data come back equal', () => {
    fc.assert(
      fc.property(looseEvents, (events) => {
        expect(decodeEvents(encodeEvents(events))).toEqual({ ok: true, value: events });
      }),
      { numRuns: 150 },
    );
  });

  test('[S5] random, cut and flipped bytes never throw', () => {
    const decoders = [decodeSyncRequest, decodeSyncAnswer, decodeEvents];
    const tryAll = (bytes: Uint8Array): void => {
      for (const decode of decoders) {
        const result = decode(bytes);
        expect(result.ok || result.error.code.startsWith('wire/')).toBe(true);
      }
      expect(typeof unpack(bytes).ok).toBe('boolean');
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        tryAll(noise);
        tryAll(Uint8Array.from([1, ...noise]));
        tryAll(Uint8Array.from([1, 0, ...noise]));
      }),
      { numRuns: 1500 },
    );
    const damage = fc.tuple(
      fc.oneof(
        request.map(encodeSyncRequest),
        answer.map(encodeSyncAnswer),
        looseEvents.map((events) => encodeEvents(events)),
      ),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      fc.nat(),
    );
    fc.assert(
      fc.property(damage, ([whole, flips, cut]) => {
        const bytes = whole.slice();
        for (const [at, bits] of flips) bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ bits;
        tryAll(bytes);
        tryAll(whole.slice(0, cut % whole.length));
        const packed = pack(whole);
        for (const [at, bits] of flips) packed[at % packed.length] = (packed[at % packed.length] as number) ^ bits;
        const unpacked = unpack(packed);
        if (unpacked.ok) tryAll(unpacked.value);
      }),
      { numRuns: 400 },
    );
  });

  test('[S6] a small body that would fill the memory is too large', () => {
    const big = fc.sample(
      looseEvents.filter((events) => events.length > 0),
      { numRuns: 1, seed: 4 },
    )[0]?.[0] as EventEnvelope;
    const text = 'x'.repeat(60_000);
    const events = Array.from({ length: limits.listEventsMax }, (_, i) => ({ ...big, seq: i + 1, data: { text } }));
    const bytes = encodeEvents(events);
    expect(bytes.length).toBeLessThan(200_000);
    expect(decodeEvents(bytes)).toMatchObject({ ok: false, error: { code: 'wire/too-large' } });
    const bomb = new ByteWriter();
    bomb.byte(2);
    bomb.uint(1_000_000_000);
    bomb.bytes(deflateRawSync(new Uint8Array(1_000_000)));
    expect(unpack(bomb.toBytes())).toMatchObject({ ok: false, error: { code: 'wire/too-large' } });
    const liar = new ByteWriter();
    liar.byte(2);
    liar.uint(10);
    liar.bytes(deflateRawSync(new Uint8Array(1_000_000)));
    expect(unpack(liar.toBytes())).toMatchObject({ ok: false, error: { code: 'wire/malformed' } });
  });

  test('[S7] events of others, with gaps, or beyond lastSeq do not decode', () => {
    const good = fc.sample(
      request.filter((one) => one.events.length >= 3),
      { numRuns: 1, seed: 1 },
    )[0] as SyncRequest;
    const [first, second, ...others] = good.events as [EventEnvelope, EventEnvelope, ...EventEnvelope[]];
    const wrong: SyncRequest[] = [
      { ...good, events: [{ ...first, device: 'other' as never }, second, ...others] },
      { ...good, events: [second, first, ...others] },
      { ...good, events: [second, ...others] },
      { ...good, events: [{ ...first, dossier: 'not an id' as never }, second, ...others] },
      { ...good, events: [{ ...first, data: [1] as never }, second, ...others] },
      { ...good, lastSeq: good.ackedSeq + 1 },
      { ...good, device: 'Ä' as never },
    ];
    for (const one of wrong)
      expect(decodeSyncRequest(encodeSyncRequest(one))).toMatchObject({ ok: false, error: { code: 'wire/malformed' } });
    const many = Array.from({ length: limits.pushBatchEventsMax + 1 }, (_, i) => ({ ...first, seq: good.ackedSeq + 1 + i }));
    const over = { ...good, events: many, lastSeq: good.ackedSeq + many.length };
    expect(decodeSyncRequest(encodeSyncRequest(over))).toMatchObject({ ok: false, error: { code: 'wire/too-large' } });
  });

  test('[S8] versions below and above are named before anything else is read', () => {
    expect(decodeSyncRequest(Uint8Array.of(0, 9, 9))).toMatchObject({ ok: false, error: { code: 'wire/protocol-too-old', protocol: 0 } });
    expect(decodeSyncAnswer(Uint8Array.of(2, 9, 9))).toMatchObject({ ok: false, error: { code: 'wire/protocol-too-new', protocol: 2 } });
    expect(peekProtocol(encodeEvents([]))).toBe(1);
    expect(negotiateProtocol(3, { min: 3, max: 4 })).toEqual({ ok: true, value: 3 });
    expect(negotiateProtocol(2, { min: 3, max: 4 })).toMatchObject({ ok: false, error: { code: 'wire/protocol-too-old' } });
  });
});

const nodeCompressor: Compressor = {
  deflate: (bytes, dictionary) => deflateRawSync(bytes, dictionary ? { level: 6, dictionary } : { level: 6 }),
  inflate: (bytes, size, dictionary) =>
    inflateRawSync(bytes, dictionary ? { maxOutputLength: size, dictionary } : { maxOutputLength: size }),
};

test('[S11] what one compressor packed the other unpacks', () => {
  const texts = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .tuple(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 2000 }))
      .map(([part, times]) => Buffer.concat(Array.from({ length: times }, () => part))),
    request.map(encodeSyncRequest),
  );
  fc.assert(
    fc.property(texts, (bytes) => {
      for (const one of [fflateCompressor, nodeCompressor]) {
        const packed = pack(bytes, one);
        expect(packed.length).toBeLessThanOrEqual(bytes.length + 1);
        for (const other of [fflateCompressor, nodeCompressor]) {
          const back = unpack(packed, other);
          expect(back.ok && Buffer.from(back.value).equals(Buffer.from(bytes))).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(unpack(new Uint8Array(0))).toMatchObject({ ok: false });
  expect(unpack(Uint8Array.of(9, 1, 2))).toMatchObject({ ok: false, error: { code: 'wire/malformed' } });
  expect(unpack(Uint8Array.of(1, 200))).toMatchObject({ ok: false, error: { code: 'wire/malformed' } });
});
