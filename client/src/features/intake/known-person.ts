/** What tells a half-typed person from namesakes: the number once it is long enough, a name of several words, the year at the end of the birth date. */
import type { PartyInput } from '@onestop/shared/dossier/intake-fields/party.ts';

export interface KnownPerson {
  readonly idNumber: string | undefined;
  readonly name: string | undefined;
  readonly birthYear: number | undefined;
}

const idDigitsMin = 9;

export function knownPerson({ fullName, idNumber, birth }: PartyInput): KnownPerson {
  const name = fullName.trim();
  const number = idNumber.replace(/\D/g, '');
  const year = /\d{4}$/.exec(birth.trim())?.[0];
  return {
    idNumber: number.length >= idDigitsMin ? number : undefined,
    name: name.includes(' ') ? name : undefined,
    birthYear: year === undefined ? undefined : Number(year),
  };
}
