/** `take-over-catalogue [level]`: the shipped procedures that the district lacks, of one level or of all. */
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { systemClock } from '../../src/compose.ts';
import { takeOverStarter } from '../../src/log/catalogue-admin.ts';
import { starterLevels } from '../../src/reference/starter-catalogue.ts';
import { takeOverTexts as texts } from '../../src/texts/commands/take-over-catalogue.ts';
import { type Command, UsageProblem } from '../command.ts';

export const takeOverCatalogue: Command = {
  name: 'take-over-catalogue',
  help: texts.help,
  places: [texts.level],
  needed: 0,
  options: {},
  run: async ({ given: [typed], district }) => {
    const levels = typed === undefined ? starterLevels : starterLevels.filter((each) => each === typed || texts.names[each] === typed);
    if (levels.length === 0) throw new UsageProblem(texts.unknown(typed ?? ''));
    const store = await district();
    const now = systemClock.now();
    const added = await takeOverStarter(store, levels, instantToPlainDate(now), { at: now });
    return added === 0 ? texts.nothing : texts.done(added);
  },
};
