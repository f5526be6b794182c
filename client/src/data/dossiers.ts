/** The dossiers as screens have them: lists, one at a time, and the only door to an act. */
import { err, ok } from '@onestop/shared/kernel/result.ts';
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import { judgeAge, stopsWhenFrozen } from '@onestop/shared/judgement/too-old.ts';
import { freezeLiftOn } from '@onestop/shared/daybook/state.ts';
import { dayIdOf } from '@onestop/shared/daybook/stream.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Dossiers, PerformRequest } from '../contract/dossiers.ts';
import type { Services } from '../contract/services.ts';
import type { EventLog } from './db/event-log.ts';
import { createWatchers } from './watchers.ts';
import { createLooks, type LooksDeps } from './looks.ts';

export function createDossiers(
  log: EventLog,
  parts: () => {
    readonly session: Services['session'];
    readonly reference: ReturnType<Services['reference']['get']>;
    readonly office: Office | undefined;
  },
  onClockWrong: () => void,
  holdDraft: (id: string) => (taken: boolean) => void,
): Dossiers {
  const watchers = createWatchers(log);
  /** `inHand`: whose the page is, the officer's (his session is open) or the citizen's (it is locked). */
  const act = async <C extends CommandName>(request: PerformRequest<C>, inHand: 'OFFICER' | 'CITIZEN') => {
    const { session, reference, office } = parts();
    const current = session.current.get();
    const isHis = current?.locked === (inHand === 'CITIZEN') && (request.command === 'recordRating') === (inHand === 'CITIZEN');
    if (current === undefined || !isHis || reference === undefined || office === undefined) return err({ code: 'session/locked' as const });
    if (stopsWhenFrozen(request.command) && (await isFrozen(log, office, reference))) return err({ code: 'desk/frozen' as const });
    const { decideCommand } = await import('@onestop/shared/dossier/commands/index.ts');
    const release = request.intakeDraft === undefined ? undefined : holdDraft(request.intakeDraft);
    const done = await log.perform({
      dossier: request.dossier,
      actor: current.staff.id,
      intakeDraft: request.intakeDraft,
      decide: (state, context) =>
        decideCommand(request.command, state, request.input, { ...context, actor: current.staff, office, reference }),
    });
    release?.(done.ok);
    if (!done.ok && done.error.code === 'clock/too-early') onClockWrong();
    return done.ok ? ok({ dossier: done.value.dossier, state: done.value.state }) : done;
  };
  const perform: Dossiers['perform'] = (request) => act(request, 'OFFICER');
  const sitting: LooksDeps['sitting'] = () => {
    const { session, office } = parts();
    return { current: session.current.get(), office, device: log.state.get().identity?.device };
  };
  return {
    index: log.index,
    perform,
    rate: async (dossier, input) => {
      const done = await act({ command: 'recordRating', dossier, input }, 'CITIZEN');
      return done.ok ? undefined : done.error.code;
    },
    look: createLooks({ open: log.open, perform, sitting }),
    open: log.open,
    watch: watchers,
  };
}

/** Asked at every acceptance, here and nowhere else. The head of the desk may have lifted it, on this device and for today. */
async function isFrozen(log: EventLog, office: Office, { settings }: ReferenceData): Promise<boolean> {
  const { oldestPendingAt, lastReceiptAt, identity } = log.state.get();
  const now = log.now();
  if (judgeAge({ oldestPendingAt, confirmedAt: lastReceiptAt }, now, settings).level !== 'FROZEN') return false;
  const day = await log.openDay(dayIdOf(office.id, instantToPlainDate(now)));
  return freezeLiftOn(day, identity?.device) === undefined;
}
