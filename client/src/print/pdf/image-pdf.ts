/**
 * A PDF of pictures, one page each: the few objects a reader needs (catalogue, pages, one JPEG a page) and nothing else. A library that sets text would have to set the
 * forms a second time, and weigh more than the program; what is shared is the picture of the very sheet that would be printed.
 */
export interface PicturePage {
  readonly jpeg: Uint8Array<ArrayBuffer>;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Size on paper, in millimetres. */
  readonly widthMm: number;
  readonly heightMm: number;
}

const encoder = new TextEncoder();
const pointsPerMm = 72 / 25.4;

export function picturePdf(pages: readonly PicturePage[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (...pieces: readonly (string | Uint8Array<ArrayBuffer>)[]) => {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece;
      parts.push(bytes);
      length += bytes.length;
    }
  };
  /** Objects are numbered in the order they are written, from 1. */
  const object = (...body: readonly (string | Uint8Array<ArrayBuffer>)[]) => {
    offsets.push(length);
    add(`${offsets.length} 0 obj\n`, ...body, '\nendobj\n');
  };
  // A comment of high bytes tells programs that the file is binary.
  add('%PDF-1.4\n', new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]));
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_page, index) => `${3 + 3 * index} 0 R`).join(' ')}] >>`);
  pages.forEach((page, index) => {
    const at = 3 + 3 * index;
    const [width, height] = [points(page.widthMm), points(page.heightMm)];
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /I ${at + 1} 0 R >> >> /Contents ${at + 2} 0 R >>`,
    );
    object(
      `<< /Type /XObject /Subtype /Image /Width ${page.widthPx} /Height ${page.heightPx} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${page.jpeg.length} >>\nstream\n`,
      page.jpeg,
      '\nendstream',
    );
    const draw = `q ${width} 0 0 ${height} 0 0 cm /I Do Q`;
    object(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`);
  });
  const table = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(
    `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
  );
  return joined(parts, length);
}

function points(millimetres: number): string {
  return (millimetres * pointsPerMm).toFixed(2);
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
