/** One year's days off and worked Saturdays: typed line by line as the notice has them, or taken from a file of such lines or of JSON. Checked here by the rules of the centre. */
import { useState } from 'react';
import { Checkbox, FileInput, Textarea, TextInput } from '@mantine/core';
import type { Calendar } from '@onestop/shared/deadlines/calendar.ts';
import {
  type CalendarYear,
  type EntryProblem,
  type KnownYear,
  readYearLines,
  sayYearLines,
  withYear,
} from '@onestop/shared/deadlines/calendar-entry.ts';
import { entryProblemText } from '@onestop/shared/deadlines/entry-problem-text.ts';
import { type Result, err, ok } from '@onestop/shared/kernel/result.ts';
import { calendarYearSchema } from '@onestop/shared/reference/schemas.ts';
import { nfc } from '@onestop/shared/text/fold.ts';
import { useServices } from '../../kit/services-context.tsx';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';

interface CalendarYearDialogProps extends AdminDialogEnds {
  readonly calendar: Calendar;
  readonly year: number;
  readonly known: KnownYear | undefined;
  readonly onSaved: () => void;
}

export function CalendarYearDialog({ calendar, year, known, onSaved, ...ends }: CalendarYearDialogProps) {
  const t = adminTexts.calendar;
  const { admin } = useServices();
  const [lines, setLines] = useState(() => sayYearLines(calendar, year));
  const [source, setSource] = useState(known?.source ?? '');
  const [confirmed, setConfirmed] = useState(known?.confirmed ?? false);
  const [tried, setTried] = useState(false);
  const [badFile, setBadFile] = useState(false);
  const entered = readEntry(calendar, { year, source, confirmed }, lines);
  const takeFile = async (file: File | null) => {
    const text = (await file?.text()) ?? '';
    const json = text.trimStart().startsWith('{') ? readJson(text) : undefined;
    setBadFile(json === 'bad' || (typeof json === 'object' && json.year !== year));
    if (json === undefined) setLines(text);
    if (typeof json !== 'object' || json.year !== year) return;
    setLines(sayYearLines({ exceptions: json.days.map((day) => ({ ...day, source: json.source, confirmed: json.confirmed })) }, year));
    setSource(json.source);
    setConfirmed(json.confirmed);
  };
  const send = async () => {
    setTried(true);
    return entered.ok ? admin.saveCalendarYear(entered.value) : err({ code: 'admin/invalid' as const });
  };
  return (
    <AdminDialog {...ends} title={t.title(year)} send={send} onSent={onSaved}>
      <FileInput
        placeholder={vi.common.chooseFile}
        label={t.file}
        description={t.fileHint}
        accept=".txt,.json,.csv"
        clearable
        clearButtonProps={{ 'aria-label': vi.common.clearFile }}
        onChange={(file) => void takeFile(file)}
      />
      {badFile && (
        <Notice tone="red" alert>
          {t.badFile(year)}
        </Notice>
      )}
      <Textarea
        label={t.lines}
        description={t.linesHint}
        required
        autosize
        minRows={8}
        maxRows={16}
        value={lines}
        onChange={(event) => setLines(event.currentTarget.value)}
      />
      {!entered.ok && (tried || lines !== '') && (
        <Notice tone="red" alert>
          {entered.error.slice(0, 8).map((problem) => (
            <p key={`${problem.line}${problem.code}${problem.what}`}>{entryProblemText(problem)}</p>
          ))}
        </Notice>
      )}
      {entered.ok && (
        <p role="status">
          {t.read(
            entered.value.days.filter((day) => day.kind === 'OFF').length,
            entered.value.days.filter((day) => day.kind === 'WORK').length,
          )}
        </p>
      )}
      <TextInput
        label={t.source}
        description={t.sourceHint}
        required
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Checkbox
        label={t.isConfirmed}
        description={t.isConfirmedHint}
        checked={confirmed}
        onChange={(event) => setConfirmed(event.currentTarget.checked)}
      />
    </AdminDialog>
  );
}

function readEntry(calendar: Calendar, about: Omit<CalendarYear, 'days'>, lines: string): Result<CalendarYear, readonly EntryProblem[]> {
  const read = readYearLines(about.year, lines, calendar.week);
  if (!read.ok) return read;
  const entered = { ...about, source: nfc(about.source), days: read.value };
  const checked = withYear(calendar, entered);
  return checked.ok ? ok(entered) : checked;
}

function readJson(text: string): CalendarYear | 'bad' {
  try {
    const read = calendarYearSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : 'bad';
  } catch {
    return 'bad';
  }
}
