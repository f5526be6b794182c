/** Rows of a spreadsheet → procedures, or everything that is wrong with them. Nothing is taken from a file with a single problem. */
import { type Result, err, ok } from '../../kernel/result.ts';
import { groupBy } from '../../kernel/group-by.ts';
import { type Table, type TableRow } from '../../table/table.ts';
import { linesOfRange } from '../../table/xlsx.ts';
import { foldVietnamese, nfc } from '../../text/fold.ts';
import { nationalCode } from '../catalogue.ts';
import type { ExtendedLimit, FeeRule, ProcedureDocument, PublishedFee, TimeLimit } from '../procedure.ts';
import { type Cells, cellsOf } from './cells.ts';
import { type Column, columnOfHeader, columns, feeColumns, neededColumns, paperColumns } from './columns.ts';
import { type CatalogueEntry, type CatalogueFile, type EntryMember, entryMembers } from './entry.ts';
import type { CatalogueFileProblem, CellProblem } from './problems.ts';
import { feeItemOf, papersOf, simpleLimit } from './read-parts.ts';
import { levelWords, ownSource, surenessWords, unitWords } from './words.ts';

/** Titles, seals and dates stand above the headers in lists as they are published. */
const headerRowsMax = 20;
const partColumns: readonly Column[] = [...paperColumns, ...feeColumns];
const wholeColumns = columns.filter((one) => !partColumns.includes(one));

type Raw = (column: Column) => string;
interface Row {
  readonly line: number;
  readonly raw: Raw;
}

export function readCatalogueRows(table: Table): Result<CatalogueFile, readonly CatalogueFileProblem[]> {
  const header = findHeader(table);
  if (!header.ok) return header;
  const { places, line, ignored } = header.value;
  const problems: CellProblem[] = table.merged
    .filter((range) => linesOfRange(range)[1] > line)
    .map((range) => ({ code: 'cell/merged', line: linesOfRange(range)[0], what: range }));
  const rows = table.rows
    .filter((row) => row.line > line && [...places.values()].some((at) => nfc(row.cells[at] ?? '') !== ''))
    .map((row): Row => ({ line: row.line, raw: (column) => row.cells[places.get(column) ?? -1] ?? '' }));
  const entries = groupRows(rows, problems).map((group) => ({ line: group[0]?.line ?? 0, entry: readGroup(group, problems) }));
  const read = entries.flatMap(({ line: at, entry }) => (entry === undefined ? [] : [{ line: at, entry }]));
  problems.push(...doubled(read));
  if (problems.length > 0) return err(problems.sort((a, b) => a.line - b.line));
  if (read.length === 0) return err([{ code: 'file/no-procedures' }]);
  return ok({ entries: read.map(({ entry }) => entry), stated: statedBy(places), ignoredColumns: ignored });
}

const columnsOfMember: Readonly<Record<EntryMember, readonly Column[]>> = {
  code: ['code'],
  aliases: ['aliases'],
  name: ['name'],
  field: ['field'],
  level: ['level'],
  timeLimit: ['limitText', 'limitAmount'],
  timeLimitText: ['limitText', 'limitAmount'],
  fee: ['feeText', 'feeName'],
  documents: ['paper'],
  resultDocument: ['result'],
  legalBasis: ['legalBasis'],
  interconnected: ['interconnected'],
  handledBy: ['handledBy'],
  provenance: ['source', 'sureCode', 'sureLimit', 'surePapers', 'sureFee', 'sureForms'],
};

function statedBy(places: ReadonlyMap<Column, number>): readonly EntryMember[] {
  return entryMembers.filter((member) => columnsOfMember[member].some((column) => places.has(column)));
}

interface Header {
  readonly line: number;
  readonly places: ReadonlyMap<Column, number>;
  readonly ignored: readonly string[];
}

function findHeader({ rows }: Table): Result<Header, readonly CatalogueFileProblem[]> {
  const known = (row: TableRow) => new Set(row.cells.flatMap((cell) => columnOfHeader(cell) ?? [])).size;
  const best = rows
    .slice(0, headerRowsMax)
    .reduce<TableRow | undefined>((top, row) => (known(row) > (top ? known(top) : 1) ? row : top), undefined);
  if (best === undefined) return err([{ code: 'header/none', found: said(rows[0]) }]);
  const places = new Map<Column, number>();
  const ignored: string[] = [];
  for (const [at, cell] of best.cells.entries()) {
    const column = columnOfHeader(cell);
    if (column === undefined) ignored.push(nfc(cell));
    else if (places.has(column)) return err([{ code: 'header/twice', line: best.line, column }]);
    else places.set(column, at);
  }
  const missing = neededColumns.filter((column) => !places.has(column));
  if (missing.length > 0) return err([{ code: 'header/missing', line: best.line, columns: missing, found: said(best) }]);
  return ok({ line: best.line, places, ignored: ignored.filter((one) => one !== '') });
}

