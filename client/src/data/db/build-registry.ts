/**
 * What this build understands, as one text stored beside the rows it folded. Another build's text at start means that some rows may be folded
 * otherwise today. An old build can be played by leaving types out.
 */
import { dayEventTypes } from '@onestop/shared/daybook/event-types.ts';
import { dossierEventTypes, eventDefinitions } from '@onestop/shared/dossier/events/index.ts';
import { foldVersion } from '@onestop/shared/dossier/fold.ts';
import type { BuildRegistry } from './folded-with.ts';
import { rowFields } from './records/row-fields.ts';

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
