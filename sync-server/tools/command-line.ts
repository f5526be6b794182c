/** The words of the command line by what a command declares, and the help that says what it declares. */
import { parseArgs } from 'node:util';
import { adminTexts as texts } from '../src/texts/admin.ts';
import { type Command, UsageProblem } from './command.ts';

export interface ReadLine {
  readonly given: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** Throws `UsageProblem` for an option nobody knows, one without its value, and too few or too many words. */
export function readLine(command: Command, words: readonly string[]): ReadLine {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
  );
  // Not strict, so that what is wrong is said in our words.
  const { tokens } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true });
  const given: string[] = [];
  const read: Record<string, string | boolean> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') given.push(token.value);
    if (token.kind !== 'option') continue;
    const declared = command.options[token.name];
    if (declared === undefined) throw new UsageProblem(texts.unknownOption(token.rawName));
    if (declared.value === undefined && token.value !== undefined) throw new UsageProblem(texts.optionTakesNothing(token.rawName));
    if (declared.value !== undefined && (token.value ?? '').trim() === '') throw new UsageProblem(texts.optionNeedsValue(token.rawName));
    read[token.name] = token.value ?? true;
  }
  const missing = command.places.slice(0, command.needed).filter((_place, i) => (given[i] ?? '').trim() === '');
  if (missing.length > 0) throw new UsageProblem(texts.missing(missing));
  const extra = given[command.places.length];
  if (extra !== undefined) throw new UsageProblem(texts.tooMuch(extra));
  return { given, options: read };
}

export function listOf(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [texts.listTitle, ...commands.map(({ name, help }) => `  ${name.padEnd(width)}  ${help}`), texts.listNote].join('\n');
}

export function helpOf({ name, help, places, needed, options }: Command): string {
  const words = places.map((place, i) => (i < needed ? `<${place}>` : `[${place}]`));
  const named = Object.entries(options).map(([option, { value }]) => `[--${option}${value === undefined ? '' : ` <${value}>`}]`);
  const explained = Object.entries(options).map(([option, each]) => `  --${option}: ${each.help}`);
  return [help, `${texts.usage}: npm run admin -- ${[name, ...words, ...named].join(' ')}`, ...explained].join('\n');
}
