/**
 * What this build of the server understands, as one text. It is stored beside the projections; another text there means that they were folded by
 * another build and are made anew (`rebuild.ts`). An old build can be played by leaving types out.
 */
import { createHash } from 'node:crypto';
import { findDayAct } from '@onestop/shared/daybook/acts/index.ts';
import { dayEventTypes } from '@onestop/shared/daybook/event-types.ts';
import { dossierEventTypes, findEventDefinition } from '@onestop/shared/dossier/events/index.ts';
import { foldVersion } from '@onestop/shared/dossier/fold.ts';
import type { ReadOptions } from '@onestop/shared/dossier/read-event.ts';

export interface Build {
  readonly readOptions: ReadOptions;
  /** Changes with the version of the fold and with every event type and its version. */
  readonly mark: string;
}

export function createBuild(unknownTypes: ReadonlySet<string> = new Set()): Build {
  const known = [...dossierEventTypes, ...dayEventTypes].filter((type) => !unknownTypes.has(type));
  const versionOf = (type: string) => (findEventDefinition(type) ?? findDayAct(type))?.version;
  const text = [foldVersion, ...known.map((type) => `${type}@${versionOf(type)}`).sort()].join(' ');
  return {
    readOptions: unknownTypes.size === 0 ? {} : { knownTypes: new Set<string>(known) },
    mark: createHash('sha256').update(text).digest('base64url').slice(0, 22),
  };
}
