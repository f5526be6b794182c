/**
 * What a technician's command is (`npm run admin -- <name> …`): one object in a file of its own under `commands/`. The frame (`admin.ts`) reads the command
 * line by what the object declares, opens and closes the database, and turns every fault into a sentence.
 */
import type { Config } from '../src/config.ts';
import type { Store } from '../src/db/store.ts';

export interface CommandOption {
  /** What stands for its value in the help; a switch has none. */
  readonly value?: string | undefined;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  /** One line. */
  readonly help: string;
  /** What stands without a name, in order, as the help calls it: the first `needed` of them must be given. */
  readonly places: readonly string[];
  readonly needed: number;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Answers the sentence the command ends in, exit code 0. Throws `CommandProblem` for a sentence with exit code 1, `UsageProblem` for 2. */
  readonly run: (context: CommandContext) => Promise<string>;
}

export interface CommandContext {
  readonly config: Config;
  /** What was given for `places`; the needed ones are there and not empty. */
  readonly given: readonly string[];
  readonly option: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
  /** A path as the technician typed it, from the folder where he stands: npm runs its scripts in the project's. */
  readonly path: (typed: string) => string;
  /** The database of the configuration. Never made here: throws a sentence where there is no district in it, or one of another build. Closed by the frame. */
  readonly district: () => Promise<Store>;
  /** One line to the standard output. */
  readonly say: (line: string) => void;
  /** The next line of the standard input, asked for where a person sits there; a secret is not shown while it is typed. Undefined at its end. */
  readonly ask: (question: string, options?: { readonly secret?: boolean }) => Promise<string | undefined>;
}

/** A sentence for the technician: nothing went wrong inside, something is not as the command needs it. */
export class CommandProblem extends Error {
  override readonly name: string = 'CommandProblem';
}

/** The command line itself is wrong: the sentence is followed by the command's help. */
export class UsageProblem extends CommandProblem {
  override readonly name = 'UsageProblem';
}
