/** The frame of every act: a form, the reason it failed if it did, one primary button with Enter. Half-typed input holds back updates. */
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { Button, Modal } from '@mantine/core';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { useUnsavedWork } from '../../../kit/unsaved-work.tsx';
import { vi } from '../../../texts/vi.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { pageClasses } from '../../../kit/ui/page.tsx';
import type { Act } from '../use-act.ts';

/** What every dialog is given. */
export interface ActDialogProps {
  readonly state: DossierState;
  readonly onClose: () => void;
}

interface FrameProps {
  readonly title: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly act: Act;
  readonly onClose: () => void;
  readonly onSubmit: () => Promise<boolean>;
  readonly children: ReactNode;
}

export function ActDialog({ title, submit, danger = false, act, onClose, onSubmit, children }: FrameProps) {
  useUnsavedWork(true);
  const onForm = async (event: FormEvent) => {
    event.preventDefault();
    if (!act.busy && (await onSubmit())) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key is for the form as a whole: Enter in any of its fields submits. */}
      <form
        onSubmit={(event) => void onForm(event)}
        onKeyDown={submitOnEnter}
        style={{ display: 'flex', flexDirection: 'column', gap: '0.9rem' }}
      >
        {children}
        <div aria-live="assertive">{act.problem !== undefined && <Notice tone="red">{act.problem}</Notice>}</div>
        <div className={pageClasses.buttons}>
          <Button variant="default" onClick={onClose}>
            {vi.common.cancel}
          </Button>
          <Button type="submit" loading={act.busy} {...(danger ? { color: 'red.9' } : {})}>
            {submit} · Enter
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/**
 * The button promises Enter, but the browser submits only from one-line fields: here also from a select and a text area, where Shift+Enter begins a new
 * line. An Enter that ends a Vietnamese syllable in an input method is not an answer.
 */
function submitOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  if (!(event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
