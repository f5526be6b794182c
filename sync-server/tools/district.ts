/** Opens the district of the configuration for a command: nothing is made where nothing is, and nothing is brought to another build. */
import type { Config } from '../src/config.ts';
import { isEmptyDatabase } from '../src/auth/setup.ts';
import { lookAtDatabase } from '../src/db/look.ts';
import { describeDatabase, openStore } from '../src/db/open-store.ts';
import type { Store } from '../src/db/store.ts';
import { reasonOf } from '../src/problems.ts';
import { adminTexts as texts } from '../src/texts/admin.ts';
import { CommandProblem } from './command.ts';

/** Throws a sentence where it cannot be opened, holds no district, or is another build's. The caller closes it. */
export async function openDistrict(config: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<Store> {
  const where = describeDatabase(config);
  const store = await orSentence(where, async () => {
    const state = await lookAtDatabase(config);
    if (state === 'ABSENT' || state === 'EMPTY') throw new CommandProblem(texts.noDistrict(where));
    if (state === 'NEWER') throw new CommandProblem(texts.newerDatabase(where));
    if (state === 'OLDER') throw new CommandProblem(texts.olderDatabase(where));
    return openStore(config, () => undefined);
  });
  if (!(await isEmptyDatabase(store))) return store;
  await store.close();
  throw new CommandProblem(texts.noDistrict(where));
}

async function orSentence<T>(where: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (problem) {
    if (problem instanceof CommandProblem) throw problem;
    throw new CommandProblem(texts.cannotOpen(where, reasonOf(problem)), { cause: problem });
  }
}
