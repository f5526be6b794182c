/** What most acts ask for: a line, a few lines, a day. Each is a hook that gives what was typed and the field to show. */
import { type ReactNode, useState } from 'react';
import { Textarea, TextInput } from '@mantine/core';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { addDays, type PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { DateBox, readDateBox } from '../../../kit/ui/date-box.tsx';
import { DateOffers } from '../../../kit/ui/date-offers.tsx';
import { usePromiseOffers } from '../../../kit/use-promise-offers.ts';
import { vi } from '../../../texts/vi.ts';

interface TextOptions {
  readonly label: string;
  readonly required?: boolean;
  /** The first field of its dialog. */
  readonly first?: boolean;
  readonly initial?: string | undefined;
  readonly hint?: string | undefined;
  /** More than one line, this many to begin with. */
  readonly lines?: number;
}

/** `text` is trimmed; empty where nothing was typed. */
export function useText({ label, required = false, first = false, initial = '', hint, lines }: TextOptions) {
  const [value, setValue] = useState(initial);
  const shared = {
    label: required ? label : `${label} (${vi.dossier.optional})`,
    required,
    value,
    ...(hint === undefined ? {} : { description: hint }),
    ...(first ? { 'data-autofocus': true } : {}),
  };
  return {
    text: value.trim(),
    field:
      lines === undefined ? (
        <TextInput {...shared} onChange={(e) => setValue(e.currentTarget.value)} />
      ) : (
        <Textarea {...shared} autosize minRows={lines} onChange={(e) => setValue(e.currentTarget.value)} />
      ),
  };
}

export function useReason(label: string, first = true): { readonly text: string; readonly field: ReactNode } {
  return useText({ label, required: true, first, lines: 2 });
}

/** A note nobody has to write, as the commands take it. */
export function useNote(first = false): { readonly input: { readonly note?: string }; readonly field: ReactNode } {
  const { text, field } = useText({ label: vi.dossier.addNote.note, lines: 1, first });
  return { input: text === '' ? {} : { note: text }, field };
}

/** As an act takes it: absent where nothing is written. */
export function written<const K extends string>(key: K, text: string): { readonly [P in K]?: string } {
  const typed = text.trim();
  return typed === '' ? {} : ({ [key]: typed } as { readonly [P in K]?: string });
}

interface DayOptions {
  readonly label: string;
  readonly required?: boolean;
  readonly first?: boolean;
  readonly initial?: string;
}

interface Day<Read> {
  /** What is typed, asked when the act is sent: from then on the box says what is wrong with it. */
  readonly read: () => Read | undefined | 'wrong';
  readonly field: ReactNode;
}

/** A day that has come: of a paper, of something that was done. */
export function useDayGone({ label, required = false, first = false, initial = '' }: DayOptions): Day<PlainDate> {
  const [typed, setTyped] = useState(initial);
  const [tried, setTried] = useState(false);
  const limits = { today: instantToPlainDate(useServices().now()) };
  return {
    read: () => {
      setTried(true);
      return readDateBox(typed, limits);
    },
    field: (
      <DateBox
        label={required ? label : `${label} (${vi.dossier.optional})`}
        value={typed}
        onChange={setTyped}
        limits={limits}
        tried={tried}
        required={required}
        first={first}
      />
    ),
  };
}

/** A day by which somebody has to answer, never required; the next days on which the desk is open are one press away. */
export function useDayToCome({ label }: Pick<DayOptions, 'label'>): Day<PlainDate> {
  const earliest = addDays(instantToPlainDate(useServices().now()), 1);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const read = readDateBox(typed, { earliest });
  const date = read === 'wrong' ? undefined : read;
  const offers = usePromiseOffers(date && { date }, typed.trim() === '', earliest);
  return {
    read: () => {
      setTried(true);
      return read;
    },
    field: (
      <>
        <DateBox label={`${label} (${vi.dossier.optional})`} value={typed} onChange={setTyped} limits={{ earliest }} tried={tried} />
        <DateOffers offers={offers} label={vi.dossier.requestSupplement.openDays} onTake={setTyped} />
      </>
    ),
  };
}
