/** A catalogue file as it was uploaded (XLSX, CSV, JSON) → procedures checked by the schema of the reference documents, or everything that is wrong with it. */
import { readCatalogueRows } from '../catalogue/file/read-rows.ts';
import { type CatalogueEntry, type CatalogueFile, entryMembers } from '../catalogue/file/entry.ts';
import type { CatalogueFileProblem } from '../catalogue/file/problems.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import { type Result, err, ok } from '../kernel/result.ts';
import { decodeText } from '../table/decode-text.ts';
import { readTable } from '../table/read-table.ts';
import { tableBytesMax } from '../table/table.ts';
import { procedureSchema } from './schemas.ts';

/** Far more than any list helps to read. */
const problemsMax = 200;

export function readCatalogueFile(bytes: Uint8Array): Result<CatalogueFile, readonly CatalogueFileProblem[]> {
  if (bytes.length <= tableBytesMax && looksLikeJson(bytes)) return readJson(bytes);
  const table = readTable(bytes);
  if (!table.ok) return err([table.error]);
  const read = readCatalogueRows(table.value);
  if (!read.ok) return err(read.error.slice(0, problemsMax));
  // The reader of rows keeps every bound of the schema; where it did not, the file is told wrong, never half taken.
  const checked = checkEntries(read.value.entries);
  return checked.ok ? ok({ ...read.value, entries: checked.value }) : checked;
}

/** First sign that is no space, in UTF-8 and in UTF-16. */
function looksLikeJson(bytes: Uint8Array): boolean {
  const passed = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe]);
  const first = bytes.slice(0, 4_096).find((byte) => !passed.has(byte));
  return first === 0x5b || first === 0x7b;
}

function readJson(bytes: Uint8Array): Result<CatalogueFile, readonly CatalogueFileProblem[]> {
  const text = decodeText(bytes);
  if (!text.ok) return err([text.error]);
  let value: unknown;
  try {
    value = JSON.parse(text.value);
  } catch {
    // Where it breaks is said in the words of an engine; the whole file is refused in ours.
    return err([{ code: 'json/unreadable' }]);
  }
  const list = Array.isArray(value) ? value : (value as { readonly procedures?: unknown } | null)?.procedures;
  if (!Array.isArray(list)) return err([{ code: 'json/no-list' }]);
  if (list.length === 0) return err([{ code: 'file/no-procedures' }]);
  const checked = checkEntries(list);
  return checked.ok ? ok({ entries: checked.value, stated: entryMembers, ignoredColumns: [] }) : checked;
}

function checkEntries(list: readonly unknown[]): Result<readonly CatalogueEntry[], readonly CatalogueFileProblem[]> {
  const problems: CatalogueFileProblem[] = [];
  const entries: CatalogueEntry[] = [];
  const firstAt = new Map<string, number>();
  for (const [i, one] of list.entries()) {
    const given = (typeof one === 'object' && one !== null ? one : {}) as Partial<Procedure>;
    const key = typeof given.key === 'string' ? given.key.slice(0, 80) : '';
    const parsed = procedureSchema.safeParse({ ...given, version: 1, validFrom: given.validFrom ?? '2000-01-01' });
    const first = firstAt.get(key);
    if (!parsed.success)
      for (const issue of parsed.error.issues.slice(0, 5))
        problems.push({ code: 'json/invalid', at: i + 1, key, path: issue.path.map(String).join('.') });
    else if (first !== undefined) problems.push({ code: 'json/twice', at: i + 1, key, first });
    else {
      firstAt.set(key, i + 1);
      const { version: _version, validFrom, validTo: _end, ...entry } = parsed.data;
      entries.push(given.validFrom === undefined ? entry : { ...entry, validFrom });
    }
  }
  return problems.length > 0 ? err(problems.slice(0, problemsMax)) : ok(entries);
}
