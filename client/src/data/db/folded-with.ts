/** The mark of a build beside the rows it folded: what it understands, as text. Known without the events themselves; who makes it is `build-registry.ts`. */
import type { ReadOptions } from '@onestop/shared/dossier/read-event.ts';

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
