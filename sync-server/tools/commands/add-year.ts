/** `add-year <year> [file]`: the days off and the worked Saturdays of a year, from a file of lines or JSON, or typed line by line. */
import { readFile } from 'node:fs/promises';
import { type CalendarYear, readYearLines, withYear } from '@onestop/shared/deadlines/calendar-entry.ts';
import { entryProblemText } from '@onestop/shared/deadlines/entry-problem-text.ts';
import { type Result, err } from '@onestop/shared/kernel/result.ts';
import type { Calendar } from '@onestop/shared/deadlines/calendar.ts';
import type { EntryProblem } from '@onestop/shared/deadlines/calendar-entry.ts';
import { calendarYearSchema } from '@onestop/shared/reference/schemas.ts';
import { nfc } from '@onestop/shared/text/fold.ts';
import { systemClock } from '../../src/compose.ts';
import { changeCalendar } from '../../src/log/reference-admin.ts';
import { addYearTexts as texts } from '../../src/texts/commands/add-year.ts';
import { type Command, type CommandContext, CommandProblem, UsageProblem } from '../command.ts';

export const addYear: Command = {
  name: 'add-year',
  help: texts.help,
  places: [texts.year, texts.file],
  needed: 1,
  options: {
    source: { value: texts.sourceValue, help: texts.sourceHelp },
    provisional: { help: texts.provisionalHelp },
  },
  run: async (context) => {
    const { given, option, has, district, say } = context;
    const [typed = '', file] = given;
    const year = /^20\d\d$/.test(typed) ? Number(typed) : undefined;
    if (year === undefined) throw new UsageProblem(texts.noYear(typed));
    const text = file === undefined ? await typedLines(context, year) : await readGiven(context.path(file));
    const about = { year, source: nfc(option('source') ?? ''), confirmed: !has('provisional') };
    const json = text.trimStart().startsWith('{') ? readJson(text, year) : undefined;
    if (json === undefined && about.source === '') throw new UsageProblem(texts.sourceMissing);
    let days = 0;
    const saved = await changeCalendar(
      await district(),
      (calendar): Result<Calendar, readonly EntryProblem[]> => {
        const entered = json ?? readLines(about, text, calendar);
        if ('error' in entered) return err(entered.error);
        days = entered.days.length;
        return withYear(calendar, entered);
      },
      { at: systemClock.now() },
    );
    if (!saved.ok) {
      for (const problem of saved.error) say(entryProblemText(problem));
      throw new CommandProblem(texts.problems(saved.error.length));
    }
    return texts.done(year, days, (json ?? about).confirmed);
  },
};

function readLines(
  about: Omit<CalendarYear, 'days'>,
  text: string,
  { week }: Calendar,
): CalendarYear | { readonly error: readonly EntryProblem[] } {
  const read = readYearLines(about.year, text, week);
  return read.ok ? { ...about, days: read.value } : read;
}

async function typedLines({ ask, say }: CommandContext, year: number): Promise<string> {
  say(texts.typeLines(year));
  const lines: string[] = [];
  for (let line = await ask('> '); line !== undefined && line.trim() !== ''; line = await ask('> ')) lines.push(line);
  if (lines.length === 0) throw new CommandProblem(texts.noLines);
  return lines.join('\n');
}

function readJson(text: string, year: number): CalendarYear {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Where it breaks is told in an engine's words; the file is refused in ours.
    throw new CommandProblem(texts.badJson(year));
  }
  const read = calendarYearSchema.safeParse(value);
  if (!read.success || read.data.year !== year) throw new CommandProblem(texts.badJson(year));
  return read.data;
}

async function readGiven(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    // Not there, a folder, not ours to read: the sentence is the same.
    throw new CommandProblem(texts.noFile(file));
  }
}
