/**
 * A form that says in its own words what is missing. The browser's own messages are in the browser's language, which on these machines is often English, and
 * cover the buttons: they are switched off. In a dialog the keyboard begins in the form. The first required field left empty gets the focus and is named; what the screen itself finds wrong gets it too.
 */
import { useLayoutEffect, useRef, useState, type FormEvent, type KeyboardEventHandler, type ReactNode } from 'react';
import { vi } from '../../texts/vi.ts';
import { Notice } from './notice.tsx';

interface OwnFormProps {
  readonly onSubmit: () => void;
  readonly onKeyDown?: KeyboardEventHandler<HTMLFormElement>;
  /** Why the last try failed. */
  readonly problem?: string | undefined;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

export function OwnForm({ onSubmit, onKeyDown, problem, buttons, children }: OwnFormProps) {
  const [missing, setMissing] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => beginHere(form.current), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const empty = firstEmpty(event.currentTarget);
    setMissing(empty && vi.common.fieldMissing(labelOf(empty)));
    if (empty) return empty.focus();
    onSubmit();
    focusFirstWrong(event.currentTarget);
  };
  const said = missing ?? problem;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key is for the form as a whole: Enter in any of its fields submits.
    <form ref={form} noValidate onSubmit={submit} onKeyDown={onKeyDown} style={{ display: 'flex', flexDirection: 'column', gap: '0.9rem' }}>
      {children}
      <div aria-live="assertive">{said !== undefined && <Notice tone="red">{said}</Notice>}</div>
      {buttons}
    </form>
  );
}

/** Where no field says that it is the first, a dialog would focus its closing cross: the first field that can be filled in, of several choices the chosen one, or the first button. */
function beginHere(form: HTMLFormElement | null): void {
  if (!form?.closest('[role="dialog"]') || form.querySelector('[data-autofocus]')) return;
  const fields = [...form.querySelectorAll<HTMLElement>('input:enabled, select:enabled, textarea:enabled')];
  const chosen = fields[0]?.matches('[type="radio"]') ? fields.find((field) => field.matches(':checked')) : undefined;
  (chosen ?? fields[0] ?? form.querySelector('button'))?.setAttribute('data-autofocus', 'true');
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function firstEmpty(form: HTMLFormElement): Field | undefined {
  return [...form.querySelectorAll<Field>('input[required], textarea[required], select[required]')].find(
    (field) => !field.disabled && field.value.trim() === '',
  );
}

/** Once the screen has drawn what it said of its fields; of several choices the first. Nothing where the form is gone. */
function focusFirstWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const said = form.querySelector('.mantine-InputWrapper-error');
    said?.parentElement?.querySelector<Field>('input, textarea, select')?.focus();
  });
}

/** As the label says it, without the star. */
function labelOf(field: Field): string {
  return (field.labels?.[0]?.textContent ?? '').replace(/\s*\*\s*$/, '');
}
