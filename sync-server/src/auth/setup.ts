/**
 * The first administrator of an empty production database: a one-time link printed at start. A new one is made at every start until it is used;
 * only its hash is stored.
 */
import type { Clock, Random } from '@onestop/shared/ports.ts';
import type { Store } from '../db/store.ts';
import { hashSecret, newToken } from './secrets.ts';

const setupKeySetting = 'setup.keyHash';

/** Undefined where the database has an organisation already. */
export async function openSetup(deps: {
  readonly store: Store;
  readonly random: Random;
  readonly clock: Clock;
}): Promise<string | undefined> {
  if (!(await isEmptyDatabase(deps.store))) return undefined;
  const key = newToken(deps.random);
  await deps.store.write((tx) => tx.putSetting(setupKeySetting, hashSecret(key)));
  return key;
}

export async function isEmptyDatabase(store: Store): Promise<boolean> {
  return (await store.referenceCursor()) === undefined;
}

export async function isSetupKey(store: Store, key: string): Promise<boolean> {
  const hash = await store.findSetting(setupKeySetting);
  return hash !== undefined && hash === hashSecret(key);
}
