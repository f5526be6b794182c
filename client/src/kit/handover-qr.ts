/** What the QR of a hand-over list says and how it is read: the list's number and the random ids of its dossiers, nothing of a person. */
import { readListKey } from '@onestop/shared/register/row.ts';
import { type DossierId, dossierIdPattern } from '@onestop/shared/kernel/ids.ts';

export interface HandoverQr {
  /** `listKeyOf`: office, book and line. */
  readonly list: string;
  readonly dossiers: readonly DossierId[];
}

const mark = 'BK1';

export function handoverQr({ list, dossiers }: HandoverQr): string {
  return [mark, list, dossiers.join(',')].join('|');
}

/** Undefined for anything else, and for what a keyboard's input method mangled. */
export function readHandoverQr(text: string): HandoverQr | undefined {
  const [head, list = '', ids = '', ...rest] = text.trim().split('|');
  const dossiers = ids.split(',').map((id) => id.toLowerCase());
  const isWhole = rest.length === 0 && readListKey(list) !== undefined && dossiers.every((id) => dossierIdPattern.test(id));
  return head?.toUpperCase() === mark && isWhole ? { list, dossiers: dossiers as DossierId[] } : undefined;
}
