/** The head of the desk lets a frozen desk accept until the end of the day, with a reason; written on the office's day. */
import { useState } from 'react';
import { Button, Modal, TextInput } from '@mantine/core';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { common } from '../../texts/vi/common.ts';
import { tooOld } from '../../texts/vi/too-old.ts';
import { useDayAct } from './use-day.ts';
import { useSecondPerson } from './use-second-person.tsx';

const t = tooOld.dialog;

export function LiftFreezeDialog({ onClose }: { readonly onClose: () => void }) {
  const person = useSecondPerson({ act: 'liftFreeze', words: t });
  const [reason, setReason] = useState('');
  const { busy, problem, run } = useDayAct();
  const send = async () => {
    if (busy) return;
    const done = await run({ act: 'liftFreeze', input: { reason }, ...person.as });
    person.forget();
    if (done !== undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t.title}>
      {person.nobody ? (
        <p>{t.nobody}</p>
      ) : (
        <OwnForm
          onSubmit={() => void send()}
          problem={problem}
          buttons={
            <div className={pageClasses.buttons}>
              <Button variant="default" onClick={onClose}>
                {common.cancel}
              </Button>
              <Button type="submit" loading={busy}>
                {t.submit}
              </Button>
            </div>
          }
        >
          <p>{t.what}</p>
          <TextInput label={t.reason} required value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
          {person.fields}
        </OwnForm>
      )}
    </Modal>
  );
}
