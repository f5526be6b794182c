/** What the bench says: one row per measurement, printed as a table and kept as JSON. */

export interface Row {
  readonly name: string;
  /** Machine-readable, never renamed. */
  readonly key: string;
  readonly value: number;
  readonly unit: 'ms' | 'B' | '×' | 'requests' | 'events/s' | 'kB' | '%';
  /** The aim as a bound on `value`. */
  readonly aim?: { readonly op: '≤' | '≥'; readonly value: number } | undefined;
  readonly note?: string | undefined;
}

export function meetsAim(row: Row): boolean | undefined {
  if (row.aim === undefined) return undefined;
  return row.aim.op === '≤' ? row.value <= row.aim.value : row.value >= row.aim.value;
}

export function formatTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    `${round(row.value)} ${row.unit}`,
    row.aim ? `${row.aim.op} ${row.aim.value}` : '',
    aimMark(row),
    row.note ?? '',
  ]);
  const head = ['measurement', 'value', 'aim', '', 'note'];
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((line) => (line[column] ?? '').length)));
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, column) => (column === 1 ? part.padStart(widths[column] ?? 0) : part.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}

function aimMark(row: Row): string {
  const met = meetsAim(row);
  if (met === undefined) return '';
  return met ? 'reached' : 'missed';
}

function round(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
