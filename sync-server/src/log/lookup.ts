/**
 * A dossier looked up by its code, for anybody: what `publicStatusOf` allows, and up to when the centre has the commune's work. A code that is unknown, voided or
 * no code at all costs the same work as a right one (`eventsNearCode`) and has the same answer.
 */
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { completeTo, slowestContact } from '@onestop/shared/judgement/freshness.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { dossierRow } from '@onestop/shared/register/row.ts';
import { type PublicStatus, publicStatusOf, typedCode } from '@onestop/shared/register/public-status.ts';
import type { AppDeps } from '../deps.ts';
import { contactOf } from './freshness.ts';

export interface PublicFile {
  readonly code: string;
  readonly status: PublicStatus;
  /** Of the catalogue, where the district allows the procedure to be named. */
  readonly procedureName?: string | undefined;
  /** Everything done in the office until then is in the answer; undefined where a device was never heard. */
  readonly completeTo?: Instant | undefined;
}

export async function lookUp(
  { store, reference, build }: Pick<AppDeps, 'store' | 'reference' | 'build'>,
  typed: string,
): Promise<PublicFile | undefined> {
  const code = typedCode(typed);
  const { data } = await reference.read();
  const state = foldDossier(await store.eventsNearCode(code), build.readOptions);
  if (state === undefined || data === undefined) return undefined;
  const status = publicStatusOf(dossierRow(state), data.settings);
  const devices = (await store.listDevices(state.office)).filter((device) => device.revokedAt === undefined);
  if (status === undefined || state.code !== code) return undefined;
  const slowest = slowestContact(devices.map(contactOf));
  const { procedure } = status;
  const named = data.procedures.find(({ key, version }) => key === procedure?.key && version === procedure.version);
  return { code, status, procedureName: named?.name, completeTo: slowest && completeTo(slowest) };
}
