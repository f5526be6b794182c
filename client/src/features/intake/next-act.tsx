/** What usually follows an acceptance, one press away: the file goes to the officer who works on it. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { isAllowed } from '@onestop/shared/judgement/allowed.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { DossierView } from '../../contract/dossiers.ts';
import { actProblemText } from '../../kit/act-problem.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import classes from './intake.module.css';

interface NextActProps {
  readonly view: DossierView;
  readonly reference: ReferenceData;
}

const choicesMax = 3;

export function NextAct({ view: { state }, reference }: NextActProps) {
  const { dossiers, office: live, session, now } = useServices();
  const office = useLive(live);
  const actor = useLive(session.current)?.staff;
  const [problem, setProblem] = useState<string>();
  if (!office || !actor) return null;
  const last = state.handovers.at(-1);
  if (last?.to !== undefined) return <p aria-live="polite">{texts.success.forwarded(last.to.name)}</p>;
  if (!isAllowed('forward', state, { actor, office, offices: reference.offices }, now())) return null;
  const forward = async (to: Staff) => {
    const done = await dossiers.perform({ command: 'forward', dossier: state.id, input: { to: { kind: 'STAFF', staff: to.id } } });
    setProblem(done.ok ? undefined : actProblemText(done.error));
  };
  const specialists = reference.staff.filter((one) => one.active && one.office === office.id && one.roles.includes('specialist'));
  return (
    <>
      <div className={classes.buttons}>
        {specialists.slice(0, choicesMax).map((one) => (
          <Button key={one.id} size="md" variant="light" onClick={() => void forward(one)}>
            {texts.success.forwardTo(one.id === actor.id ? texts.success.myself : one.fullName)}
          </Button>
        ))}
      </div>
      {problem === undefined ? null : (
        <Notice tone="red" alert>
          {problem}
        </Notice>
      )}
    </>
  );
}
