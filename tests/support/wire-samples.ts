/** One message of each kind, seeded: what the golden files of the wire are made from and what its sizes are measured on. */
import { readFileSync } from 'node:fs';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { SyncAnswer, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { genesisLink, linkAfterAll } from '@onestop/shared/sync/chain.ts';
import { cutReference } from '@onestop/shared/reference/parts.ts';
import { eventOf, reference } from './builders.ts';
import { sampleAcceptances, sampleDesk } from './sample-dossiers.ts';

const office = '09529' as OfficeId;
const cursor = { office, position: 8_123, check: 0x5a3c9d21 };
const start = genesisLink(sampleDesk.device);

export function demoProcedures(): readonly Procedure[] {
  return JSON.parse(readFileSync(new URL('../../sync-server/src/reference/procedures.json', import.meta.url), 'utf8')) as Procedure[];
}

export function requestWith(events: readonly EventEnvelope[]): SyncRequest {
  const ackedSeq = (events[0]?.seq ?? 1_235) - 1;
  return {
    protocol: 1,
    device: sampleDesk.device,
    ackedSeq,
    lastSeq: ackedSeq + events.length,
    linkBefore: start,
    linkAfter: linkAfterAll(start, events),
    events,
    cursors: [cursor],
    reference: { version: 12, check: 123_456_789 },
    numbersFree: [
      { agencyId: '000.12.38.H05', free: 87 },
      { agencyId: '000.00.38.H05', free: 96 },
    ],
    answerEventsMax: 500,
    report: {
      appVersion: '0.1.0',
      pendingEvents: events.length,
      pendingBytes: events.length * 150,
      storageUsedBytes: 12 * 1_048_576,
      storageQuotaBytes: 30_000 * 1_048_576,
      persisted: true,
      clock: 1_795_400_000_123,
    },
  };
}

/** A device that was without a line for a while says what failed. */
function requestAfterFailures(): SyncRequest {
  const request = requestWith([]);
  const problems = [{ code: 'network/unreachable', count: 12, firstAt: 1_795_391_000_000, lastAt: 1_795_399_000_000 }];
  return { ...request, report: { ...request.report, oldestPendingAt: 1_795_390_000_000, problems } };
}

export function answerWith(events: readonly EventEnvelope[], more = false): SyncAnswer {
  return {
    protocol: 1,
    outcome: { kind: 'OK' },
    serverTime: 1_795_400_000_456,
    headSeq: 1_234,
    headLink: linkAfterAll(start, events),
    refused: [],
    pages: [{ office, events, cursor, reset: false }],
    more,
  };
}

/** A copied device is told its own identity. */
function answerForked(): SyncAnswer {
  return {
    ...answerWith([]),
    outcome: { kind: 'FORKED', device: 'bd-9f3k2a' as typeof sampleDesk.device, token: 'b3BhcXVlLXRva2Vu', bookNumber: 4, keepSeq: 310 },
    headSeq: 0,
  };
}

/** The words and deeds of one desk in a message each; the names are those of the golden files. */
export function goldenMessages(): Readonly<Record<string, SyncRequest | SyncAnswer>> {
  const acceptances = sampleAcceptances(60, demoProcedures(), 5);
  const own = (seq: number) => ({ device: sampleDesk.device, seq, after: [{ device: sampleDesk.device, seq: seq - 1 }] });
  const acts = [
    eventOf('DossierAccepted', { device: sampleDesk.device, seq: 1 }),
    eventOf('DossierForwarded', own(2)),
    eventOf('DossierFinished', own(3)),
    eventOf('ResultReturned', own(4)),
  ];
  const odd = { odd: [null, -15, 'a\ud800', { '': [] }], none: {} };
  const dreamt = { ...eventOf('DossierViewed', own(5)), type: 'DossierDreamt', version: 7, data: odd };
  return {
    'request-idle': requestWith([]),
    'request-after-failures': requestAfterFailures(),
    'request-one-acceptance': requestWith(acceptances.slice(0, 1)),
    'request-one-dossier': requestWith(acts),
    'request-of-tomorrow': requestWith([dreamt]),
    'request-batch': requestWith(acceptances),
    'answer-idle': answerWith([]),
    'answer-page': answerWith(
      [...acceptances.slice(0, 40), ...acts.map((event) => ({ ...event, device: 'bd-2' as typeof event.device }))],
      true,
    ),
    'answer-everything': {
      ...answerWith(acts),
      outcome: { kind: 'RESEND' },
      refused: [
        { seq: 3, kind: 'REFUSED', code: 'numbers/not-leased', detail: '000.12.38.H05-261123-0101' },
        { seq: 4, kind: 'QUARANTINED', code: 'event/unknown-type' },
      ],
      pages: [
        { office, events: [], cursor, reset: true },
        { office: 'LT' as OfficeId, events: acts, cursor: { ...cursor, office: 'LT' as OfficeId }, reset: false },
      ],
      reference: {
        cursor: { version: 5, check: 987_654_321 },
        reset: false,
        parts: [...cutReference({ settings: reference.settings, offices: reference.offices })].map(([key, value]) => ({ key, value })),
        removed: ['calendar/2015'],
        deviceName: 'Máy tính quầy 2',
      },
      leases: [
        { agencyId: '000.12.38.H05', kind: 'RANGE', from: 101, to: 200, digits: 4, validFrom: '1900-01-01' as PlainDate },
        {
          agencyId: '000.12.38.H05',
          kind: 'OVERFLOW',
          from: 9_007_000,
          to: 9_007_999,
          digits: 7,
          validFrom: '1900-01-01' as PlainDate,
          retiredOn: '2026-11-20' as PlainDate,
        },
      ],
      freshness: [
        {
          office,
          devices: 3,
          slowest: { name: 'Máy quầy 2', lastExchangeAt: 1_795_300_000_000, pendingEvents: 12, oldestPendingAt: 1_795_290_000_000 },
          pendingEvents: 12,
          newestEventAt: 1_795_399_000_000,
        },
        { office: '09532' as OfficeId, devices: 0, pendingEvents: 0, lost: [{ name: 'Máy tính bảng', at: 1_795_380_000_000 }] },
      ],
    },
    'answer-forked': answerForked(),
  };
}

/** Bytes as marked text, so that a message can be written and compared as JSON. */
export function messageToJson(message: SyncRequest | SyncAnswer): unknown {
  return JSON.parse(
    JSON.stringify(message, (_, value: unknown) => (value instanceof Uint8Array ? `hex:${Buffer.from(value).toString('hex')}` : value)),
  );
}
