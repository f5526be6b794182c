/** Where a visit to the intake page starts: empty, from the officer's half-typed draft, or from a draft dossier of the desk. */
import type { DossierId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { IntakeDraft } from '../../contract/drafts.ts';
import { type IntakeForm, emptyIntakeForm, restoreIntakeForm } from './intake-form.ts';
import type { SavedIntake } from './use-intake-draft.ts';

export interface IntakeSession {
  /** Id of the local draft; a new session has a new one. */
  readonly id: string;
  readonly form: IntakeForm;
  /** The stored draft dossier that is being continued. */
  readonly dossier: DossierId | undefined;
  /** When the restored draft was last touched. */
  readonly restoredAt: Instant | undefined;
}

/** `ticket`: of the citizen who was called to the desk. */
export function newSession(ticket = ''): IntakeSession {
  return { id: crypto.randomUUID(), form: { ...emptyIntakeForm, ticket }, dossier: undefined, restoredAt: undefined };
}

/** Undefined where the saved form is of a shape this build does not know; the draft then stays where it is. */
export function sessionOfDraft(draft: IntakeDraft): IntakeSession | undefined {
  const saved = draft.form as SavedIntake | null;
  const form = restoreIntakeForm(saved?.form);
  if (!form) return undefined;
  return { id: draft.id, form, dossier: saved?.dossier as DossierId | undefined, restoredAt: draft.updatedAt };
}

/** The wanted draft, else the newest, of this officer's own: on a shared tablet nobody gets another one's half-typed form. */
export function firstSession(drafts: readonly IntakeDraft[], actor: StaffId, wanted: string | undefined): IntakeSession {
  const own = drafts.filter((draft) => draft.actor === actor).sort((a, b) => b.updatedAt - a.updatedAt);
  const chosen = wanted === undefined ? own[0] : own.find((draft) => draft.id === wanted);
  return (chosen && sessionOfDraft(chosen)) ?? newSession();
}
