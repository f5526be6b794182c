/**
 * `restore <backup> --yes`: the backup in place of the database, which stays beside it; the servers must be stopped. Opens no district before: there may be none. Afterwards
 * the act is written into the record of what was restored, which is brought to this build by that, as the server's next start would.
 */
import { basename } from 'node:path';
import { describeDatabase, openStore } from '../../src/db/open-store.ts';
import { restore as restoreBackup } from '../../src/keeping/restore.ts';
import { keepingTexts as texts } from '../../src/texts/keeping.ts';
import { type Command, CommandProblem } from '../command.ts';

export const restore: Command = {
  name: 'restore',
  help: texts.restoreHelp,
  places: [texts.backupFile],
  needed: 1,
  options: { yes: { help: texts.yesHelp } },
  run: async ({ config, given, path, has }) => {
    const file = path(given[0] ?? '');
    if (!has('yes')) throw new CommandProblem(texts.restoreNeedsYes(file, describeDatabase(config)));
    const { counts, keptAs } = await restoreBackup(config, file, Date.now());
    const store = await openStore(config, () => undefined);
    try {
      await store.write((tx) => tx.audit({ at: Date.now(), what: 'database/restored', detail: basename(file) }));
    } finally {
      await store.close();
    }
    return texts.restored(counts, keptAs);
  },
};
