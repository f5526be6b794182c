/** `import-catalogue <file>`: a list of procedures (XLSX, CSV, JSON) told line by line where it is wrong, else published as new versions from a day on. */
import { readFile } from 'node:fs/promises';
import { addDays, parsePlainDate, type PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { systemClock } from '../../src/compose.ts';
import { previewCatalogue, publishCatalogue } from '../../src/log/catalogue-admin.ts';
import { importCatalogueTexts as texts } from '../../src/texts/commands/import-catalogue.ts';
import { type Command, CommandProblem, UsageProblem } from '../command.ts';

const problemsShown = 50;

export const importCatalogue: Command = {
  name: 'import-catalogue',
  help: texts.help,
  places: [texts.file],
  needed: 1,
  options: {
    effective: { value: texts.day, help: texts.effectiveHelp },
    whole: { help: texts.wholeHelp },
    'dry-run': { help: texts.dryRunHelp },
  },
  run: async ({ given: [typed = ''], option, has, path, district, say }) => {
    const effective = dayOf(option('effective'));
    const file = await readGiven(path(typed));
    const store = await district();
    const plan = { effective, endMissing: has('whole') };
    const looked = await previewCatalogue(store, file, plan);
    if (!looked.ok) {
      for (const problem of looked.error.slice(0, problemsShown)) say(problem);
      throw new CommandProblem(texts.problems(looked.error.length));
    }
    const { preview, procedures, added, changed, unchanged, missing, ignoredColumns } = looked.value;
    if (ignoredColumns.length > 0) say(texts.ignored(ignoredColumns.join(', ')));
    for (const { key, name } of added) say(texts.added(key, name));
    for (const { key, name } of changed) say(texts.changed(key, name));
    for (const { key, name } of plan.endMissing ? missing : []) say(texts.ends(key, name));
    const counts = texts.counts({ procedures, added: added.length, changed: changed.length, unchanged, missing: missing.length });
    if (has('dry-run')) return `${counts} ${texts.nothingWritten}`;
    const done = await publishCatalogue(store, file, { ...plan, preview }, { at: systemClock.now() });
    if (!done.ok) throw new CommandProblem(texts.meanwhile);
    return `${counts} ${texts.published(effective)}`;
  },
};

/** Tomorrow, where nobody says: what was promised today stays as it was. */
function dayOf(typed: string | undefined): PlainDate {
  const today = instantToPlainDate(systemClock.now());
  if (typed === undefined) return addDays(today, 1);
  const day = parsePlainDate(typed);
  if (day === undefined) throw new UsageProblem(texts.noDay(typed));
  if (day < today) throw new UsageProblem(texts.past(typed));
  return day;
}

async function readGiven(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    // Not there, a folder, not ours to read: the sentence is the same.
    throw new CommandProblem(texts.noFile(file));
  }
}
