/** Which official form a sheet is, in words: its number and the regulation it belongs to. */
import type { FormSet, DossierForm } from './forms/form.ts';
import { print as texts } from '../texts/vi/print.ts';

export function numberOf(form: Pick<DossierForm, 'numbers'>, set: FormSet): string {
  const number = form.numbers[set];
  return typeof number !== 'string' ? '' : texts.number(number, texts.regulations[set]);
}
