/** The server's own secret: signs sessions and derives the tokens of forked identities. Made once, kept in the database, shared by its processes. */
import type { Random } from '@onestop/shared/ports.ts';
import type { Store } from '../db/store.ts';
import { newToken } from './secrets.ts';

const settingKey = 'server.key';

export async function loadServerKey(store: Store, random: Random): Promise<string> {
  const known = await store.findSetting(settingKey);
  if (known !== undefined) return known;
  return store.write(async (tx) => {
    // Another process may have been first.
    await tx.lock('server-keys');
    const first = await tx.findSetting(settingKey);
    if (first !== undefined) return first;
    const key = newToken(random);
    await tx.putSetting(settingKey, key);
    return key;
  });
}
