/** Which backups stay. */
import { describe, expect, it } from 'vitest';
import { isoWithOffset } from '../iso-time.ts';
import type { Backup } from './backup-files.ts';
import { outdated } from './retention.ts';

const first = Date.parse('2026-11-01T01:30:00+07:00');
const dayMs = 86_400_000;

function backup(at: number): Backup {
  const counts = { events: 0, dossiers: 0, devices: 0 };
  const path = isoWithOffset(at).slice(0, 16);
  return {
    path,
    manifest: { format: 1, engine: 'sqlite', file: path, bytes: 1, sha256: '', at: isoWithOffset(at), build: '', schema: 1, counts },
  };
}

/** Of those made, the ones that stay. */
function staying(made: readonly Backup[], daily: number, weekly: number): readonly string[] {
  const gone = new Set(outdated(made, { daily, weekly }));
  return made.filter((each) => !gone.has(each)).map((each) => each.path);
}

describe('retention', () => {
  it('[O147] the newest of each of the last days and weeks stays, Monday to Sunday, in any order of the list', () => {
    // 1 November 2026 is a Sunday.
    const made = Array.from({ length: 26 }, (_, i) => backup(first + i * dayMs)).toReversed();
    expect(staying(made, 3, 3)).toEqual([
      '2026-11-26T01:30',
      '2026-11-25T01:30',
      '2026-11-24T01:30',
      '2026-11-22T01:30',
      '2026-11-15T01:30',
    ]);
    expect(staying(made.toReversed(), 3, 0).toSorted()).toEqual(['2026-11-24T01:30', '2026-11-25T01:30', '2026-11-26T01:30']);
  });

  it('[O147] days without a backup are not counted, of two in one day the later stays, the newest always does', () => {
    const made = [first, first + 3_600_000, first + 40 * dayMs].map(backup);
    expect(staying(made, 2, 0)).toEqual(['2026-11-01T02:30', '2026-12-11T01:30']);
    expect(staying(made, 0, 0)).toEqual(['2026-12-11T01:30']);
    // Half past six in the evening UTC is the next day here.
    expect(staying([Date.parse('2026-11-26T16:59:00Z'), Date.parse('2026-11-26T17:01:00Z')].map(backup), 2, 0)).toHaveLength(2);
  });
});
