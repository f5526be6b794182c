/** Small workbooks for tests, as a spreadsheet writes them: text, numbers, dates by style, merged cells, further sheets. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface SheetCell {
  readonly number: number;
  /** Shown as a date. */
  readonly date?: boolean;
}

export interface WorkbookOptions {
  readonly merged?: readonly string[];
  /** Stands before the sheet and is hidden. */
  readonly hiddenFirst?: boolean;
}

export function workbook(
  rows: readonly (readonly (string | SheetCell)[])[],
  { merged = [], hiddenFirst = false }: WorkbookOptions = {},
): Uint8Array {
  const strings: string[] = [];
  const body = rows
    .map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`, strings)).join('')}</row>`)
    .join('');
  const merges =
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const sheet = (data: string) =>
    xml(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData>${merges}</worksheet>`);
  const names = hiddenFirst ? ['Ẩn', 'Danh mục'] : ['Danh mục'];
  const sheets = names.map(
    (name, i) => `<sheet name="${name}" sheetId="${i + 1}"${hiddenFirst && i === 0 ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const links = names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="worksheet" Target="worksheets/sheet${i + 1}.xml"/>`);
  return zip({
    'xl/workbook.xml': xml(`<workbook xmlns:r="r"><sheets>${sheets.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': xml(`<Relationships>${links.join('')}</Relationships>`),
    'xl/styles.xml': xml('<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
    'xl/sharedStrings.xml': xml(`<sst>${strings.map((one) => `<si><t xml:space="preserve">${escape(one)}</t></si>`).join('')}</sst>`),
    ...(hiddenFirst
      ? { 'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1"><v>1</v></c></row>'), 'xl/worksheets/sheet2.xml': sheet(body) }
      : { 'xl/worksheets/sheet1.xml': sheet(body) }),
  });
}

function xml(text: string): Uint8Array {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
}

function cellXml(cell: string | SheetCell, ref: string, strings: string[]): string {
  if (cell === '') return '';
  if (typeof cell !== 'string') return `<c r="${ref}" s="${cell.date === true ? 1 : 0}"><v>${cell.number}</v></c>`;
  strings.push(cell);
  return `<c r="${ref}" t="s"><v>${strings.length - 1}</v></c>`;
}

function letters(column: number): string {
  return (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') + String.fromCharCode(65 + (column % 26));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A zip of packed files: local headers, the directory, its end. */
function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    for (const [value, at] of [
      [20, 0],
      [0x800, 2],
      [8, 4],
      [name.length, 22],
    ] as const)
      common.writeUInt16LE(value, at);
    for (const [value, at] of [
      [crc32(bytes), 10],
      [packed.length, 14],
      [bytes.length, 18],
    ] as const)
      common.writeUInt32LE(value, at);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, Buffer.from(name)]));
    body.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  for (const at of [4, 6]) end.writeUInt16LE(directory.length, at);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...body, ...directory, Buffer.from('PK\u0005\u0006'), end]));
}
