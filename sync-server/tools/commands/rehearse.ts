/** `rehearse [backup]`: restores into a place of its own, verifies and removes it; without a name the newest backup of BACKUP_DIR. */
import { listBackups } from '../../src/keeping/backup-files.ts';
import { rehearse as rehearseBackup } from '../../src/keeping/rehearse.ts';
import { keepingTexts as texts } from '../../src/texts/keeping.ts';
import { type Command, type CommandContext, CommandProblem, UsageProblem } from '../command.ts';

export const rehearse: Command = {
  name: 'rehearse',
  help: texts.rehearseHelp,
  places: [texts.backupFile],
  needed: 0,
  options: {},
  run: async (context) => {
    const file = await wanted(context);
    const { counts } = await rehearseBackup(context.config, file);
    return texts.rehearsed(file, counts);
  },
};

async function wanted({ config, given, path }: CommandContext): Promise<string> {
  if (given[0] !== undefined) return path(given[0]);
  const folder = config.backup?.folder;
  if (folder === undefined) throw new UsageProblem(texts.noFolder);
  const [newest] = await listBackups(folder).catch(() => []);
  if (newest === undefined) throw new CommandProblem(texts.noBackupIn(folder));
  return newest.path;
}
