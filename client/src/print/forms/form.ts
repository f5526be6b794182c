/**
 * What an official form is to this program: an object with its numbers, its data and its sheet. Adding a form is one folder and one line of the registry.
 * Which set of forms counts is said by the dossier's own day, so that an old dossier prints by the rules it was received under.
 */
import { createElement, type ComponentType, type ReactNode } from 'react';
import { DraftMark, FormMark } from '../parts/sheet.tsx';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { EventData } from '@onestop/shared/dossier/events/index.ts';
import type { Period } from './register/period.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { SheetValue } from '@onestop/shared/table/write-xlsx.ts';
import type { QueueName } from '../../contract/dossier-index.ts';
import type { DossierView } from '../../contract/dossiers.ts';

export type PrintedFormId = EventData<'FormPrinted'>['form'];

/** TT 01/2018/TT-VPCP and TT 03/2025/TT-VPCP. */
export type FormSet = '2018' | '2025';

interface FormHead {
  readonly title: string;
  /** Where a set calls it otherwise. */
  readonly titles?: { readonly [Set in FormSet]?: string };
  /** The form's number in each set; null: the set has none for it and the office's own paper is printed; absent: it is not made under that set. */
  readonly numbers: { readonly [Set in FormSet]?: string | null };
}

/** A form made of one dossier, on A5 or two on A4. */
export interface DossierForm extends FormHead {
  readonly of: 'DOSSIER';
  /** As it is written down when it goes to the printer. */
  readonly id: PrintedFormId;
  /** Why there is none, where it cannot be made. */
  readonly none: string;
  /** It can also be printed on an 80 mm roll. */
  readonly rolls: boolean;
  /**
   * One sheet for each copy (liên); undefined where the form cannot be made of this dossier. On a roll the one piece that is given away, of a form that has one.
   */
  readonly sheets: (view: DossierView, reference: ReferenceData, on?: 'SHEETS' | 'ROLL') => readonly ReactNode[] | undefined;
  /** Printed ahead of the act, to be filled in and signed by hand: no number, no date, no name under a signature. Undefined where there is no such draft. */
  readonly drafts: (view: DossierView, reference: ReferenceData) => readonly ReactNode[] | undefined;
  /** The paper there is now; undefined where there is none. */
  readonly issue: (view: DossierView, reference: ReferenceData) => Issue | undefined;
}

export interface Issue {
  /** From when it is this paper and no earlier one of the same form; absent: there is never another. */
  readonly at?: Instant | undefined;
  /** Named on it, and kept with its first print because the log has the name nowhere. */
  readonly statedBy?: string | undefined;
}

/** A form made of the dossiers of a period, on A4 landscape. */
export interface PeriodForm extends FormHead {
  readonly of: 'PERIOD';
  /** It names persons: that it was printed is written down. */
  readonly persons: boolean;
  /** The page it is asked for from. */
  readonly backTo: '/so-theo-doi' | '/bao-cao';
  /** Whose dossiers it speaks of; absent: the office's own. */
  readonly covers?: (office: Office, reference: ReferenceData) => readonly OfficeId[];
  /** It can be made of one field alone. */
  readonly byField?: true;
  readonly pages: (source: PeriodSource) => readonly ReactNode[];
  /** The same as a table to take away, with one row of headings. */
  readonly table?: (source: PeriodSource) => readonly (readonly SheetValue[])[];
}

/** A list of the desk's own of what stands in one of its queues now, on A4 landscape. */
export interface QueueForm extends FormHead {
  readonly of: 'QUEUE';
  /** As with a form over a period. */
  readonly persons: boolean;
  readonly queue: QueueName;
  /** None where the queue is empty. */
  readonly pages: (source: QueueSource) => readonly ReactNode[];
}

export interface QueueSource {
  readonly office: Office;
  readonly reference: ReferenceData;
  readonly rows: readonly DossierRow[];
  /** Who makes the list. */
  readonly officer: string;
  readonly now: Instant;
}

export interface PeriodSource {
  readonly period: Period;
  readonly office: Office;
  readonly reference: ReferenceData;
  readonly rows: readonly DossierRow[];
  readonly now: Instant;
  /** Only this field of procedures. */
  readonly field?: string | undefined;
  /** Who prints it. */
  readonly officer: string;
  /** Up to when the figures are known, in words. */
  readonly freshness: string;
}

