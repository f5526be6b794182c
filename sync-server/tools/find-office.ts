/** The office a technician means: its code as it is, or its name with or without marks, "xã" and capitals. */
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { adminTexts as texts } from '../src/texts/admin.ts';
import { CommandProblem } from './command.ts';

/** Throws a sentence with the offices there are where none or several are meant. */
export function findOffice(offices: readonly Office[], typed: string): Office {
  const wanted = foldVietnamese(typed.trim());
  const named = (test: (office: Office) => boolean): readonly Office[] => offices.filter(test);
  const rungs = [
    named(({ id }) => id.toLowerCase() === typed.trim().toLowerCase()),
    named(({ name }) => foldVietnamese(name) === wanted),
    named(({ name }) => foldVietnamese(name).endsWith(` ${wanted}`)),
  ];
  const meant = rungs.find((found) => found.length > 0) ?? [];
  const [office] = meant;
  if (office !== undefined && meant.length === 1) return office;
  const list = (meant.length === 0 ? offices : meant).map(({ id, name }) => `  ${id}  ${name}`);
  throw new CommandProblem(`${list.join('\n')}\n\n${meant.length === 0 ? texts.officeUnknown(typed) : texts.officeAmbiguous(typed)}`);
}