function said(row: TableRow | undefined): readonly string[] {
  return (row?.cells ?? [])
    .map((cell) => nfc(cell).slice(0, 40))
    .filter((cell) => cell !== '')
    .slice(0, 12);
}

/** A row goes on with the procedure above where it names none, or names the same one and brings a paper or a fee. */
function groupRows(rows: readonly Row[], problems: CellProblem[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const names = identityOf(row.raw);
    const brings = partColumns.some((column) => nfc(row.raw(column)) !== '');
    if (names.every((one) => one === '')) {
      if (last === undefined) problems.push({ code: 'row/no-procedure', line: row.line });
      else last.push(row);
    } else if (last?.[0] !== undefined && brings && identityOf(last[0].raw).join('\n') === names.join('\n')) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function identityOf(raw: Raw): readonly string[] {
  return [nfc(raw('key')), nfc(raw('code')), nfc(raw('name'))];
}

function readGroup(rows: readonly Row[], problems: CellProblem[]): CatalogueEntry | undefined {
  const [first, ...others] = rows;
  if (first === undefined) return undefined;
  const cells = cellsOf(first.line, first.raw, problems);
  for (const other of others) sayDifferences(first, other, problems);
  const documents: ProcedureDocument[] = [];
  const fees: (FeeRule | 'free')[] = [];
  for (const { line, raw } of rows) {
    const own = cellsOf(line, raw, problems);
    documents.push(...papersOf(own, raw, (part) => cellsOf(line, part, problems)));
    const fee = feeItemOf(own, raw);
    if (fee !== undefined) fees.push(fee);
  }
  const name = cells.text('name', 1000) ?? missing(cells, 'name');
  const code = readCode(cells);
  const field = cells.text('field', 200) ?? missing(cells, 'field');
  const level = cells.word('level', levelWords) ?? missing(cells, 'level');
  const key = readKey(cells, code, name);
  const limit = readLimit(cells);
  const fee = feeOf(cells.text('feeText', 2000), fees);
  const aliases = cells.lines('aliases', 60);
  const validFrom = cells.date('validFrom');
  const rest = {
    resultDocument: cells.text('result', 2000) ?? null,
    legalBasis: cells.lines('legalBasis', 500),
    interconnected: cells.yes('interconnected') ?? false,
    handledBy: cells.text('handledBy', 500) ?? null,
    provenance: readProvenance(cells, { code, limit: limit.timeLimit, documents, fee }),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(validFrom === undefined ? {} : { validFrom }),
  };
  if (name === undefined || field === undefined || level === undefined || key === undefined) return undefined;
  return { key, code, name, field, level, ...limit, fee, documents, ...rest };
}

function missing(cells: Cells, column: Column): undefined {
  return cells.isEmpty([column]) ? cells.say('cell/missing', column) : undefined;
}

/** A row that names the procedure again may leave its other cells empty, but not say something else. */
function sayDifferences(first: Row, other: Row, problems: CellProblem[]): void {
  for (const column of wholeColumns) {
    const [was, is] = [nfc(first.raw(column)), nfc(other.raw(column))];
    if (is !== '' && is !== was)
      problems.push({ code: 'row/differs', line: other.line, column, what: is.slice(0, 80), hint: was.slice(0, 80) });
  }
}

function readCode(cells: Cells): string | null {
  const code = cells.text('code', 60);
  if (code === undefined) return null;
  const [, first, rest = ''] = /^(\d)[.,](\d{1,6})$/.exec(code) ?? [];
  if (first !== undefined && rest.length < 6) return cells.say('code/shortened', 'code', `${first}.${rest.padEnd(6, '0')}`) ?? null;
  if (/^\d{7}$/.test(code)) return cells.say('code/no-dot', 'code', `${code.slice(0, 1)}.${code.slice(1)}`) ?? null;
  return nationalCode(code.replace(/^(\d),/, '$1.')) ?? code;
}

function readKey(cells: Cells, code: string | null, name: string | undefined): string | undefined {
  const key = cells.text('key', 80) ?? code ?? (name === undefined ? undefined : slugOf(name));
  if (key === undefined || /^[A-Za-z0-9._-]{1,80}$/.test(key)) return key;
  return cells.isEmpty(['key']) ? slugOf(key) : cells.say('key/characters', 'key');
}

function slugOf(name: string): string {
  const slug = foldVietnamese(name).replace(/[^a-z0-9]+/g, '-');
  return slug.slice(0, 80).replace(/^-+|-+$/g, '');
}

function readLimit(cells: Cells): { readonly timeLimit: TimeLimit | null; readonly timeLimitText?: string } {
  const text = cells.text('limitText', 500);
  const unit = cells.word('limitUnit', unitWords);
  const amount = cells.number('limitAmount', 1, 3000);
  const extended = readExtension(cells);
  const source = cells.text('limitSource', 500);
  const more = { ...(extended === undefined ? {} : { extended }), ...(source === undefined ? {} : { source }) };
  if (unit === undefined) {
    if (amount !== undefined && cells.isEmpty(['limitUnit'])) cells.say('limit/unit-missing', 'limitUnit');
    const simple = text === undefined || amount !== undefined ? undefined : simpleLimit(text);
    if (simple !== undefined) return { timeLimit: { ...simple, ...more } };
    if (extended !== undefined) cells.say('limit/unit-missing', 'limitUnit');
    return { timeLimit: null, ...(text === undefined ? {} : { timeLimitText: text }) };
  }
  if (unit === 'sameDay') {
    if (amount !== undefined) cells.say('limit/same-day-amount', 'limitAmount');
    return { timeLimit: { text: text ?? unitWords.write(unit), unit, amount: null, ...more } };
  }
  if (amount === undefined) {
    if (cells.isEmpty(['limitAmount'])) cells.say('limit/amount-missing', 'limitAmount');
    return { timeLimit: null };
  }
  const written = `${String(amount).padStart(2, '0')} ${unitWords.write(unit).toLowerCase()}`;
  return { timeLimit: { text: text ?? written, unit, amount, ...more } };
}

function readExtension(cells: Cells): ExtendedLimit | undefined {
  const parts = ['extendedAmount', 'extendedUnit', 'extendedGround'] as const;
  if (cells.isEmpty(parts)) return undefined;
  const empty = parts.find((column) => cells.isEmpty([column]));
  if (empty !== undefined) return cells.say('limit/extension-incomplete', empty);
  const amount = cells.number('extendedAmount', 1, 3000);
  const unit = cells.word('extendedUnit', unitWords);
  const ground = cells.text('extendedGround', 500);
  if (unit === 'sameDay') return cells.say('limit/extension-incomplete', 'extendedUnit');
  return amount === undefined || unit === undefined || ground === undefined ? undefined : { amount, unit, ground };
}

function feeOf(text: string | undefined, items: readonly (FeeRule | 'free')[]): PublishedFee | null {
  if (text === undefined && items.length === 0) return null;
  const rules = items.filter((one) => one !== 'free');
  return { text: text ?? '', items: items.length === 0 ? null : rules };
}

function readProvenance(
  cells: Cells,
  has: {
    readonly code: string | null;
    readonly limit: TimeLimit | null;
    readonly documents: readonly ProcedureDocument[];
    readonly fee: PublishedFee | null;
  },
): CatalogueEntry['provenance'] {
  // What an imported list says is the unit's own word until somebody compares it with the decision.
  const sure = (column: Column, there: boolean) => cells.word(column, surenessWords) ?? (there ? 'CHECK' : 'UNKNOWN');
  const forms = cells.word('sureForms', surenessWords);
  return {
    text: cells.text('source', 1000) ?? ownSource,
    code: sure('sureCode', has.code !== null),
    limit: sure('sureLimit', has.limit !== null),
    papers: sure('surePapers', has.documents.length > 0),
    fee: sure('sureFee', has.fee !== null),
    ...(forms === undefined ? {} : { forms }),
  };
}

function doubled(entries: readonly { readonly line: number; readonly entry: CatalogueEntry }[]): readonly CellProblem[] {
  const problems: CellProblem[] = [];
  for (const [key, [first, ...others]] of groupBy(entries, ({ entry }) => entry.key))
    for (const { line, entry } of others)
      problems.push({
        code: 'code/twice',
        line,
        column: entry.code === null ? 'name' : 'code',
        what: entry.code ?? key,
        hint: String(first?.line),
      });
  return problems;
}