interface DossierFormDefinition<Data, Copy extends string> extends FormHead {
  readonly id: PrintedFormId;
  readonly none: string;
  /** In the order in which they leave the printer. */
  readonly copies: readonly Copy[];
  readonly data: (view: DossierView, reference: ReferenceData) => Data | undefined;
  /** What is known of it before the act. */
  readonly draft?: (view: DossierView, reference: ReferenceData) => Data | undefined;
  readonly issue?: (data: Data) => Issue;
  readonly sheet: ComponentType<{ readonly data: Data; readonly copy: Copy; readonly set: FormSet }>;
  readonly roll?: ComponentType<{ readonly data: Data }>;
}

/** Keeps the form's own data between its `data` and its `sheet`. */
export function defineDossierForm<Data extends object, Copy extends string>(form: DossierFormDefinition<Data, Copy>): DossierForm {
  const { id, title, titles = {}, numbers, none, roll, issue = () => ({}) } = form;
  const dataOf = (view: DossierView, reference: ReferenceData) =>
    numbers[formSetOf(view.state)] === undefined ? undefined : form.data(view, reference);
  return {
    of: 'DOSSIER',
    id,
    title,
    titles,
    numbers,
    none,
    rolls: roll !== undefined,
    sheets: (view, reference, on = 'SHEETS') => {
      const set = formSetOf(view.state);
      const data = dataOf(view, reference);
      if (data === undefined) return undefined;
      const mark = formMark(numbers, set);
      if (on === 'ROLL' && roll !== undefined) return [markedSheet('ROLL', mark, createElement(roll, { data }))];
      return form.copies.map((copy) => markedSheet(copy, mark, createElement(form.sheet, { data, copy, set })));
    },
    drafts: (view, reference) => {
      const set = formSetOf(view.state);
      const data = numbers[set] === undefined ? undefined : form.draft?.(view, reference);
      const [copy] = form.copies;
      if (data === undefined || copy === undefined) return undefined;
      const sheet = markedSheet(copy, formMark(numbers, set), createElement(form.sheet, { data, copy, set }));
      return [createElement(DraftMark, { key: copy, value: true }, sheet)];
    },
    issue: (view, reference) => {
      const data = dataOf(view, reference);
      return data && issue(data);
    },
  };
}

export function titleOf({ title, titles }: FormHead, set: FormSet): string {
  return titles?.[set] ?? title;
}

export function markedSheet(key: string, mark: string, sheet: ReactNode): ReactNode {
  return createElement(FormMark, { key, value: mark }, sheet);
}

/**
 * The annex of TT 03/2025/TT-VPCP was not at hand: its forms keep the layout of 2018, and the sheet says so until somebody has compared them. A paper that the set
 * does not have says that too.
 */
export function formMark(numbers: FormHead['numbers'], set: FormSet): string {
  const number = numbers[set];
  if (number === null || number === undefined) return `Không có mẫu trong ${regulations[set]}`;
  if (set === '2018') return `Mẫu ${number}, ${regulations[set]}`;
  const then = numbers['2018'];
  if (then === null || then === undefined) return `Mẫu ${number}, ${regulations[set]} (bố cục chưa đối chiếu)`;
  return `Mẫu ${number}, ${regulations[set]} (bố cục ${then === number ? '' : `Mẫu ${then} `}TT 01/2018)`;
}

const regulations = { 2018: 'TT 01/2018/TT-VPCP', 2025: 'TT 03/2025/TT-VPCP' } as const satisfies Record<FormSet, string>;

/** The day TT 03/2025/TT-VPCP was issued (domain §13.1). */
const formsOf2025From = '2025-09-15' as PlainDate;

export function formSetOn(date: PlainDate): FormSet {
  return date < formsOf2025From ? '2018' : '2025';
}

/** By the day it was received, or opened where it is not received yet. */
export function formSetOf(state: Pick<DossierState, 'acceptedAt' | 'openedAt'>): FormSet {
  return formSetOn(instantToPlainDate(state.acceptedAt ?? state.openedAt));
}
