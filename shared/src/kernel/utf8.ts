/** UTF-8 without `TextEncoder`, which the pure folder cannot name. Lone surrogates become U+FFFD, as the Encoding Standard asks. */
export function utf8Encode(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3);
  return out.slice(0, utf8EncodeInto(text, out, 0));
}

/** Writes at `at` and returns the place after the last byte; `out` must have room for `3 × text.length`. */
export function utf8EncodeInto(text: string, out: Uint8Array, at: number): number {
  return encodeInto(text, out, at, false);
}

/** Like UTF-8, but a lone surrogate keeps its value ("WTF-8"), so that every JavaScript string survives the way there and back. */
export function wtf8EncodeInto(text: string, out: Uint8Array, at: number): number {
  return encodeInto(text, out, at, true);
}

function encodeInto(text: string, out: Uint8Array, at: number, keepLone: boolean): number {
  let n = at;
  for (let i = 0; i < text.length; i++) {
    let c = text.charCodeAt(i);
    if (c < 0x80) {
      out[n++] = c;
      continue;
    }
    if (c < 0x800) {
      out[n++] = 0xc0 | (c >> 6);
      out[n++] = 0x80 | (c & 63);
      continue;
    }
    if (c >= 0xd800 && c <= 0xdfff) {
      const low = c < 0xdc00 && i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
      if (low >= 0xdc00 && low <= 0xdfff) {
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        i++;
        out[n++] = 0xf0 | (c >> 18);
        out[n++] = 0x80 | ((c >> 12) & 63);
        out[n++] = 0x80 | ((c >> 6) & 63);
        out[n++] = 0x80 | (c & 63);
        continue;
      }
      if (!keepLone) c = 0xfffd;
    }
    out[n++] = 0xe0 | (c >> 12);
    out[n++] = 0x80 | ((c >> 6) & 63);
    out[n++] = 0x80 | (c & 63);
  }
  return n;
}

const chunkUnits = 8192;

/** Text of UTF-8 (or WTF-8) bytes; undefined where they are cut, overlong or above U+10FFFF. */
export function utf8Decode(bytes: Uint8Array): string | undefined {
  const units = new Uint16Array(bytes.length);
  let n = 0;
  for (let i = 0; i < bytes.length;) {
    const b0 = bytes[i] as number;
    if (b0 < 0x80) {
      units[n++] = b0;
      i++;
      continue;
    }
    const extra = b0 >= 0xf0 ? 3 : b0 >= 0xe0 ? 2 : 1;
    if (b0 < 0xc2 || b0 > 0xf4 || i + extra >= bytes.length) return undefined;
    let c = b0 & (0x3f >> extra);
    for (let k = 1; k <= extra; k++) {
      const b = bytes[i + k] as number;
      if ((b & 0xc0) !== 0x80) return undefined;
      c = (c << 6) | (b & 63);
    }
    if ((extra === 2 && c < 0x800) || (extra === 3 && (c < 0x10000 || c > 0x10ffff))) return undefined;
    i += extra + 1;
    if (c < 0x10000) {
      units[n++] = c;
    } else {
      units[n++] = 0xd800 + ((c - 0x10000) >> 10);
      units[n++] = 0xdc00 + ((c - 0x10000) & 0x3ff);
    }
  }
  let text = '';
  for (let i = 0; i < n; i += chunkUnits) text += String.fromCharCode(...units.subarray(i, Math.min(n, i + chunkUnits)));
  return text;
}
