/**
 * The sheets on the screen as a PDF to share or save, on a device that cannot print. Each is drawn once more by the browser itself (SVG with the same markup, styles and
 * fonts inside), so the file looks like the paper; it is a picture, not text. A part of its own, loaded when somebody asks for it.
 */
import { downloadBlob } from '../../kit/ui/download.ts';
import { type PicturePage, picturePdf } from './image-pdf.ts';

/** Sharp enough to be printed from elsewhere, small enough to be sent: about 0.3 MB a sheet of A5. */
const dotsPerInch = 200;
const cssDotsPerInch = 96;
const jpegQuality = 0.85;

/** Shares where the device can, else saves. Rejects where the browser cannot draw or make the file; a share that was called off is none. */
export async function savePdf(area: HTMLElement, name: string): Promise<void> {
  await document.fonts.ready;
  const styles = await stylesOfPaper();
  const pages: PicturePage[] = [];
  // One after the other: a canvas of a sheet is some ten megabytes.
  for (const sheet of area.querySelectorAll<HTMLElement>('.print-page')) pages.push(await pictureOf(sheet, styles));
  if (pages.length === 0) throw new Error('No sheet to make a PDF of');
  const file = new File([picturePdf(pages)], name, { type: 'application/pdf' });
  if (!canShare(file)) return downloadBlob(file, name);
  try {
    await navigator.share({ files: [file] });
  } catch (cause) {
    if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
  }
}

function canShare(file: File): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] });
}

async function pictureOf(sheet: HTMLElement, styles: string): Promise<PicturePage> {
  const { offsetWidth: width, offsetHeight: height } = sheet;
  const scale = dotsPerInch / cssDotsPerInch;
  const markup = new XMLSerializer().serializeToString(sheet);
  const body = `<div xmlns="http://www.w3.org/1999/xhtml" class="print-paper"><style>${styles}</style>${markup}</div>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${body}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const drawing = canvas.getContext('2d');
  if (drawing === null) throw new Error('The browser gives no canvas');
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality));
  if (jpeg === null) throw new Error('The browser makes no picture of the sheet');
  return {
    jpeg: new Uint8Array(await jpeg.arrayBuffer()),
    widthPx: canvas.width,
    heightPx: canvas.height,
    widthMm: (width * 25.4) / cssDotsPerInch,
    heightMm: (height * 25.4) / cssDotsPerInch,
  };
}

/** The rules of the forms with their fonts inside: a picture loads nothing from outside. */
async function stylesOfPaper(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? document.baseURI })),
  );
  const texts = await Promise.all(
    rules.map(({ rule, base }) => (rule instanceof CSSFontFaceRule ? withFontInside(rule, base) : isOfPaper(rule) ? rule.cssText : '')),
  );
  // The frame of the sheet on the screen is no part of it.
  return `*{box-sizing:border-box}${texts.join('\n')}.print-page{box-shadow:none !important}`
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

function isOfPaper(rule: CSSRule): boolean {
  return rule.cssText.includes('.print-') && !(rule instanceof CSSMediaRule && rule.media.mediaText.includes('print'));
}

async function withFontInside(rule: CSSFontFaceRule, base: string): Promise<string> {
  const address = /Tinos/.test(rule.style.getPropertyValue('font-family')) && /url\("?([^")]+)"?\)/.exec(rule.cssText);
  if (!address) return '';
  const file = await fetch(new URL(address[1] ?? '', base));
  return rule.cssText.replace(address[0], `url(data:font/woff2;base64,${base64(new Uint8Array(await file.arrayBuffer()))})`);
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
