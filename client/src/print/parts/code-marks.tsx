// oxlint-disable-next-line typescript/triple-slash-reference -- the types of an untyped module, wherever this file is compiled from.
/// <reference path="./jsbarcode-code128.d.ts" />
/**
 * The dossier code as a one-dimensional barcode (Code 128) and as a QR, drawn as SVG so that they print sharp at any size.
 * Both hold the bare dossier code and nothing else: no personal data, readable by the desk's scanner without a network (domain §3.4).
 */
import { useMemo } from 'react';
import { CODE128 } from 'jsbarcode/bin/barcodes/CODE128/index.js';
import { encode } from 'uqr';

interface CodeProps {
  readonly code: string;
  readonly label: string;
}

interface QrCodeProps extends CodeProps {
  /** For what is longer than a dossier code: a denser symbol needs more room to be read. */
  readonly large?: boolean;
}

export function Barcode({ code, label }: CodeProps) {
  const { path, width } = useMemo(() => barcodePath(code), [code]);
  return (
    <svg
      className="print-barcode"
      viewBox={`0 0 ${width} 40`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

export function QrCode({ code, label, large = false }: QrCodeProps) {
  const { path, size } = useMemo(() => qrPath(code), [code]);
  return (
    <svg
      className={large ? 'print-qr print-qr-large' : 'print-qr'}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Runs of bars as rectangles, with the quiet zone of ten modules on both sides that the symbology asks for. */
export function barcodePath(code: string): { readonly path: string; readonly width: number } {
  const symbol = new CODE128(code, {});
  if (!symbol.valid()) return { path: '', width: 1 };
  const bits = symbol.encode().data;
  const quiet = 10;
  let path = '';
  for (const run of bits.matchAll(/1+/g)) path += `M${quiet + run.index} 0h${run[0].length}v40h-${run[0].length}z`;
  return { path, width: bits.length + 2 * quiet };
}

export function qrPath(code: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(code, { ecc: 'M', border: 2 });
  let path = '';
  data.forEach((row, y) => row.forEach((on, x) => (path += on ? `M${x} ${y}h1v1h-1z` : '')));
  return { path, size };
}
