/** `backup [folder | file]`: a checked copy while the server runs, on either database. Into a folder it gets a name of its time; old ones go in BACKUP_DIR only. */
import { statSync } from 'node:fs';
import { backUpAs, backUpInto, engineOf } from '../../src/keeping/backup.ts';
import { extensionOf } from '../../src/keeping/backup-files.ts';
import { keepingTexts as texts } from '../../src/texts/keeping.ts';
import { type Command, UsageProblem } from '../command.ts';

export const backup: Command = {
  name: 'backup',
  help: texts.backupHelp,
  places: [texts.backupPlace],
  needed: 0,
  options: {},
  run: async ({ config, given, path }) => {
    const target = given[0] === undefined ? config.backup?.folder : path(given[0]);
    if (target === undefined) throw new UsageProblem(texts.noFolder);
    const isFile = target.endsWith(extensionOf[engineOf(config)]) && statSync(target, { throwIfNoEntry: false })?.isDirectory() !== true;
    const keep = target === config.backup?.folder ? config.backup.keep : undefined;
    const kept = isFile
      ? { ...(await backUpAs(config, target, Date.now())), removed: 0 }
      : await backUpInto(config, target, Date.now(), keep);
    return texts.backedUp(kept.path, kept.manifest.counts, kept.manifest.bytes, kept.removed);
  },
};
