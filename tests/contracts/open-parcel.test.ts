/** A log sealed by a device's own key code is opened by the technician's command of its district, and by nothing else. On SQLite and PostgreSQL. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createWebKeys } from '@onestop/client/ports/web-keys.ts';
import { loadEncryptionKey } from '@onestop/sync-server/auth/encryption-key.ts';
import { startPostgres } from '../support/postgres.ts';
import { databasesUnder, problemsOf, runAdmin } from '../support/technician.ts';

const postgres = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'motcua-parcel-'));
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(databasesUnder(folder, postgres))('a sealed parcel on $name', ({ name, make }) => {
  it('[O58] is opened by open-parcel of its own district only; damaged, cut, foreign and unknown files end in a sentence and open nothing', async () => {
    const [own, other] = [await make(), await make()];
    const keyOf = async (district: typeof own): Promise<string> => {
      const store = await district.open();
      const key = await loadEncryptionKey(store);
      await store.close();
      return key;
    };
    const content = new TextEncoder().encode(`${'{"fullName":"Nguyễn Thị Mẫu","idNumber":"027190000001"}\n'.repeat(500)}`);
    const parcel = await createWebKeys(crypto).seal(await keyOf(own), content);
    const again = await createWebKeys(crypto).seal(await keyOf(own), content);
    expect(Buffer.from(parcel).equals(Buffer.from(again))).toBe(false);
    const file = (title: string, bytes: Uint8Array): string => {
      const path = join(folder, `${name}-${title}`);
      writeFileSync(path, bytes);
      return path;
    };
    const target = join(folder, `${name}-opened`);
    const whole = file('whole', parcel);
    expect(problemsOf(await runAdmin(own.env, ['open-parcel', whole, target]), 0, target)).toEqual([]);
    expect(readFileSync(target).equals(Buffer.from(content))).toBe(true);
    expect(statSync(target).mode & 0o077).toBe(0);
    const store = await own.open();
    expect((await store.listAudit({ limit: 1 })).map(({ what, detail }) => [what, detail])).toEqual([['parcel/opened', `${name}-whole`]]);
    await store.close();
    const flipped = Uint8Array.from(parcel, (byte, at) => (at === 200 ? byte ^ 1 : byte));
    const moved = Uint8Array.from(parcel, (byte, at) => (at === 20 ? byte ^ 1 : byte));
    const none = join(folder, `${name}-none`);
    for (const [title, bytes, words] of [
      ['flipped', flipped, 'bị hỏng'],
      ['key', moved, 'bị hỏng'],
      ['cut', parcel.subarray(0, 300), 'bị cắt'],
      ['head', parcel.subarray(0, 40), 'bị cắt'],
      ['clear', content, 'không phải tệp'],
      ['empty', new Uint8Array(), 'không phải tệp'],
    ] as const)
      expect(problemsOf(await runAdmin(own.env, ['open-parcel', file(title, bytes), none]), 1, words), title).toEqual([]);
    expect(problemsOf(await runAdmin(other.env, ['open-parcel', whole, none]), 1, 'một huyện khác')).toEqual([]);
    expect(problemsOf(await runAdmin(own.env, ['open-parcel', `${whole}-x`, none]), 1, 'Không đọc được')).toEqual([]);
    expect(problemsOf(await runAdmin(own.env, ['open-parcel', whole, target]), 1, 'đã có')).toEqual([]);
    expect(problemsOf(await runAdmin(own.env, ['open-parcel', whole]), 2)).toEqual([]);
    expect(() => statSync(none)).toThrow('ENOENT');
  });
});
