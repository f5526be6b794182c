/** Two acts that exclude each other, told as who did what and when; a person chooses, with a reason. The act not chosen stays in the timeline. */
import { useRef, useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import type { EventRef } from '@onestop/shared/kernel/ids.ts';
import type { Contradiction, DossierState } from '@onestop/shared/dossier/state.ts';
import type { TimelineEntry } from '../../contract/dossiers.ts';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { useNames } from '../../kit/use-reference.ts';
import { statusNames } from '../../texts/statuses.ts';
import { eventName, momentOfEvent } from '../../texts/timeline.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { useAct } from './use-act.ts';
import { useWhere } from './use-where.ts';

interface ContradictionCardProps {
  readonly state: DossierState;
  readonly contradiction: Contradiction;
  readonly timeline: readonly TimelineEntry[];
  readonly canSettle: boolean;
}

export function ContradictionCard({ state, contradiction, timeline, canSettle }: ContradictionCardProps) {
  const t = vi.dossier.contradiction;
  const names = useNames();
  const act = useAct();
  const where = useWhere();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useUnsavedWork(reason !== '');
  const told = (ref: EventRef | undefined) => {
    const entry = timeline.find(({ event }) => event.device === ref?.device && event.seq === ref.seq);
    return entry && t.told(names.staff(entry.event.actor), eventName(entry.event.type), momentOfEvent(entry.event.at), where(entry.event));
  };
  const settle = (keep: 'FIRST' | 'SECOND') => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return field.current?.focus();
    return void act.run({
      command: 'settleContradiction',
      dossier: state.id,
      input: { event: contradiction.event, keep, reason: reason.trim() },
    });
  };
  const first = contradiction.rivalType === undefined ? t.keepCurrent : t.keepFirst(eventName(contradiction.rivalType));
  return (
    <Notice tone="violet" alert title={t.title}>
      {contradiction.rival && <p>{told(contradiction.rival)}</p>}
      <p>{told(contradiction.event)}</p>
      <p>{t.follows(statusNames[contradiction.status])}</p>
      {canSettle ? (
        <>
          <TextInput
            ref={field}
            label={t.reason}
            required
            error={missing && reason.trim() === '' ? t.reasonMissing : undefined}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          {act.problem !== undefined && (
            <Notice tone="red" alert>
              {act.problem}
            </Notice>
          )}
          <div className={pageClasses.buttons}>
            <Button variant="default" disabled={act.busy} onClick={() => settle('FIRST')}>
              {first}
            </Button>
            <Button variant="default" disabled={act.busy} onClick={() => settle('SECOND')}>
              {t.keepSecond(eventName(contradiction.type))}
            </Button>
          </div>
        </>
      ) : (
        <p>{t.notAllowed}</p>
      )}
    </Notice>
  );
}
