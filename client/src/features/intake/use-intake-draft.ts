/**
 * Keeps the half-typed form on disk: a quarter of a second after the last change (a second after the first that is not saved), and at once when the page is hidden or closed, so that a killed
 * browser or an empty battery costs at most a few letters. Drafts are device-local; only the officer who typed one gets it back by himself.
 */
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { IntakeDraft } from '../../contract/drafts.ts';
import { useServices } from '../../kit/services-context.tsx';
import { type IntakeForm, isEmptyForm } from './intake-form.ts';

const saveDelayMs = 250;
/** Somebody who types without a pause is saved so often all the same. */
const saveDelayMsMax = 1_000;

interface IntakeDraftInput {
  readonly id: string;
  readonly form: IntakeForm;
  readonly title: string;
  readonly actor: StaffId;
  /** The stored dossier this form continues, so that a restored draft goes back to it. */
  readonly dossier: string | undefined;
  readonly active: boolean;
}

/** What lies in `IntakeDraft.form`. */
export interface SavedIntake {
  readonly form: unknown;
  readonly dossier?: string | undefined;
}

export function useIntakeDraft({ id, form, title, actor, dossier, active }: IntakeDraftInput): {
  readonly failed: boolean;
  readonly forget: () => void;
} {
  const { drafts, now } = useServices();
  const [failed, setFailed] = useState(false);
  const dirty = useRef<IntakeForm>(undefined);
  const first = useRef(true);
  const latest = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useEffectEvent((): void => {
    clearTimeout(latest.current);
    latest.current = undefined;
    const value = dirty.current;
    if (!value) return;
    dirty.current = undefined;
    if (isEmptyForm(value)) return void drafts.remove(id);
    const saved: SavedIntake = { form: value, ...(dossier === undefined ? {} : { dossier }) };
    const draft: IntakeDraft = { id, updatedAt: now(), actor, title, form: saved };
    void drafts.save(draft).then((result) => setFailed(!result.ok));
  });

  useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    if (!active) return undefined;
    dirty.current = form;
    latest.current ??= setTimeout(() => flush(), saveDelayMsMax);
    const timer = setTimeout(() => flush(), saveDelayMs);
    return () => clearTimeout(timer);
  }, [form, active]);

  useEffect(() => {
    const onHidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', onHidden);
    const onLeave = () => flush();
    window.addEventListener('pagehide', onLeave);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', onLeave);
      flush();
    };
  }, []);

  /** After an act took the draft along, or the officer threw it away: nothing is to be written any more. */
  const forget = useCallback(() => {
    dirty.current = undefined;
  }, []);
  return { failed, forget };
}
