/** The frame of every act's dialog: a form, the reason it failed if it did, one primary button with Enter. Half-typed input holds back updates. */
import type { KeyboardEvent, ReactNode } from 'react';
import { Button, Modal } from '@mantine/core';
import type { CommandInput, CommandName } from '@onestop/shared/dossier/commands/index.ts';
import { useUnsavedWork } from '../../../kit/unsaved-work.tsx';
import { vi } from '../../../texts/vi.ts';
import { OwnForm } from '../../../kit/ui/own-form.tsx';
import { pageClasses } from '../../../kit/ui/page.tsx';
import { useAct } from '../use-act.ts';
import type { ActScreenProps, DossierAct } from './act.ts';

interface ActDialogProps<C extends CommandName> extends ActScreenProps {
  readonly act: DossierAct<C>;
  readonly danger?: boolean;
  /** Where one column of boxes is not enough. */
  readonly size?: 'lg';
  /** What was filled in, as the command wants it; undefined where the dialog itself says what is missing. */
  readonly input: () => CommandInput<C> | undefined;
  readonly children: ReactNode;
}

export function ActDialog<C extends CommandName>({
  act,
  danger = false,
  size,
  input,
  state,
  onDone,
  onClose,
  children,
}: ActDialogProps<C>) {
  const { busy, problem, run } = useAct();
  useUnsavedWork(true);
  const submit = async () => {
    const filled = busy ? undefined : input();
    if (filled !== undefined && (await run({ command: act.command, dossier: state.id, input: filled }))) onDone();
  };
  return (
    <Modal opened onClose={onClose} title={act.words.title} {...(size ? { size } : {})}>
      <OwnForm
        onSubmit={() => void submit()}
        onKeyDown={submitOnEnter}
        problem={problem}
        buttons={
          <div className={pageClasses.buttons}>
            <Button variant="default" onClick={onClose}>
              {vi.common.cancel}
            </Button>
            <Button type="submit" loading={busy} {...(danger ? { color: 'red.9' } : {})}>
              {act.words.act}
              <span className="key-hint">{' · Enter'}</span>
            </Button>
          </div>
        }
      >
        {children}
      </OwnForm>
    </Modal>
  );
}

/**
 * The button promises Enter, but the browser submits only from one-line fields: here also from a select and a text area, where Shift+Enter begins a new
 * line. An Enter that ends a Vietnamese syllable in an input method is not an answer.
 */
export function submitOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  if (!(event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
