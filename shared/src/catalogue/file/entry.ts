/** A procedure as a file has it: without version and end, which come from what is published already. */
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Procedure } from '../procedure.ts';

export const entryMembers = [
  'code',
  'aliases',
  'name',
  'field',
  'level',
  'timeLimit',
  'timeLimitText',
  'fee',
  'documents',
  'resultDocument',
  'legalBasis',
  'interconnected',
  'handledBy',
  'provenance',
] as const satisfies readonly (keyof Procedure)[];
export type EntryMember = (typeof entryMembers)[number];

export type CatalogueEntry = Omit<Procedure, 'version' | 'validFrom' | 'validTo'> & {
  /** Only for a procedure that was never published before; otherwise the day of the publication counts. */
  readonly validFrom?: PlainDate | undefined;
};

export interface CatalogueFile {
  readonly entries: readonly CatalogueEntry[];
  /** What the file speaks of at all: of a procedure that is known, the rest stays as it is. */
  readonly stated: readonly EntryMember[];
  /** Headers that mean nothing to us: their columns were left out. */
  readonly ignoredColumns: readonly string[];
}

export function entryOf({ version: _version, validTo: _end, ...entry }: Procedure): CatalogueEntry {
  return entry;
}
