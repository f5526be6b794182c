/** Comma-separated text both ways (RFC 4180): commas, semicolons (what Excel writes where the comma is the decimal sign) or tabs, whichever the first lines use most. */
import { type Result, err, ok } from '../kernel/result.ts';
import type { Table, TableProblem, TableRow } from './table.ts';

const separators = [',', ';', '\t'] as const;

export function readCsv(text: string): Result<Table, TableProblem> {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const separator = declared?.[1] ?? guessSeparator(text);
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = declared ? 2 : 1;
  let rowLine = line;
  let quotedFrom = 0;
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: rowLine, cells });
    cells = [];
  };
  for (let i = declared?.[0].length ?? 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\n') line++;
    if (quotedFrom > 0) {
      if (char !== '"') cell += char === '\r' ? '' : char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quotedFrom = 0;
    } else if (char === '"' && cell.trim() === '') {
      cell = '';
      quotedFrom = line;
    } else if (char === separator) endCell();
    else if (char === '\n') {
      endRow();
      rowLine = line;
    } else if (char !== '\r') cell += char;
  }
  if (quotedFrom > 0) return err({ code: 'table/open-quote', line: quotedFrom });
  endRow();
  return rows.length === 0 ? err({ code: 'table/empty' }) : ok({ rows, merged: [] });
}

function guessSeparator(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const lines = head.split('\n').slice(0, 20);
  const most = (separator: string) => Math.max(...lines.map((one) => one.split(separator).length));
  return separators.reduce((best, one) => (most(one) > most(best) ? one : best));
}

/** With the mark that makes Excel read UTF-8, and its line ends. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const body = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
  return `\ufeff${body}\r\n`;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell;
}
