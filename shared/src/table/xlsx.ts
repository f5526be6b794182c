/**
 * The first visible sheet of a workbook (.xlsx) as a table. Dates come as `YYYY-MM-DD`, numbers as they are stored. Own, because what is wrong has to be named
 * by its place: readers at hand say nothing of merged cells and unpack whatever they are given.
 */
import { strFromU8, unzipSync } from 'fflate';
import { type PlainDate, addDays } from '../kernel/plain-date.ts';
import { type Result, err, ok } from '../kernel/result.ts';
import { type Table, type TableProblem, type TableRow, tableColumnsMax, tableRowsMax, unpackedBytesMax } from './table.ts';
import { attributeOf, xmlTags } from './xml-tags.ts';

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** The container of Excel 97–2003 and of workbooks locked with a password. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

export function readXlsx(bytes: Uint8Array): Result<Table, TableProblem> {
  let unpacked = 0;
  const parts = unzip(bytes, (name, size) => {
    if (!/^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i.test(name))
      return false;
    unpacked += size;
    return unpacked <= unpackedBytesMax;
  });
  if (parts === undefined) return err({ code: 'table/not-a-workbook' });
  if (unpacked > unpackedBytesMax) return err({ code: 'table/too-large' });
  const text = (name: string) => (parts[name] === undefined ? '' : strFromU8(parts[name]));
  const sheets = visibleSheets(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels')).filter((name) => parts[name] !== undefined);
  if (sheets.length === 0) return err({ code: 'table/not-a-workbook' });
  const strings = sharedStrings(text('xl/sharedStrings.xml'));
  const dated = dateStyles(text('xl/styles.xml'));
  for (const name of sheets) {
    const table = readSheet(text(name), strings, dated);
    if (table === 'too-large') return err({ code: 'table/too-large' });
    if (table.rows.length > 0) return ok(table);
  }
  return err({ code: 'table/empty' });
}

function unzip(bytes: Uint8Array, wanted: (name: string, size: number) => boolean): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize }) => wanted(name, originalSize) });
  } catch {
    // No zip, or a broken one: there is nothing in it to tell.
    return undefined;
  }
}

function visibleSheets(workbook: string, relations: string): readonly string[] {
  const targets = new Map<string, string>();
  for (const { name, attributes } of xmlTags(relations)) {
    if (name !== 'Relationship') continue;
    const target = attributeOf(attributes, 'Target') ?? '';
    targets.set(attributeOf(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  }
  const sheets: string[] = [];
  for (const { name, attributes } of xmlTags(workbook)) {
    if (name !== 'sheet' || (attributeOf(attributes, 'state') ?? 'visible') !== 'visible') continue;
    const id = /(?:^|\s)[\w.-]+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1];
    sheets.push(targets.get(id ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`);
  }
  return sheets;
}

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let phonetic = false;
  for (const { name, closes, alone, before } of xmlTags(xml)) {
    if (name === 'rPh') phonetic = !closes;
    else if (name === 't' && closes && !phonetic) text += before;
    else if (name === 'si' && !closes) text = '';
    if (name === 'si' && (closes || alone)) strings.push(text);
  }
  return strings;
}

/** Places among the cell styles that show a number as a date. */
function dateStyles(xml: string): ReadonlySet<number> {
  const custom = new Map<string, string>();
  const dated = new Set<number>();
  let inCells = false;
  let at = 0;
  for (const { name, closes, attributes } of xmlTags(xml)) {
    if (name === 'numFmt') custom.set(attributeOf(attributes, 'numFmtId') ?? '', attributeOf(attributes, 'formatCode') ?? '');
    else if (name === 'cellXfs') inCells = !closes;
    else if (name === 'xf' && inCells && !closes) {
      const id = attributeOf(attributes, 'numFmtId') ?? '0';
      const format = custom.get(id)?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
      if (format === undefined ? (Number(id) >= 14 && Number(id) <= 17) || id === '22' : /[dy]/i.test(format)) dated.add(at);
      at++;
    }
  }
  return dated;
}

function readSheet(xml: string, strings: readonly string[], dated: ReadonlySet<number>): Table | 'too-large' {
  const rows: TableRow[] = [];
  const merged: string[] = [];
  let line = 0;
  let cells: string[] = [];
  let cell: { at: number; type: string; style: number; text: string } | undefined;
  const endCell = () => {
    if (cell === undefined || cell.at >= tableColumnsMax) return;
    while (cells.length < cell.at) cells.push('');
    cells[cell.at] = valueOf(cell, strings, dated);
  };
  for (const { name, closes, alone, attributes, before } of xmlTags(xml)) {
    if (name === 'mergeCell') merged.push(attributeOf(attributes, 'ref') ?? '');
    else if (name === 'row' && !closes) {
      line = Number(attributeOf(attributes, 'r') ?? line + 1);
      cells = [];
    } else if (name === 'c' && !closes) {
      const at = columnOf(attributeOf(attributes, 'r') ?? '') ?? cells.length;
      cell = { at, type: attributeOf(attributes, 't') ?? 'n', style: Number(attributeOf(attributes, 's') ?? -1), text: '' };
      if (alone) cell = undefined;
    } else if (name === 'c' && closes) {
      endCell();
      cell = undefined;
    } else if ((name === 'v' || name === 't') && closes && cell !== undefined) cell.text += before;
    else if (name === 'row' && closes && cells.some((one) => one.trim() !== '')) rows.push({ line, cells });
    if (rows.length > tableRowsMax) return 'too-large';
  }
  return { rows, merged };
}

function valueOf(
  { type, style, text }: { readonly type: string; readonly style: number; readonly text: string },
  strings: readonly string[],
  dated: ReadonlySet<number>,
): string {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return text.slice(0, 10);
  if (type !== 'n' || text === '') return text;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  return dated.has(style) ? (serialToDate(number) ?? text) : String(Number(number.toPrecision(15)));
}

/** Excel's day count (1 = 1/1/1900, with its 29/2/1900 that never was); undefined outside 1954–2119, where a number is hardly meant as a date. */
export function serialToDate(serial: number): PlainDate | undefined {
  const day = Math.floor(serial);
  return day >= 20_000 && day <= 80_000 ? addDays('1899-12-30' as PlainDate, day) : undefined;
}

function columnOf(ref: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(ref)?.[0];
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** First and last line of `A3:B5`. */
export function linesOfRange(range: string): readonly [number, number] {
  const [first = '', last = first] = range.split(':');
  return [Number(/\d+/.exec(first)?.[0] ?? 0), Number(/\d+/.exec(last)?.[0] ?? 0)];
}
