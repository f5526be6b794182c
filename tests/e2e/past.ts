/**
 * What lies at a desk from weeks before: a device that is no longer used did it, through the product's own commands, and sent it through the real exchange. For acts
 * that only an old dossier allows.
 */
import { issueEnrolCode } from '@onestop/sync-server/auth/enrolment.ts';
import { systemRandom } from '@onestop/sync-server/auth/secrets.ts';
import { systemClock } from '@onestop/sync-server/compose.ts';
import { parseConfig } from '@onestop/sync-server/config.ts';
import { openStore } from '@onestop/sync-server/db/open-store.ts';
import { createReferenceCache } from '@onestop/sync-server/log/reference-cache.ts';
import type { CommandInput, CommandName } from '@onestop/shared/dossier/commands/index.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { dossierIdFromBytes } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { leaseFromLongAgo, longAgo } from '../bench/server-data.ts';
import { communeNameByCode, randomIntake } from '../support/people.ts';
import { seededRandom } from '../support/random.ts';
import { type Growing, createSeededDesk, stateOf } from '../support/seeded-desk.ts';
import { addWorkingMinutes } from '../support/seeded-stories.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { enrol } from '../support/test-device.ts';

type PastName = 'unsupplemented' | 'uncollected' | 'posted' | 'postLost' | 'returned';
export interface PastDossier {
  readonly name: PastName;
  readonly code: string;
}

/** An act, and how many working minutes after the acceptance it was done. */
type Step = { readonly [C in CommandName]: readonly [C, CommandInput<C>, number] }[CommandName];

export interface Past {
  readonly dossiers: readonly PastDossier[];
  /** What happened at the office so far, as the server tells a device of it. */
  readonly typesAtOffice: () => Promise<ReadonlySet<string>>;
}

const procedureCode = '1.010833';
const day = 8 * 60;

/** The way of each old dossier, after it was handed to the specialist. */
const ways: { readonly [N in PastName]: readonly Step[] } = {
  unsupplemented: [
    [
      'requestSupplement',
      { reason: 'Giấy tờ nộp chưa hợp lệ', class: 'PAPERS_WRONG', missing: [{ component: 0, name: 'Giấy tờ nộp lại' }] },
      60,
    ],
  ],
  uncollected: [['finish', { result: { outcome: 'GRANTED' } }, day]],
  posted: [
    ['finish', { result: { outcome: 'GRANTED' } }, day],
    ['returnByPost', { receiver: 'Nguyễn Thị Xa', bill: 'EE100000001VN' }, 2 * day],
  ],
  postLost: [
    ['finish', { result: { outcome: 'GRANTED' } }, day],
    ['returnByPost', { receiver: 'Nguyễn Thị Lạc', bill: 'EE100000002VN' }, 2 * day],
  ],
  returned: [
    ['finish', { result: { outcome: 'GRANTED' } }, day],
    ['returnResult', { receiver: 'Nguyễn Thị Cũ', receiverIsOwner: true, proof: 'RECEIPT' }, 2 * day],
  ],
};

/** The old dossiers of an office of this server, which runs; their acceptance lies six weeks back. */
export async function bringPast(server: ServerProcess, officeName: string): Promise<Past> {
  const config = parseConfig({ DATA_DIR: server.dataDir });
  if (!config.ok) throw new Error('the configuration of the test');
  const store = await openStore(config.value, () => undefined);
  const { offices, data } = await createReferenceCache(store).read();
  const reference = must(data, 'the reference data');
  const office = must(
    offices.find((one) => officeName.endsWith(one.name) || one.name === officeName),
    officeName,
  );
  const { code } = await issueEnrolCode({ store, clock: systemClock, random: systemRandom }, { office: office.id, deviceName: 'Máy cũ' });
  await store.close();
  const device = await enrol((path, init) => fetch(server.origin + path, init), code);
  await device.settle();
  await leaseFromLongAgo(server.dataDir);
  const random = seededRandom(7);
  const desk = createSeededDesk(
    {
      device: device.id,
      office: device.office,
      bookNumber: device.bookNumber,
      leases: (device.leases ?? []).map((lease) => ({ ...lease, validFrom: longAgo })),
    },
    { reference, random, write: (event) => void device.write(event) },
  );
  const procedure = must(
    reference.procedures.find((one) => one.code === procedureCode),
    procedureCode,
  );
  const start: Instant = addWorkingMinutes(reference, systemClock.now() - 45 * 86_400_000, 30);
  const accepted = (name: PastName, at: Instant): Growing => {
    for (let visitor = 0; visitor < 50; visitor++) {
      const intake = randomIntake(random.next, [procedure], { commune: office.id in communeNameByCode ? office.id : undefined });
      const dossier: Growing = { id: dossierIdFromBytes(random.bytes(12)), home: desk, events: [] };
      if (desk.act(dossier, 'accept', { intake }, at) === undefined) return dossier;
    }
    throw new Error(`Nobody could be served: ${name}`);
  };
  const names = Object.keys(ways) as PastName[];
  const growing = names.map((name, i) => ({ name, at: start + i * 60_000, dossier: accepted(name, start + i * 60_000) }));
  const forward: Step = ['forward', { to: { kind: 'STAFF', staff: desk.specialist().id } }, 30];
  const steps = growing.flatMap(({ name, at, dossier }) =>
    [forward, ...ways[name]].map((step) => ({ at: addWorkingMinutes(reference, at, step[2]), dossier, step })),
  );
  // One log is in the order of time.
  for (const { at, dossier, step } of steps.toSorted((a, b) => a.at - b.at)) {
    // Name and input come from one step, which the types of a union cannot say.
    const refused = desk.act(dossier, step[0] as 'finish', step[1] as CommandInput<'finish'>, at);
    if (refused !== undefined) throw new Error(`${step[0]}: ${refused}`);
  }
  await device.settle();
  return {
    dossiers: growing.map(({ name, dossier }) => ({ name, code: must(stateOf(dossier)?.code, 'an accepted dossier') })),
    typesAtOffice: async () => {
      await device.settle();
      return new Set([...device.log, ...device.pulled.values()].map((event) => event.type));
    },
  };
}
