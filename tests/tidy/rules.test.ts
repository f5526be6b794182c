/** The rule documents and the tests hold together: every rule is cited by a test title, every cited rule is written down, and no rule twice. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './imports.ts';

const rulesFolder = join(root, 'tests', 'rules');

/** A rule is a table row or a list item that begins with its id. */
function rulesOf(file: string): readonly string[] {
  return [...readFileSync(join(rulesFolder, file), 'utf8').matchAll(/^(?:\|\s*|-\s+)\**([A-Z]\d+)\**(?=\s)/gm)].map(
    (match) => match[1] as string,
  );
}

function testFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : testFiles(path);
    return /\.(test\.tsx?|e2e\.ts|contract\.ts)$/.test(entry.name) ? [path] : [];
  });
}

const documents = readdirSync(rulesFolder).filter((file) => file.endsWith('.md'));
const rules = documents.flatMap(rulesOf);
const citations = ['shared', 'client', 'sync-server', 'tests']
  .flatMap(testFiles)
  .flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/['"`](?:\[[A-Z]\d+\]\s*)+/g)]
      .flatMap((match) => [...match[0].matchAll(/[A-Z]\d+/g)].map((id) => id[0]))
      .map((id) => ({ id, file })),
  );
const cited = new Set(citations.map(({ id }) => id));

describe('rules', () => {
  it('[T20] there are rule documents, and no rule stands twice', () => {
    expect(documents.length).toBeGreaterThanOrEqual(5);
    expect(rules.filter((id, i) => rules.indexOf(id) !== i)).toEqual([]);
  });

  it.each(documents)('[T21] every rule of %s is cited by a test title', (file) => {
    const own = rulesOf(file);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((id) => !cited.has(id))).toEqual([]);
  });

  it('[T22] a rule that a title cites is written down', () => {
    const letters = new Set(rules.map((id) => id[0]));
    expect([...cited].filter((id) => letters.has(id[0] as string) && !rules.includes(id))).toEqual([]);
  });

  it('[T23] a browser scenario has an id of its own, and no other test cites it', () => {
    const browser = new Set(rulesOf('browser.md'));
    const isScenario = (file: string): boolean => file.endsWith('.e2e.ts');
    expect(citations.filter(({ id, file }) => isScenario(file) !== browser.has(id))).toEqual([]);
  });
});
