/** The head of the desk agrees or sends the closing back: as who is signed in, or as a second person with a secret of his own on this very device. */
import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import type { Closing } from '@onestop/shared/daybook/state.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { daybook } from '../../texts/vi/daybook.ts';
import { useDayAct } from './use-day.ts';
import { useSecondPerson } from './use-second-person.tsx';
import classes from './daybook.module.css';

export function JudgeClosing({ closing, date }: { readonly closing: Closing; readonly date: PlainDate }) {
  const t = daybook.closing;
  const person = useSecondPerson({ act: 'approveClosing', words: t, except: closing.by });
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, problem, run } = useDayAct();
  const finish = (done: unknown): void => {
    person.forget();
    if (done !== undefined) setReason('');
  };
  const sendBack = async () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') finish(await run({ act: 'sendClosingBack', input: { reason }, date, ...person.as }));
  };
  if (person.nobody) return <p className="quiet">{t.nobody}</p>;
  return (
    <section className={classes.card} aria-labelledby="duyet-chot">
      <h2 id="duyet-chot">{t.judge}</h2>
      <p className="quiet">{t.judgeHint}</p>
      <OwnForm
        onSubmit={() => void (busy ? undefined : run({ act: 'approveClosing', input: {}, date, ...person.as }).then(finish))}
        problem={problem}
        buttons={
          <div className={pageClasses.buttons}>
            <Button variant="default" disabled={busy} onClick={() => void sendBack()}>
              {t.sendBack}
            </Button>
            <Button type="submit" loading={busy}>
              {t.approve}
            </Button>
          </div>
        }
      >
        {person.fields}
        <TextInput
          label={t.sendBackReason}
          value={reason}
          error={missing && reason.trim() === '' ? t.sendBackReason : undefined}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
      </OwnForm>
    </section>
  );
}
