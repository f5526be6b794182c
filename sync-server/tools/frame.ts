/**
 * The frame of the technician's commands: reads the command line, opens the database of the server's own configuration where a command asks for it, and ends
 * in one sentence with exit code 0, 1 (it did not work) or 2 (wrong usage). Starts no process and reads no global, so that tests run it as it is.
 */
import { resolve } from 'node:path';
import { type Environment, parseConfig } from '../src/config.ts';
import type { Store } from '../src/db/store.ts';
import { KeepingProblem } from '../src/keeping/problem.ts';
import { reasonOf } from '../src/problems.ts';
import { adminTexts as texts } from '../src/texts/admin.ts';
import type { Asking } from './ask.ts';
import { type Command, type CommandContext, CommandProblem, UsageProblem } from './command.ts';
import { helpOf, listOf, readLine } from './command-line.ts';
import { commands } from './commands/index.ts';
import { openDistrict } from './district.ts';

/** What a command sees of the process it runs in. */
export interface Console {
  readonly env: Environment;
  /** Where the technician stands; paths he types begin there. */
  readonly folder: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly asking: Asking;
}

/** `words`: what was typed after `npm run admin --`. Answers the exit code. */
export async function runCommandLine([name, ...words]: readonly string[], io: Console): Promise<number> {
  const end = (text: string, code: number): number => {
    (code === 0 ? io.out : io.err)(`${text}\n`);
    return code;
  };
  if (name === undefined || name === '--help' || name === '-h') return end(listOf(commands), 0);
  const command = commands.find((each) => each.name === name);
  if (command === undefined) return end(`${listOf(commands)}\n\n${texts.unknownCommand(name)}`, 2);
  if (words.includes('--help') || words.includes('-h')) return end(helpOf(command), 0);
  try {
    return end(await runCommand(command, words, io), 0);
  } catch (problem) {
    if (problem instanceof UsageProblem) return end(`${helpOf(command)}\n\n${problem.message}`, 2);
    if (problem instanceof CommandProblem || problem instanceof KeepingProblem) return end(problem.message, 1);
    // A fault of ours or of the machine (full disk, line that broke): one sentence all the same, and the place for who asks for it.
    if (io.env['LOG_LEVEL'] === 'debug' && problem instanceof Error) io.err(`${problem.stack ?? ''}\n`);
    return end(texts.broke(name, reasonOf(problem)), 1);
  }
}

async function runCommand(command: Command, words: readonly string[], io: Console): Promise<string> {
  const { given, options } = readLine(command, words);
  const config = parseConfig(io.env);
  if (!config.ok) throw new CommandProblem([texts.configTitle, ...config.error.map((problem) => `  - ${problem}`)].join('\n'));
  let store: Promise<Store> | undefined;
  const context: CommandContext = {
    config: config.value,
    given,
    option: (name) => {
      const value = options[name];
      return typeof value === 'string' ? value : undefined;
    },
    has: (name) => options[name] !== undefined,
    path: (typed) => resolve(io.folder, typed),
    district: () => (store ??= openDistrict(config.value)),
    say: (line) => io.out(`${line}\n`),
    ask: io.asking.ask,
  };
  try {
    return await command.run(context);
  } finally {
    io.asking.close();
    await store?.then(
      (opened) => opened.close(),
      // It never opened, which the command's own fault says.
      () => undefined,
    );
  }
}
