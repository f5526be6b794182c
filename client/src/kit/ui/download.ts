/** Files for the person at the machine: handed to the browser's download, tables as a spreadsheet reads them. */
import { csvText } from '@onestop/shared/table/write-csv.ts';

export function downloadBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function csvBlob(rows: Parameters<typeof csvText>[0]): Blob {
  return new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' });
}
