/**
 * Fills an empty database with the demo district: reference data, verifiers for the demo PIN, enrolment codes for a few devices. Never runs in
 * production and never over existing data.
 */
import { issueEnrolCode } from '../auth/enrolment.ts';
import { makeVerifier } from '../auth/passwords.ts';
import { isEmptyDatabase } from '../auth/setup.ts';
import type { AppDeps } from '../deps.ts';
import type { Store } from '../db/store.ts';
import { putDocuments } from '../log/reference-admin.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { staffPart } from '@onestop/shared/reference/parts.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { operatorTexts } from '../texts/operator.ts';
import { demoCentreId } from './offices.ts';
import { demoReference } from './reference.ts';

export const demoPin = '2580';
const codesSetting = 'demo.codes';
/** Says for ever that the database began as a demo. */
const markSetting = 'demo.district';
const codeValidMs = 30 * 86_400_000;

export interface DemoCode {
  readonly office: OfficeId;
  readonly officeName: string;
  readonly deviceName: string;
  readonly code: string;
}

type SeedDeps = Pick<AppDeps, 'store' | 'clock' | 'random'>;

/** True where the database was empty and now holds the demo district. */
export async function seedDemo(deps: SeedDeps): Promise<boolean> {
  if (!(await isEmptyDatabase(deps.store))) return false;
  const reference = demoReference();
  const staff: Staff[] = [];
  // Each officer has a salt of their own, as in a real roster; it costs a few seconds, once.
  for (const each of reference.staff) staff.push({ ...each, verifier: await makeVerifier(demoPin, deps.random) });
  await deps.store.write(async (tx) => {
    await putDocuments(tx, { ...reference, staff }, { at: deps.clock.now() });
    await tx.putSetting(markSetting, 'yes');
  });
  const names = operatorTexts.demoDeviceNames;
  const codes: DemoCode[] = [];
  for (const office of reference.offices.filter((each) => each.syncs)) {
    const devices = office.id === demoCentreId ? [names.centre] : [names.desk, names.tablet];
    for (const deviceName of devices) {
      const { code } = await issueEnrolCode(deps, { office: office.id, deviceName, validMs: codeValidMs });
      codes.push({ office: office.id, officeName: office.name, deviceName, code });
    }
  }
  // Kept readable so that a restart can print them again: it is a demo, and each works once.
  await deps.store.write((tx) => tx.putSetting(codesSetting, JSON.stringify(codes)));
  return true;
}

/** Also one of before the mark: known by the demo's own officers. A real district may have the same name; it does not have the same people. */
export async function isDemo(store: Store): Promise<boolean> {
  for (const setting of [markSetting, codesSetting]) if ((await store.findSetting(setting)) !== undefined) return true;
  const keys = new Set((await store.referenceParts()).map(({ key }) => key));
  const officers = demoReference().staff;
  return officers.filter(({ id }) => keys.has(staffPart(id))).length > officers.length / 2;
}

/** Codes of the demo that were not used yet; undefined where the database holds no demo. */
export async function unusedDemoCodes(deps: SeedDeps, hashOf: (code: string) => string): Promise<readonly DemoCode[] | undefined> {
  const text = await deps.store.findSetting(codesSetting);
  if (text === undefined) return undefined;
  const now = deps.clock.now();
  const records = new Map((await deps.store.listEnrolCodes()).map((record) => [record.codeHash, record]));
  return (JSON.parse(text) as readonly DemoCode[]).filter((each) => {
    const record = records.get(hashOf(each.code));
    return record !== undefined && record.usedAt === undefined && record.expiresAt > now;
  });
}
