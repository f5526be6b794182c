/** A procedure as a file has it: without version and end, which come from what is published already. */
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Procedure } from '../procedure.ts';

export type CatalogueEntry = Omit<Procedure, 'version' | 'validFrom' | 'validTo'> & {
  /** Only for a procedure that was never published before; otherwise the day of the publication counts. */
  readonly validFrom?: PlainDate | undefined;
};

export interface CatalogueFile {
  readonly entries: readonly CatalogueEntry[];
  /** Headers that mean nothing to us: their columns were left out. */
  readonly ignoredColumns: readonly string[];
}

export function entryOf({ version: _version, validTo: _end, ...entry }: Procedure): CatalogueEntry {
  return entry;
}
