import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId, DossierId, OfficeId, StaffId } from '../kernel/ids.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import { type KnownHead, acceptBatch } from './accept-batch.ts';
import { genesisLink, linkAfterAll } from './chain.ts';

const device = 'bd-1' as DeviceId;

function logOf(length: number, flavour = 'a'): EventEnvelope[] {
  return Array.from({ length }, (_, i) => ({
    device,
    seq: i + 1,
    dossier: 'd0ss1er00001' as DossierId,
    after: [],
    type: 'DossierViewed',
    version: 1,
    at: 1_795_400_000_000 + i,
    clockOffsetMs: 0,
    actor: 'lan' as StaffId,
    office: '09529' as OfficeId,
    data: { what: flavour },
  }));
}

function headOf(log: readonly EventEnvelope[], seq: number): KnownHead {
  return { seq, link: linkAfterAll(genesisLink(device), log.slice(0, seq)) };
}

/** What an honest device sends: events after `acked`, `count` of them. */
function requestOf(log: readonly EventEnvelope[], acked: number, count: number) {
  const linkBefore = headOf(log, acked).link;
  const events = log.slice(acked, acked + count);
  return { ackedSeq: acked, lastSeq: log.length, linkBefore, linkAfter: linkAfterAll(linkBefore, events), events };
}

describe('accepting a batch', () => {
  const log = logOf(10);

  test('[S20] a batch right after the head is appended', () => {
    const decision = acceptBatch(headOf(log, 4), requestOf(log, 4, 3));
    expect(decision).toEqual({ kind: 'ACCEPT', events: log.slice(4, 7), skipped: 0, head: headOf(log, 7) });
  });

  test('[S20] an idle request at the head changes nothing', () => {
    expect(acceptBatch(headOf(log, 10), requestOf(log, 10, 0))).toEqual({ kind: 'ACCEPT', events: [], skipped: 0, head: headOf(log, 10) });
  });

  test('[S21] a batch that came before is skipped, wholly or in part', () => {
    expect(acceptBatch(headOf(log, 7), requestOf(log, 4, 3))).toMatchObject({ kind: 'ACCEPT', events: [], skipped: 3, head: { seq: 7 } });
    expect(acceptBatch(headOf(log, 7), requestOf(log, 4, 6))).toMatchObject({
      kind: 'ACCEPT',
      events: log.slice(7),
      skipped: 3,
      head: headOf(log, 10),
    });
    expect(acceptBatch(headOf(log, 7), requestOf(log, 4, 1))).toMatchObject({ kind: 'ACCEPT', events: [], skipped: 1, head: { seq: 7 } });
    expect(acceptBatch(headOf(log, 7), requestOf(log, 4, 0))).toMatchObject({ kind: 'ACCEPT', events: [], skipped: 0, head: { seq: 7 } });
  });

  test('[S22] a device ahead of a restored server is asked to send again', () => {
    expect(acceptBatch(headOf(log, 3), requestOf(log, 5, 5))).toEqual({ kind: 'RESEND' });
    expect(acceptBatch(headOf(log, 3), requestOf(log, 5, 0))).toEqual({ kind: 'RESEND' });
  });

  test('[S23] another history is a fork: at the head, inside the batch, idle', () => {
    const other = [...log.slice(0, 3), ...logOf(10, 'b').slice(3)];
    expect(acceptBatch(headOf(log, 5), requestOf(other, 5, 2))).toEqual({ kind: 'FORKED', reason: 'LINK' });
    expect(acceptBatch(headOf(log, 5), requestOf(other, 2, 6))).toEqual({ kind: 'FORKED', reason: 'LINK' });
    expect(acceptBatch(headOf(log, 5), requestOf(other, 5, 0))).toEqual({ kind: 'FORKED', reason: 'LINK' });
    expect(acceptBatch(headOf(log, 3), requestOf(other, 3, 2))).toMatchObject({ kind: 'ACCEPT' });
  });

  test('[S23] a device that lost what it had sent has forked', () => {
    const restored = log.slice(0, 4);
    expect(acceptBatch(headOf(log, 7), requestOf(restored, 4, 0))).toEqual({ kind: 'FORKED', reason: 'SHORTER' });
    expect(acceptBatch(headOf(log, 7), requestOf(restored, 2, 2))).toEqual({ kind: 'FORKED', reason: 'SHORTER' });
  });

  test('[S24] links that contradict the events, or events without a canonical form, are malformed', () => {
    const request = requestOf(log, 4, 3);
    expect(acceptBatch(headOf(log, 4), { ...request, linkAfter: genesisLink(device) })).toMatchObject({ kind: 'MALFORMED' });
    const half = { ...(request.events[0] as EventEnvelope), data: { part: 0.5 } };
    expect(acceptBatch(headOf(log, 4), { ...request, events: [half, ...request.events.slice(1)] })).toMatchObject({ kind: 'MALFORMED' });
  });

  test('[S25] whatever arrives, doubled, overlapping or late, the stored log is a prefix of the device’s', () => {
    const batches = fc.array(fc.tuple(fc.nat(30), fc.nat(12)), { maxLength: 30 });
    fc.assert(
      fc.property(batches, (asked) => {
        const own = logOf(30);
        const stored: EventEnvelope[] = [];
        for (const [acked, count] of asked) {
          const decision = acceptBatch(headOf(stored, stored.length), requestOf(own, acked, count));
          // Who asks from beyond what is stored is asked to send again; everybody else is heard.
          expect(decision.kind).toBe(acked > stored.length ? 'RESEND' : 'ACCEPT');
          const accepted = decision.kind === 'ACCEPT' ? decision : { events: [], head: headOf(stored, stored.length) };
          stored.push(...accepted.events);
          expect(accepted.head).toEqual(headOf(own, stored.length));
          expect(stored).toEqual(own.slice(0, stored.length));
        }
      }),
      { numRuns: 60 },
    );
  });
});
