/**
 * A changed word is on the screen without loading the page anew (`npm run dev`). The development server goes from a changed file up to the modules that take it in by
 * themselves: files that export components and nothing else. Where a way up ends anywhere else, at `main.tsx`, the whole page is loaded and what was typed is gone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { importsOf, root, sourceFiles } from './imports.ts';

const files = sourceFiles(['client/src']).filter((file) => !file.includes('.test.'));
const importersOf = new Map<string, string[]>();
for (const { from, to, typeOnly } of files.flatMap(importsOf))
  if (!typeOnly && to.startsWith('client/src/')) importersOf.set(to, [...(importersOf.get(to) ?? []), from]);

function isComponents(file: string): boolean {
  if (!file.endsWith('.tsx')) return false;
  const { module } = parseSync(file, readFileSync(join(root, file), 'utf8'));
  const names = module.staticExports.flatMap(({ entries }) =>
    entries.filter(({ isType }) => !isType).map(({ exportName }) => exportName.name),
  );
  return names.length > 0 && names.every((name) => /^[A-Z]/.test(name ?? ''));
}

/** The way from a file up to one that nobody takes in, or undefined. */
function wayOut(file: string, seen: Set<string>): readonly string[] | undefined {
  if (seen.has(file)) return undefined;
  seen.add(file);
  const importers = importersOf.get(file) ?? [];
  if (importers.length === 0) return [file];
  for (const importer of importers) {
    const way = isComponents(importer) ? undefined : wayOut(importer, seen);
    if (way !== undefined) return [file, ...way];
  }
  return undefined;
}

it('[V323] every way from a text up to the page ends at components', () => {
  // The manifest's words are read by the build alone.
  const texts = files.filter((file) => file.startsWith('client/src/texts/') && !file.endsWith('/manifest.ts'));
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.flatMap((file) => wayOut(file, new Set())?.join(' → ') ?? [])).toEqual([]);
});
