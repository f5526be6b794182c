/** Opening a district, step by step: what is still missing before every commune can take in, and the way to each place. It judges what the centre holds and never forgets a unit that was added later. */
import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { openingOf, type OpeningState, type OpeningStep } from '@onestop/shared/judgement/opening.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { vi } from '../../texts/vi.ts';
import { CodeSheetDialog } from './code-sheet-dialog.tsx';
import classes from './opening-tab.module.css';
import { useAdminCall } from './use-admin-call.ts';

interface OpeningTabProps {
  readonly onNeedSession: () => void;
  readonly onOpen: (step: OpeningStep) => void;
}

export function OpeningTab({ onNeedSession, onOpen }: OpeningTabProps) {
  const t = adminTexts.opening;
  const { reference, office, now } = useServices();
  const data = useLive(reference);
  const centre = useLive(office);
  const { offices: deviceOffices, problem, again } = useDeviceOffices(onNeedSession);
  const [printing, setPrinting] = useState(false);
  if (!data || !centre) return <output>{vi.common.loading}</output>;
  const states = openingOf({ ...data, centre: centre.id, deviceOffices, today: instantToPlainDate(now()) });
  const left = states.filter(({ state }) => state !== 'DONE').length;
  const devicesMissing = states.find(({ step }) => step === 'devices')?.missingFor ?? [];
  return (
    <>
      <p>{t.intro}</p>
      <Notice tone={left === 0 ? 'green' : 'amber'}>{left === 0 ? t.done : t.left(left)}</Notice>
      {problem !== undefined && (
        <Notice tone="red" alert>
          {problem}
        </Notice>
      )}
      <ol className={classes.steps}>
        {states.map((state) => (
          <Step
            key={state.step}
            state={state}
            onOpen={() => onOpen(state.step)}
            onPrint={state.step === 'devices' ? () => setPrinting(true) : undefined}
          />
        ))}
      </ol>
      {printing && (
        <CodeSheetDialog
          chosen={devicesMissing}
          onNeedSession={onNeedSession}
          onClose={() => {
            setPrinting(false);
            again();
          }}
        />
      )}
    </>
  );
}

interface StepProps {
  readonly state: OpeningState;
  readonly onOpen: () => void;
  readonly onPrint: (() => void) | undefined;
}

/** Names said in full before the rest is counted. */
const namedMax = 6;

function Step({ state: { step, state, missingFor }, onOpen, onPrint }: StepProps) {
  const t = adminTexts.opening;
  const names = useNames();
  const words = t.steps[step];
  const named = missingFor.slice(0, namedMax).map(names.office).join(', ');
  return (
    <li className={classes.step}>
      <div>
        <h2 className={classes.title}>
          {words.title} <Mark tone={state === 'DONE' ? 'green' : 'amber'}>{t.states[state]}</Mark>
        </h2>
        <p className="quiet">{words.hint}</p>
        {missingFor.length > 0 && (
          <p>{t.missingFor(missingFor.length > namedMax ? named + t.more(missingFor.length - namedMax) : named)}</p>
        )}
      </div>
      <div className={classes.buttons}>
        {onPrint && <Button onClick={onPrint}>{adminTexts.codeSheet.open}</Button>}
        <Button variant="default" aria-label={`${t.open}: ${words.title}`} onClick={onOpen}>
          {t.open}
        </Button>
      </div>
    </li>
  );
}

/** The offices that have a device in use, as the centre says; undefined until it has. */
function useDeviceOffices(onNeedSession: () => void) {
  const { admin } = useServices();
  const { run, problem } = useAdminCall(onNeedSession);
  const [offices, setOffices] = useState<readonly OfficeId[]>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let live = true;
    void run(admin.listDevices).then(
      (found) => live && found.ok && setOffices(found.value.filter((one) => one.revokedAt === undefined).map((one) => one.office)),
    );
    return () => {
      live = false;
    };
  }, [run, admin, round]);
  return { offices, problem, again: () => setRound((n) => n + 1) };
}
