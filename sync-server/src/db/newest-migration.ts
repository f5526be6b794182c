/** Up to which migration this build's databases go, as the time in its list: a database with a later one was made by a newer build. */
import { readFileSync } from 'node:fs';

export function newestMigration(engine: 'sqlite' | 'postgresql'): number {
  const journal = new URL(`./migrations/${engine === 'sqlite' ? 'sqlite' : 'pg'}/meta/_journal.json`, import.meta.url);
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { readonly entries: readonly { readonly when: number }[] };
  return Math.max(...entries.map((entry) => entry.when));
}
