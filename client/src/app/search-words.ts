/** What a scan is looked for by: the code of our own paper, the number of a card. */
import { parseCitizenQr } from '@onestop/shared/text/citizen-qr.ts';
import type { Scan } from '../kit/scan/read-scan.ts';

/** What to look for after a scan; undefined where there is nothing to. */
export function searchWords(scan: Scan): string | undefined {
  if (scan.kind === 'dossier') return scan.code;
  if (scan.kind === 'number') return scan.number;
  const card = scan.kind === 'card' ? parseCitizenQr(scan.text) : undefined;
  return card?.ok ? card.value.idNumber : undefined;
}
