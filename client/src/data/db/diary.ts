/** What was exchanged when, for the sync page: the newest lines only, of no dossier. */
import type { DiaryLine } from '../../contract/sync-status.ts';
import type { Database } from './database.ts';

const diaryMax = 500;

/** Inside a transaction. */
export async function addDiary(db: Database, lines: readonly DiaryLine[]): Promise<void> {
  if (lines.length === 0) return;
  const last = await db.diary.bulkAdd([...lines]);
  if (typeof last === 'number' && last > diaryMax)
    await db.diary
      .where(':id')
      .belowOrEqual(last - diaryMax)
      .delete();
}

/** Newest first. */
export async function readDiary(db: Database, limit: number): Promise<readonly DiaryLine[]> {
  const lines = await db.diary.toArray();
  return lines
    .slice(-limit)
    .toReversed()
    .map(({ id: _id, ...line }) => line);
}
