/** The head of the desk agrees or sends the closing back: as who is signed in, or as a second person with a secret of his own on this very device. */
import { useState } from 'react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { mayDoOfDay } from '@onestop/shared/daybook/acts/index.ts';
import type { Closing } from '@onestop/shared/daybook/state.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { daybook } from '../../texts/vi/daybook.ts';
import { useDayAct } from './use-day.ts';
import classes from './daybook.module.css';

export function JudgeClosing({ closing, date }: { readonly closing: Closing; readonly date: PlainDate }) {
  const t = daybook.closing;
  const { session, office } = useServices();
  const unit = useLive(office);
  const roster = useLive(session.roster);
  const me = useLive(session.current)?.staff;
  const heads = roster.filter((one) => one.id !== closing.by && unit !== undefined && mayDoOfDay('approveClosing', one, unit));
  const [login, setLogin] = useState(() => (heads.some((one) => one.id === me?.id) ? me?.login : heads[0]?.login) ?? '');
  const [secret, setSecret] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, problem, run } = useDayAct();
  const isMe = login === me?.login;
  const as = isMe ? {} : { as: { login, secret } };
  const finish = (done: unknown): void => {
    setSecret('');
    if (done !== undefined) setReason('');
  };
  const sendBack = async () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') finish(await run({ act: 'sendClosingBack', input: { reason }, date, ...as }));
  };
  if (heads.length === 0) return <p className="quiet">{t.nobody}</p>;
  return (
    <section className={classes.card} aria-labelledby="duyet-chot">
      <h2 id="duyet-chot">{t.judge}</h2>
      <p className="quiet">{t.judgeHint}</p>
      <OwnForm
        onSubmit={() => void (busy ? undefined : run({ act: 'approveClosing', input: {}, date, ...as }).then(finish))}
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
        <NativeSelect
          label={t.who}
          value={login}
          onChange={(e) => setLogin(e.currentTarget.value)}
          data={heads.map((one) => ({ value: one.login, label: one.title === '' ? one.fullName : `${one.fullName} – ${one.title}` }))}
        />
        {!isMe && (
          <TextInput
            type="password"
            label={t.pin}
            required
            autoComplete="off"
            value={secret}
            onChange={(e) => setSecret(e.currentTarget.value)}
          />
        )}
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
