import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '@onestop/shared/kernel/result.ts';
import { at } from '../../../../tests/support/builders.ts';
import { commit } from './commit.ts';
import { openDatabase, type Database } from './database.ts';
import { createBuildRegistry } from './build-registry.ts';
import { initialState } from './device-state.ts';
import { createDossierIndex } from './index/dossier-index.ts';
import { createQueueRules } from './index/queue-rules.ts';
import { createMutableLive } from './live.ts';
import { createStateCache, type LogContext } from './log/context.ts';
import { createPending } from './pending.ts';
import { createPlainCodec } from './records/codec.ts';
import { createRowMirror } from './row-mirror.ts';

let db: Database;
let told: string[];
const now = at('23/11/2026 09:00');

beforeEach(async () => {
  const opened = await openDatabase({ indexedDB: new IDBFactory(), IDBKeyRange, codec: createPlainCodec() });
  if (!opened.ok) throw new Error(opened.error.code);
  db = opened.value;
  told = [];
});
afterEach(() => db.close());

async function openContext(): Promise<LogContext> {
  const pending = createPending(() => []);
  const index = createDossierIndex({
    rules: createQueueRules(() => undefined),
    foldWord: (word) => word,
    ownOffice: () => undefined,
    pending: pending.ids,
  });
  const mirror = createRowMirror({ db, index, places: new Map(), pending, state: createMutableLive(initialState) });
  await mirror.open();
  return {
    db,
    mirror,
    clock: { now: () => now },
    random: { bytes: (length) => new Uint8Array(length) },
    announce: (rev) => told.push(`announced ${rev}`),
    mark: (state) => told.push(`marked ${state.rev}`),
    cache: createStateCache(),
    build: createBuildRegistry(),
  };
}

describe('a commit', () => {
  it('[E42] moves the revision by one and tells memory, mark and other tabs once', async () => {
    const context = await openContext();
    const done = await commit(context, async (draft) => {
      draft.diary.push({ at: now, kind: 'leases' }, { at: now, kind: 'forked' });
      draft.state = { ...draft.state, clockOffsetMs: 7 };
      return 'value';
    });
    expect(done).toEqual(ok('value'));
    expect(context.mirror.state.get()).toMatchObject({ rev: 1, clockOffsetMs: 7 });
    expect(await db.meta.get('state')).toEqual({ key: 'state', state: context.mirror.state.get() });
    expect(await db.diary.count()).toBe(2);
    expect(told).toEqual(['marked 1', 'announced 1']);
  });

  it('[E42] that changes nothing writes nothing and tells nobody', async () => {
    const context = await openContext();
    expect(await commit(context, async () => 'value')).toEqual(ok('value'));
    expect(await db.meta.get('state')).toBeUndefined();
    expect(told).toEqual([]);
  });

  it('[E42] whose body fails after it wrote leaves disk and memory as they were', async () => {
    const context = await openContext();
    const failing = commit(context, async (draft) => {
      draft.state = { ...draft.state, clockOffsetMs: 7 };
      await db.inbox.add({ kind: 'READMITTED', afterSeq: 1 });
      throw new Error('the tab is killed here');
    });
    await expect(failing).rejects.toThrow('the tab is killed here');
    expect([await db.inbox.count(), await db.meta.count(), told]).toEqual([0, 0, []]);
    expect(context.mirror.state.get()).toBe(initialState);
  });

  it('[E42] a tab that wrote nothing itself catches up before its own commit', async () => {
    const [first, second] = [await openContext(), await openContext()];
    await commit(first, async (draft) => {
      draft.state = { ...draft.state, clockOffsetMs: 7 };
    });
    await commit(second, async (draft) => {
      expect(draft.before.clockOffsetMs).toBe(7);
      draft.state = { ...draft.state, revoked: true };
    });
    await first.mirror.refresh();
    expect(first.mirror.state.get()).toMatchObject({ rev: 2, clockOffsetMs: 7, revoked: true });
  });
});
