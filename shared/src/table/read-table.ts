/** A file as it was uploaded → its table; which kind it is says its beginning, not its name. */
import { type Result, err } from '../kernel/result.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import { type Table, type TableProblem, tableBytesMax } from './table.ts';
import { isOldWorkbook, isZip, readXlsx } from './xlsx.ts';

export function readTable(bytes: Uint8Array): Result<Table, TableProblem> {
  if (bytes.length === 0) return err({ code: 'table/empty' });
  if (bytes.length > tableBytesMax) return err({ code: 'table/too-large' });
  if (isOldWorkbook(bytes)) return err({ code: 'table/old-workbook' });
  // "PK" begins no text anybody would bring.
  if (isZip(bytes) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return readXlsx(bytes);
  const text = decodeText(bytes);
  return text.ok ? readCsv(text.value) : text;
}
