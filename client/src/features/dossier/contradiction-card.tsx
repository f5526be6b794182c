/**
 * Two sides of one history that exclude each other, in two columns: what each desk did, with its contents, and what follows. A person chooses one side with one
 * reason; the other stays in the timeline. Settled ones can be reopened by the head of the desk.
 */
import { type ReactNode, useRef, useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { type EventRef, eventKey } from '@onestop/shared/kernel/ids.ts';
import type { Contradiction, ContradictionSide, DossierState, Settlement } from '@onestop/shared/dossier/state.ts';
import type { TimelineEntry } from '../../contract/dossiers.ts';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { useNames } from '../../kit/use-reference.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { statusNames } from '../../texts/statuses.ts';
import { momentOfEvent, namesAmong, timelineSentence } from '../../texts/timeline.ts';
import { vi } from '../../texts/vi.ts';
import classes from './contradiction-card.module.css';
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
  const act = useAct();
  const asked = useReason();
  const side = useSideName(timeline);
  const settle = (keep: 'FIRST' | 'SECOND') => {
    const reason = asked.take();
    if (reason === undefined) return;
    void act.run({ command: 'settleContradiction', dossier: state.id, input: { event: contradiction.event, keep, reason } });
  };
  const [first, second] = contradiction.sides;
  return (
    <Notice tone="violet" alert title={t.title}>
      <p>{t.explained}</p>
      <div className={classes.sides}>
        <Side side={first} timeline={timeline} stands />
        <Side side={second} timeline={timeline} />
      </div>
      {canSettle ? (
        <>
          {asked.field}
          {act.problem !== undefined && (
            <Notice tone="red" alert>
              {act.problem}
            </Notice>
          )}
          <div className={classes.sides}>
            <Button variant="default" disabled={act.busy} onClick={() => settle('FIRST')}>
              {t.keep(side(first), statusNames[first.status])}
            </Button>
            <Button variant="default" disabled={act.busy} onClick={() => settle('SECOND')}>
              {t.keep(side(second), statusNames[second.status])}
            </Button>
          </div>
        </>
      ) : (
        <p>{t.notAllowed}</p>
      )}
    </Notice>
  );
}

interface SettledCardProps {
  readonly state: DossierState;
  readonly settlement: Settlement;
  readonly timeline: readonly TimelineEntry[];
}

/** For whoever may reopen what was settled. */
export function SettledCard({ state, settlement, timeline }: SettledCardProps) {
  const t = vi.dossier.contradiction;
  const act = useAct();
  const asked = useReason();
  const [opened, setOpened] = useState(false);
  const entry = findEntry(timeline, settlement.by);
  const reopen = () => {
    const reason = asked.take();
    if (reason !== undefined)
      void act.run({ command: 'reopenContradiction', dossier: state.id, input: { settlement: settlement.by, reason } });
  };
  return (
    <Notice tone="grey" title={t.settledTitle(entry ? momentOfEvent(entry.event.at) : '')}>
      <div className={classes.sides}>
        <Acts title={t.kept} acts={settlement.kept} timeline={timeline} />
        <Acts title={t.dropped} acts={settlement.dropped} timeline={timeline} />
      </div>
      {opened && asked.field}
      {act.problem !== undefined && (
        <Notice tone="red" alert>
          {act.problem}
        </Notice>
      )}
      <div className={pageClasses.buttons}>
        <Button variant="default" disabled={act.busy} onClick={opened ? reopen : () => setOpened(true)}>
          {t.reopen}
        </Button>
      </div>
    </Notice>
  );
}

function Side({
  side,
  timeline,
  stands,
}: {
  readonly side: ContradictionSide;
  readonly timeline: readonly TimelineEntry[];
  readonly stands?: boolean;
}) {
  const t = vi.dossier.contradiction;
  const name = useSideName(timeline);
  return (
    <section className={classes.side}>
      <Acts title={stands ? t.stands(name(side)) : t.waits(name(side))} acts={side.acts} timeline={timeline} />
      <p>{t.follows(statusNames[side.status])}</p>
    </section>
  );
}

interface ActsProps {
  readonly title: string;
  readonly acts: readonly EventRef[];
  readonly timeline: readonly TimelineEntry[];
}

function Acts({ title, acts, timeline }: ActsProps) {
  const t = vi.dossier.contradiction;
  const names = useNames();
  const where = useWhere();
  const told = namesAmong(
    timeline.map(({ event }) => event),
    names,
  );
  const entries = acts.flatMap((ref) => findEntry(timeline, ref) ?? []);
  return (
    <div>
      <h3>{title}</h3>
      {entries.length === 0 && <p>{t.noActs}</p>}
      <ol>
        {entries.map(({ event }) => (
          <li key={eventKey(event)}>
            {timelineSentence(event, told)}{' '}
            <span className="quiet">{t.told(names.staff(event.actor), momentOfEvent(event.at), where(event))}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Whose side it is, in words: the officers who acted on it. */
function useSideName(timeline: readonly TimelineEntry[]): (side: ContradictionSide) => string {
  const t = vi.dossier.contradiction;
  const names = useNames();
  return ({ acts }) => {
    const who = new Set(acts.flatMap((ref) => findEntry(timeline, ref)?.event.actor ?? []).map(names.staff));
    return who.size === 0 ? t.asItStands : [...who].join(', ');
  };
}

function findEntry(timeline: readonly TimelineEntry[], ref: EventRef): TimelineEntry | undefined {
  return timeline.find(({ event }) => eventKey(event) === eventKey(ref));
}

interface AskedReason {
  readonly field: ReactNode;
  /** The reason, or undefined after saying that it is missing. */
  readonly take: () => string | undefined;
}

function useReason(): AskedReason {
  const t = vi.dossier.contradiction;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useUnsavedWork(reason !== '');
  return {
    field: (
      <TextInput
        ref={input}
        label={t.reason}
        required
        error={missing && reason.trim() === '' ? t.reasonMissing : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    ),
    take: () => {
      const given = reason.trim();
      setMissing(given === '');
      if (given === '') input.current?.focus();
      return given === '' ? undefined : given;
    },
  };
}
