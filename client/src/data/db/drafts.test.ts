import { describe, expect, test } from 'vitest';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import { createDrafts } from './drafts.ts';
import type { Database } from './database.ts';
import { createPlainCodec } from './records/codec.ts';

/** A store whose writes end when they are let. */
function slowDatabase() {
  const kept = new Map<string, unknown>();
  const waiting: (() => void)[] = [];
  const db = {
    codec: createPlainCodec(),
    intakeDrafts: {
      put: (record: { readonly id: string }) =>
        new Promise<void>((done) => {
          waiting.push(() => {
            kept.set(record.id, record);
            done();
          });
        }),
    },
  } as unknown as Database;
  return { db, kept, finish: () => waiting.splice(0).forEach((end) => end()) };
}

const draft = { id: 'nhap-1', updatedAt: 1, actor: 'lan' as StaffId, title: 'x', form: {} };

describe('half-typed intakes', () => {
  test('[E59] what would save a draft after the act that takes it has begun is left out: an accepted intake never comes back', async () => {
    const { db, kept, finish } = slowDatabase();
    const drafts = createDrafts(db, () => undefined);
    const release = drafts.hold(draft.id);
    await drafts.save(draft);
    release(true);
    await drafts.save(draft);
    finish();
    expect([...kept]).toEqual([]);
    expect(drafts.list.get()).toEqual([]);
  });

  test('[E59] where the act was refused, the next letter saves it again', async () => {
    const { db, kept, finish } = slowDatabase();
    const drafts = createDrafts(db, () => undefined);
    drafts.hold(draft.id)(false);
    const saved = drafts.save(draft);
    finish();
    await saved;
    expect([...kept.keys()]).toEqual([draft.id]);
    expect(drafts.list.get()).toHaveLength(1);
  });
});
