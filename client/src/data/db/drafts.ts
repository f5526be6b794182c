/** Half-typed intakes: device-local, strictly durable, seen by every tab. They are no events; accepting deletes them in the act's own transaction. */
import { ok, type Result } from '@onestop/shared/kernel/result.ts';
import type { IntakeDraft, IntakeDrafts } from '../../contract/drafts.ts';
import type { StorageFault } from '../../contract/faults.ts';
import type { Database } from './database.ts';
import { createMutableLive } from './live.ts';
import { draftOf, draftRecord } from './records/draft-record.ts';
import { guardStorage } from './storage-fault.ts';

export interface DraftStore extends IntakeDrafts {
  readonly load: () => Promise<Result<void, StorageFault>>;
  /** Nobody is signed in any more. */
  readonly close: () => void;
  /**
   * An act begins that will delete this draft in its transaction: what would save it from now on comes too late and is left out, or an accepted intake would come
   * back as a half-typed one. Tell how the act ended.
   */
  readonly hold: (id: string) => (taken: boolean) => void;
}

export function createDrafts(db: Database, announce: () => void): DraftStore {
  const list = createMutableLive<readonly IntakeDraft[]>([]);
  let isClosed = false;
  // A form that is taken off the page with its officer saves itself once more: kept, and shown to nobody.
  const show = (drafts: readonly IntakeDraft[]): void => list.set(isClosed ? [] : [...drafts].sort((a, b) => b.updatedAt - a.updatedAt));
  const without = (id: string): readonly IntakeDraft[] => list.get().filter((draft) => draft.id !== id);
  const held = new Set<string>();
  return {
    list,
    load: async () => {
      isClosed = false;
      const read = await guardStorage(() => db.intakeDrafts.toArray());
      if (!read.ok) return read;
      show(read.value.map((record) => draftOf(db.codec, record)));
      return ok();
    },
    close: () => {
      isClosed = true;
      list.set([]);
    },
    hold: (id) => {
      held.add(id);
      return (taken) => {
        if (taken) show(without(id));
        else held.delete(id);
      };
    },
    save: async (draft) => {
      if (held.has(draft.id)) return ok();
      const saved = await guardStorage(() => db.intakeDrafts.put(draftRecord(db.codec, draft)));
      if (!saved.ok) return saved;
      show([...without(draft.id), draft]);
      announce();
      return ok();
    },
    remove: async (id) => {
      await db.intakeDrafts.delete(id);
      show(without(id));
      announce();
    },
  };
}
