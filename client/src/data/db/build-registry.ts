/**
 * What this build understands, as one text stored beside the rows it folded. Another build's text at start means that some rows may be folded
 * otherwise today. An old build can be played by leaving types out.
 */
import { dayEventTypes } from '@onestop/shared/daybook/event-types.ts';
import { dossierEventTypes, eventDefinitions } from '@onestop/shared/dossier/events/index.ts';
import { foldVersion } from '@onestop/shared/dossier/fold.ts';
import type { ReadOptions } from '@onestop/shared/dossier/read-event.ts';
import { rowFields } from './records/row-fields.ts';

export interface FoldedWith {
  /** `type@version …`: what differs here concerns only dossiers with events that were not understood. */
  readonly types: string;
  /** Fields of a row and version of the fold: what differs here concerns every dossier. */
  readonly rows: string;
}

export interface BuildRegistry {
  readonly foldOptions: ReadOptions;
  readonly foldedWith: FoldedWith;
}

export function createBuildRegistry(unknownTypes: ReadonlySet<string> = new Set()): BuildRegistry {
  const known = dossierEventTypes.filter((type) => !unknownTypes.has(type));
  return {
    foldOptions:
      unknownTypes.size === 0
        ? {}
        : { knownTypes: new Set<string>([...known, ...dayEventTypes.filter((type) => !unknownTypes.has(type))]) },
    foldedWith: {
      types: known.map((type) => `${type}@${eventDefinitions[type].version}`).join(' '),
      rows: `${foldVersion} ${rowFields.join(' ')}`,
    },
  };
}

/**
 * The mark after this build wrote rows. Where rows of another build lie beside (a tab of the old build lived on after the upgrade), it becomes neither
 * build's, so that the next start looks again.
 */
export function foldedWithAfter(stored: FoldedWith | undefined, build: BuildRegistry): FoldedWith {
  const { foldedWith } = build;
  if (stored === undefined) return foldedWith;
  return {
    types: stored.types === foldedWith.types ? stored.types : 'mixed',
    rows: stored.rows === foldedWith.rows ? stored.rows : 'mixed',
  };
}
