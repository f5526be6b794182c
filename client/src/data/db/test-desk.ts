/** For tests: one tab of an enrolled desk on a fake IndexedDB, with reference data and leases taken in through a hand-made answer. */
import type { DeviceId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import { ok, type Result } from '@onestop/shared/kernel/result.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import type { SyncAnswer, SyncRequest } from '@onestop/shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '@onestop/shared/protocol/version.ts';
import { cutReference } from '@onestop/shared/reference/parts.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { type Client, type ClientOptions, createClient } from '../compose.ts';
import { createTestTabs, memoryStorage, testPlatform, type TestPlatform, type TestTabs } from '../../ports/test-platform.ts';
import { exchangeOnce } from '../engine/exchange-once.ts';
import type { Turn, TurnError } from '../engine/turn.ts';

export interface TestDisk {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
  readonly tabs: TestTabs;
  readonly localStorage: ReturnType<typeof memoryStorage>;
}

export interface TestDesk extends Client {
  readonly platform: TestPlatform;
  /** One exchange with a made-up server. */
  readonly exchange: (answer: (request: SyncRequest) => SyncAnswer) => Promise<Result<Turn, TurnError>>;
}

export function newDisk(indexedDB: IDBFactory, keyRange: typeof IDBKeyRange): TestDisk {
  return { indexedDB, IDBKeyRange: keyRange, tabs: createTestTabs(), localStorage: memoryStorage() };
}

export interface TestTime {
  now: number;
}

export async function openTab(
  disk: TestDisk,
  time: TestTime,
  changes: Partial<TestPlatform> = {},
  { signedIn = true, ...options }: ClientOptions & { readonly signedIn?: boolean } = {},
): Promise<TestDesk> {
  const platform = testPlatform({
    ...disk,
    clock: { now: () => time.now },
    fetch: () => Promise.reject(new TypeError('no network')),
    // Timers never fire: nothing happens behind the test's back.
    timers: { set: () => undefined, clear: () => undefined },
    ...changes,
  });
  const client = await createClient(platform, { startSync: false, ...options });
  if (!client.ok) throw new Error(client.error.code);
  if (signedIn) await client.value.openRows();
  const { log } = client.value;
  const exchange: TestDesk['exchange'] = (answer) =>
    exchangeOnce(
      {
        platform,
        log,
        facts: () => ({}),
        transport: {
          prepare: async (request) => ({
            send: async () => ok({ answer: answer(request), bytesUp: 500, bytesDown: 500 }),
            isPartlyThere: () => false,
          }),
        },
      },
      { eventsMax: 1_000, charsMax: 10_000_000, answerEventsMax: 1_000 },
    );
  return { ...client.value, platform, exchange };
}

/** Accepts what was sent and has nothing new. */
export function receipt(request: SyncRequest, changes: Partial<SyncAnswer> = {}): SyncAnswer {
  return {
    protocol: PROTOCOL_VERSION,
    outcome: { kind: 'OK' },
    serverTime: request.report.clock,
    headSeq: request.ackedSeq + request.events.length,
    headLink: request.linkAfter,
    refused: [],
    pages: [],
    more: false,
    ...changes,
  };
}

export function leaseFor(agencyId: string, from = 1): Lease {
  return { agencyId, kind: 'RANGE', from, to: from + 99, digits: 4, validFrom: '1900-01-01' as Lease['validFrom'] };
}

export async function enrolDesk(
  desk: TestDesk,
  device: string,
  office: OfficeId,
  reference: ReferenceData,
  leases: readonly Lease[],
): Promise<void> {
  const { keys: making } = desk.platform;
  const server = (await making.publicKeys(await making.generate())).encryption;
  const keys = { own: await making.generate(), server };
  const enrolled = await desk.log.enrol({ device: device as DeviceId, token: 'token', office, name: device, bookNumber: 1 }, keys, 0);
  if (!enrolled.ok) throw new Error(enrolled.error.code);
  const taken = await desk.exchange((request) =>
    receipt(request, {
      leases,
      reference: {
        cursor: { version: 1, check: 1 },
        reset: true,
        parts: [...cutReference(reference)].map(([key, value]) => ({ key, value })),
        removed: [],
      },
    }),
  );
  if (!taken.ok) throw new Error(taken.error.code);
  while (desk.services.reference.get() === undefined || desk.services.office.get() === undefined)
    await new Promise((resolve) => setTimeout(resolve, 1));
}
