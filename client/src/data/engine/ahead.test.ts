import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DeviceId, DossierId } from '@onestop/shared/kernel/ids.ts';
import { ok } from '@onestop/shared/kernel/result.ts';
import type { PreparedRequest, Transport, TransportError } from '@onestop/shared/ports.ts';
import type { SyncAnswer, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { acceptBatch } from '@onestop/shared/sync/accept-batch.ts';
import { genesisLink } from '@onestop/shared/sync/chain.ts';
import { at, communeId, eventOf, reference, staff } from '../../../../tests/support/builders.ts';
import { enrolDesk, leaseFor, newDisk, openTab, receipt, type TestDesk } from '../db/test-desk.ts';
import type { BegunTurns } from './ahead.ts';
import { exchangeOnce } from './exchange-once.ts';
import type { BatchSize } from './turn.ts';

type Answer = (request: SyncRequest) => SyncAnswer | TransportError;

const device = 'bd-1' as DeviceId;
const lineTurns = 2_000;
let desk: TestDesk;
let begun: BegunTurns;
let partlyThere: boolean;
/** The other end, as it is at the moment. */
let line: Answer;
/** What happened, in order: `prepare 1-4`, `send 1-4`, `answer 1-4` (or `pull <position>`). */
let story: string[];

beforeEach(async () => {
  desk = await openTab(newDisk(new IDBFactory(), IDBKeyRange), { now: at('23/11/2026 09:00') });
  await enrolDesk(desk, device, communeId, reference, [leaseFor('000.01.38.H05')]);
  begun = {};
  story = [];
  partlyThere = false;
});
afterEach(() => desk.close());

const nameOf = ({ events, cursors }: SyncRequest): string =>
  events.length > 0 ? `${events[0]?.seq}-${events.at(-1)?.seq}` : `pull ${cursors[0]?.position ?? 0}`;

/**
 * The line takes its time, so that whatever can be done meanwhile is done: counted in turns of the event loop, of which the device's own work (its database
 * here knows no other clock) needs some dozens, however busy the machine is.
 */
async function slowLine(): Promise<void> {
  for (let turns = lineTurns; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
}

const transport: Transport = {
  prepare: async (request) => {
    story.push(`prepare ${nameOf(request)}`);
    const send = async (): ReturnType<PreparedRequest['send']> => {
      story.push(`send ${nameOf(request)}`);
      await slowLine();
      story.push(`answer ${nameOf(request)}`);
      const given = line(request);
      return 'code' in given ? { ok: false, error: given } : ok({ answer: given, bytesUp: 100, bytesDown: 100 });
    };
    return { send, isPartlyThere: () => partlyThere };
  },
};

async function turn(answer: Answer, size: Partial<BatchSize> = {}): ReturnType<typeof exchangeOnce> {
  line = answer;
  return exchangeOnce(
    { platform: desk.platform, log: desk.log, facts: () => ({}), transport },
    { eventsMax: 4, charsMax: 1e7, answerEventsMax: 4, likelyNext: { eventsMax: 4, answerEventsMax: 4 }, ...size },
    begun,
  );
}

async function write(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const dossier = `d0ss1er${String(desk.log.index.size()).padStart(5, '0')}` as DossierId;
    const { type, version, data } = eventOf('DossierDrafted', { seq: 1 });
    const written = await desk.log.appendMany([{ dossier, type, version, at: at('23/11/2026 09:00'), actor: staff.commune.id, data }]);
    expect(written.ok).toBe(true);
  }
}

/** A server that takes what the chain allows, and nothing else. */
function honestServer(): Answer {
  let head = { seq: 0, link: genesisLink(device) };
  return (request) => {
    const decision = acceptBatch(head, request);
    if (decision.kind !== 'ACCEPT') throw new Error(decision.kind);
    head = { ...decision.head };
    return receipt(request, { headSeq: head.seq, headLink: head.link });
  };
}

function page(position: number, more: boolean, seqs: readonly number[]): Partial<SyncAnswer> {
  const events = seqs.map((seq) => ({
    ...eventOf('DossierDrafted', { device: 'bd-2', seq }),
    dossier: `f0re1gn${String(seq).padStart(5, '0')}` as DossierId,
  }));
  return { more, pages: [{ office: communeId, events, cursor: { office: communeId, position, check: position }, reset: false }] };
}

describe('sending', () => {
  it('[E37] the next batch is made ready while this one travels; every event goes once, in a chain the server accepts', async () => {
    await write(10);
    const server = honestServer();
    for (let i = 0; i < 3; i++) expect(await turn(server)).toMatchObject({ ok: true, value: { sent: [4, 4, 2][i] } });
    expect(story).toEqual([
      'prepare 1-4',
      'send 1-4',
      'prepare 5-8',
      'answer 1-4',
      'send 5-8',
      'prepare 9-10',
      'answer 5-8',
      'send 9-10',
      'answer 9-10',
    ]);
    expect(desk.log.state.get()).toMatchObject({ acked: { seq: 10 }, pendingChars: 0 });
    expect(begun.next).toBeUndefined();
  });

  it('[E37] a batch made ready tells the centre what waits behind it', async () => {
    await write(10);
    const reports: SyncRequest['report'][] = [];
    const server = honestServer();
    const listening: Answer = (request) => {
      reports.push(request.report);
      return server(request);
    };
    for (let i = 0; i < 3; i++) await turn(listening);
    expect(reports.map((report) => report.pendingEvents)).toEqual([6, 2, 0]);
    expect(must(reports[1], 'a second').pendingBytes).toBeLessThan(must(reports[0], 'a first').pendingBytes);
    expect(must(reports[2], 'a third').pendingBytes).toBe(0);
  });

  it.each([
    ['an act meanwhile', 1, {}, 'prepare 5-8'],
    ['a smaller batch is wanted', 0, { eventsMax: 2 }, 'prepare 5-6'],
  ] as const)('[E38] %s: what was made ready is dropped and made anew', async (_name, acts, size, prepared) => {
    await write(10);
    const server = honestServer();
    await turn(server);
    await write(acts);
    story = [];
    const { head } = desk.log.state.get();
    let lastSeq: number | undefined;
    await turn((request) => {
      lastSeq = request.lastSeq;
      return server(request);
    }, size);
    expect(story[0]).toBe(prepared);
    expect(lastSeq).toBe(head?.seq);
  });

  it('[E38] an answer that brings more than a receipt changes what the next request must say', async () => {
    await write(10);
    const server = honestServer();
    await turn((request) => ({ ...(server(request) as SyncAnswer), ...page(3, false, [1, 2]) }));
    expect(begun.next).toBeUndefined();
    expect(await turn(server)).toMatchObject({ ok: true, value: { sent: 4 } });
  });

  it('[E38] after a failure nothing is left over, and nothing is lost', async () => {
    await write(10);
    const server = honestServer();
    expect(await turn(() => ({ code: 'network/unreachable' }))).toMatchObject({ ok: false });
    expect(begun.next).toBeUndefined();
    for (let i = 0; i < 3; i++) await turn(server);
    expect(desk.log.state.get()).toMatchObject({ acked: { seq: 10 } });
  });
});

describe('a line that broke', () => {
  const noLine: Answer = () => ({ code: 'network/unreachable' });
  const ask = { eventsMax: 0, likelyNext: { eventsMax: 0, answerEventsMax: 0 } };

  it('[E40] the very same batch goes on where the server keeps a part of it, also where a smaller one is wanted now', async () => {
    await write(10);
    const server = honestServer();
    await turn(noLine);
    story = [];
    await turn(server, ask);
    partlyThere = true;
    expect(await turn(server, { eventsMax: 2 })).toMatchObject({ ok: true, value: { sent: 4, applied: { acknowledged: 4 } } });
    expect(story.filter((line) => line.startsWith('prepare 1'))).toEqual([]);
    expect(begun.broken).toBeUndefined();
  });

  it('[E40] the same batch also goes on where others wrote meanwhile, but not where it would say something that is no longer true', async () => {
    await write(10);
    const server = honestServer();
    await turn(noLine);
    await turn((request) => ({ ...(server(request) as SyncAnswer), ...page(3, false, [1]) }), ask);
    expect(begun.broken).toBeDefined();
    await turn((request) => ({ ...(server(request) as SyncAnswer), leases: [leaseFor('000.01.38.H05', 500)] }), ask);
    expect(begun.broken).toBeUndefined();
  });

  it('[E40] where it keeps nothing, the next batch is made anew', async () => {
    await write(10);
    const server = honestServer();
    await turn(noLine);
    await turn(server, ask);
    expect(await turn(server, { eventsMax: 2 })).toMatchObject({ ok: true, value: { sent: 2 } });
    expect(begun.broken).toBeUndefined();
  });

  it('[E40] where the batch had arrived after all, it is not sent again', async () => {
    await write(10);
    const server = honestServer();
    await turn((request) => {
      server(request);
      return { code: 'network/unreachable' };
    });
    expect(await turn((request) => server(request), ask)).toMatchObject({ ok: true, value: { applied: { acknowledged: 4 } } });
    partlyThere = true;
    expect(await turn(server)).toMatchObject({ ok: true, value: { sent: 4, applied: { acknowledged: 4, pending: 2 } } });
  });
});

describe('receiving', () => {
  const feed: Answer = (request) => {
    const from = request.cursors[0]?.position ?? 0;
    return receipt(request, from >= 6 ? {} : page(from + 2, from < 4, [from + 1, from + 2]));
  };

  it('[E39] the next page is asked for before this one is written, each page once', async () => {
    for (const last of ['send pull 2', 'send pull 4', 'answer pull 4']) {
      expect(await turn(feed)).toMatchObject({ ok: true, value: { applied: { received: 2 } } });
      expect(story.at(-1)).toBe(last);
    }
    expect(story).toEqual([
      'prepare pull 0',
      'send pull 0',
      'answer pull 0',
      'prepare pull 2',
      'send pull 2',
      'answer pull 2',
      'prepare pull 4',
      'send pull 4',
      'answer pull 4',
    ]);
    expect(desk.log.index.size()).toBe(6);
    expect(desk.log.state.get().cursors).toEqual([{ office: communeId, position: 6, check: 6 }]);
  });

  it('[E39] an act meanwhile waits for the page that is under way, and is sent with the next request', async () => {
    await turn(feed);
    await write(1);
    expect(await turn(feed)).toMatchObject({ ok: true, value: { sent: 0, applied: { received: 2, pending: 1 } } });
    story = [];
    expect(await turn(feed)).toMatchObject({ ok: true, value: { sent: 0 } });
    expect(await turn(feed)).toMatchObject({ ok: true, value: { sent: 1, applied: { pending: 0 } } });
  });

  it('[E39] where the page that was asked for fails, the turn fails, and the next one asks again from where the device stands', async () => {
    await turn(feed);
    // Asked for already: its answer is what the line then gives.
    expect(begun.next?.sent).toBeDefined();
    begun.next = {
      ...must(begun.next, 'a page is under way'),
      sent: Promise.resolve({ arrived: { ok: false, error: { code: 'network/unreachable' } }, sentAt: 0, receivedAt: 0 }),
    };
    expect(await turn(feed)).toEqual({ ok: false, error: { code: 'network/unreachable' } });
    for (let i = 0; i < 2; i++) expect(await turn(feed)).toMatchObject({ ok: true, value: { applied: { received: 2 } } });
    expect(desk.log.index.size()).toBe(6);
  });

  it('[E39] a page that was asked for from elsewhere than where the device stands is not taken', async () => {
    await turn(feed);
    const next = must(begun.next, 'a page is under way');
    begun.next = { ...next, request: { ...next.request, cursors: [{ office: communeId, position: 99, check: 99 }] } };
    expect(await turn(feed)).toMatchObject({ ok: true, value: { applied: { received: 2 } } });
    expect(desk.log.state.get().cursors).toMatchObject([{ position: 4 }]);
  });
});
