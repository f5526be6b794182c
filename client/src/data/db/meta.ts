/** The one hot record, read first and put back last by everything that writes; and the keys beside it. */
import type { Database, HeldKeys } from './database.ts';
import { type DeviceState, initialState } from './device-state.ts';

export async function readState(db: Database): Promise<DeviceState> {
  const record = await db.meta.get('state');
  return record?.key === 'state' ? record.state : initialState;
}

export async function writeState(db: Database, state: DeviceState): Promise<void> {
  await db.meta.put({ key: 'state', state });
}

export async function readKeys(db: Database): Promise<HeldKeys | undefined> {
  const record = await db.meta.get('keys');
  return record?.key === 'keys' ? record.keys : undefined;
}
