/** Import walls, cycles and undeclared packages of the three folders that ship. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, root, sourceFiles, valueCycles, type Import } from './imports.ts';
import { walls } from './walls.ts';

const folders = ['shared', 'sync-server', 'client'];
const imports = sourceFiles(folders).flatMap(importsOf);
const isTest = (file: string): boolean => /\.test\.tsx?$|\.config\.ts$/.test(file);
const show = (one: Import): string => `${one.from}:${one.line} imports ${one.to}`;

describe('import walls', () => {
  it('[T1] there is something to check', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it.each(walls.map((wall) => [wall.name, wall] as const))('[T1] %s', (_name, wall) => {
    const through = imports.filter((one) => {
      const from = wall.from.exec(one.from);
      if (from === null || !wall.to.test(one.to)) return false;
      if (isTest(one.from) && wall.testsToo !== true) return false;
      if (wall.typesPass === true && one.typeOnly) return false;
      return wall.except === undefined || !new RegExp(wall.except.replace('$1', from[1] ?? '')).test(one.to);
    });
    expect(through.map(show)).toEqual([]);
  });

  it('[T2] no cycle of imports', () => {
    expect(valueCycles(imports).map((cycle) => cycle.join(' → '))).toEqual([]);
  });

  it.each(folders)('[T3] %s imports only packages of its own manifest', (folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string> | undefined
    >;
    const shipped = new Set(Object.keys(manifest['dependencies'] ?? {}));
    const tools = new Set(Object.keys(manifest['devDependencies'] ?? {}));
    // A bundler takes the client's packages in, so for the client both lists count.
    const undeclared = imports.filter((one) => {
      if (!one.from.startsWith(`${folder}/`) || !one.to.startsWith('npm:') || isTest(one.from)) return false;
      const name = one.to.slice('npm:'.length);
      if (name.startsWith('virtual:') || shipped.has(name)) return false;
      return !(tools.has(name) && (one.typeOnly || folder === 'client'));
    });
    expect(undeclared.map(show)).toEqual([]);
  });
});
