/** What a burst of characters is, wherever it came in. */
import { parseCode } from '@onestop/shared/dossier/numbers.ts';
import { looksLikeCitizenQr, unframeScan } from '@onestop/shared/text/citizen-qr.ts';
import { type HandoverQr, readHandoverQr } from '../handover-qr.ts';
import type { ScanWay } from './scan-burst.ts';

export type Scan =
  /** Content of an identity card, perhaps damaged; the parser says. */
  | { readonly kind: 'card'; readonly text: string; readonly way: ScanWay | undefined }
  /** The barcode or QR on one of our own papers. */
  | { readonly kind: 'dossier'; readonly code: string }
  /** The QR on a hand-over list. */
  | { readonly kind: 'list'; readonly list: HandoverQr }
  /** The bar code of an older card: its number alone. */
  | { readonly kind: 'number'; readonly number: string }
  /** The totals of a day's closing, perhaps damaged; the parser says. */
  | { readonly kind: 'closing'; readonly text: string }
  /** Of a scanner for certain, and nothing of ours. */
  | { readonly kind: 'unknown' };

export interface ScanFacts {
  readonly way?: ScanWay | undefined;
  /** Faster than any person types. */
  readonly fast: boolean;
  /** By Enter or Tab. */
  readonly ended: boolean;
  /** Where it went: a text input, or nowhere that takes text. */
  readonly inText: boolean;
}

/** Other papers have three fields and more between bars; nobody types those. */
const barsMin = 3;
const longMin = 25;
/** With no input in focus nobody types; a few quick keys may still be an officer's slip. */
const strayMin = 6;

/** Undefined for what a person may have typed: it stays where it is. */
export function readScan(text: string, { way, fast, ended, inText }: ScanFacts): Scan | undefined {
  if (looksLikeCitizenQr(text)) return { kind: 'card', text, way };
  const bare = unframeScan(text);
  const code = dossierCodeIn(bare);
  if (code !== undefined && (fast || !inText)) return { kind: 'dossier', code };
  const list = readHandoverQr(bare);
  if (list !== undefined) return { kind: 'list', list };
  if (/^CC1-/i.test(bare) && fast) return { kind: 'closing', text: bare.toUpperCase() };
  if (/^\d{12}$/.test(bare) && fast && ended) return { kind: 'number', number: bare };
  if (bare.split('|').length > barsMin && bare.length >= longMin) return { kind: 'unknown' };
  if (fast && ended && bare.length >= longMin && /\d/.test(bare) && !/\s/.test(bare)) return { kind: 'unknown' };
  return fast && !inText && bare.length >= strayMin ? { kind: 'unknown' } : undefined;
}

/** The bare code, or the address of a look-up page that carries it. Caps Lock may have turned it. */
function dossierCodeIn(text: string): string | undefined {
  const carried = /[?&]ma=([^&#\s]+)/i.exec(text)?.[1];
  const code = (carried ?? text).toUpperCase();
  return parseCode(code) && code;
}
