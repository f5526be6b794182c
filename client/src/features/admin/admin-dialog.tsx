/** The frame of every dialog of the administration: a form that is sent to the centre, what it answered, and the PIN where the centre asks for it again. */
import { type ReactNode } from 'react';
import { Button, Modal } from '@mantine/core';
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { AdminError } from '../../contract/admin.ts';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { vi } from '../../texts/vi.ts';
import { useAdminCall } from './use-admin-call.ts';

/** What every dialog is given by its tab. */
export interface AdminDialogEnds {
  readonly onClose: () => void;
  readonly onNeedSession: () => void;
}

interface AdminDialogProps<T> extends AdminDialogEnds {
  readonly title: string;
  readonly submit?: string;
  readonly danger?: boolean;
  /** Room for two fields side by side, or for a table of fields. */
  readonly wide?: boolean | 'table';
  readonly send: () => Promise<Result<T, AdminError>>;
  readonly onSent: (value: T) => void;
  readonly children: ReactNode;
}

export function AdminDialog<T>(props: AdminDialogProps<T>) {
  const { title, submit, danger = false, wide = false, send, onSent, onClose, onNeedSession, children } = props;
  const call = useAdminCall(onNeedSession);
  useUnsavedWork(true);
  const onSubmit = async () => {
    const sent = await call.run(send);
    if (sent.ok) onSent(sent.value);
  };
  return (
    <Modal opened onClose={onClose} title={title} {...(wide === false ? {} : { size: wide === 'table' ? '80rem' : '52rem' })}>
      <OwnForm
        onSubmit={() => void onSubmit()}
        problem={call.problem}
        buttons={
          <div className={pageClasses.buttons}>
            <Button variant="default" onClick={onClose}>
              {vi.common.cancel}
            </Button>
            <Button type="submit" loading={call.busy} {...(danger ? { color: 'red.9' } : {})}>
              {submit ?? vi.common.save}
            </Button>
          </div>
        }
      >
        {children}
      </OwnForm>
    </Modal>
  );
}
