/** The file that is shared; rules in tests/rules/print.md. */
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { picturePdf } from './image-pdf.ts';

/** One grey pixel. */
const jpeg = Uint8Array.from(
  atob(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  ),
  (char) => char.charCodeAt(0),
);

describe('a PDF of pictures', () => {
  it('[P110] has a page of the paper’s size for each sheet, and readers understand it', async () => {
    const page = { jpeg, widthPx: 1, heightPx: 1 };
    const pdf = picturePdf([
      { ...page, widthMm: 148, heightMm: 210 },
      { ...page, widthMm: 80, heightMm: 143.5 },
    ]);
    const read = await getDocumentProxy(new Uint8Array(pdf));
    const sizes = [];
    for (let number = 1; number <= read.numPages; number++) {
      const { view } = await read.getPage(number);
      sizes.push([view[2], view[3]].map((points) => Math.round((Number(points) * 25.4) / 7.2) / 10));
    }
    expect(sizes).toEqual([
      [148, 210],
      [80, 143.5],
    ]);
  });
});
