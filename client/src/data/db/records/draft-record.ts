/** A half-typed intake on disk: what was typed and for whom is stored, its id and time lie beside it. */
import type { IntakeDraft } from '../../../contract/drafts.ts';
import type { Codec, Stored } from './codec.ts';

export interface DraftRecord extends Pick<IntakeDraft, 'id' | 'updatedAt'>, Stored {}

export function draftRecord(codec: Codec, { id, updatedAt, ...typed }: IntakeDraft): DraftRecord {
  return { id, updatedAt, ...codec.write(JSON.stringify(typed)) };
}

export function draftOf(codec: Codec, record: DraftRecord): IntakeDraft {
  const { id, updatedAt } = record;
  // Our own JSON, written by `draftRecord`.
  return { ...(JSON.parse(codec.read(record)) as Omit<IntakeDraft, 'id' | 'updatedAt'>), id, updatedAt };
}
