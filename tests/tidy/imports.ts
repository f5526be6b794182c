/**
 * Every import of every source file of ours, for the tests of the import walls. Our imports carry full file names, so resolving them is reading
 * them; packages stay names. (dependency-cruiser would be the tool for this; it reads TypeScript up to 6, and JSX only through that reader.)
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

export const root = resolve(import.meta.dirname, '../..');

export interface Import {
  /** Importing file, from the root, with forward slashes. */
  readonly from: string;
  /** Imported file from the root, or `npm:<package>`, or `node:<module>`. */
  readonly to: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

const workspaces: Readonly<Record<string, string>> = {
  '@onestop/shared/': 'shared/src/',
  '@onestop/sync-server/': 'sync-server/src/',
  '@onestop/client/': 'client/src/',
};

/** TypeScript files under the folders, without what is built or generated. */
export function sourceFiles(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((file) => !/(^|\/)(node_modules|dist|generated|\.artifacts)\//.test(file)),
  );
}

export function importsOf(file: string): readonly Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? 'cannot be parsed'}`);
  const found = (specifier: string, start: number, typeOnly: boolean): Import => ({
    from: file,
    to: resolveSpecifier(file, specifier),
    typeOnly,
    line: source.slice(0, start).split('\n').length,
  });
  return [
    ...module.staticImports.map((one) =>
      found(one.moduleRequest.value, one.start, one.entries.length > 0 && one.entries.every((entry) => entry.isType)),
    ),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => (entry.moduleRequest ? [found(entry.moduleRequest.value, one.start, entry.isType)] : [])),
    ),
    ...module.dynamicImports.flatMap((one) => {
      const text = /^['"](.+)['"]$/.exec(source.slice(one.moduleRequest.start, one.moduleRequest.end));
      return text?.[1] === undefined ? [] : [found(text[1], one.start, false)];
    }),
  ];
}

function resolveSpecifier(from: string, specifier: string): string {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('.')) return posix.join(dirname(from), path);
  if (path.startsWith('node:')) return path;
  for (const [prefix, folder] of Object.entries(workspaces)) if (path.startsWith(prefix)) return folder + path.slice(prefix.length);
  return `npm:${path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')}`;
}

/** Cycles through imports of values (types vanish, so a cycle of types alone is harmless). Each is a list of files. */
export function valueCycles(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const one of imports) if (!one.typeOnly && !one.to.includes(':')) next.set(one.from, [...(next.get(one.from) ?? []), one.to]);
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at !== -1) {
      cycles.push([...path.slice(at), file]);
      return;
    }
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return cycles;
}
