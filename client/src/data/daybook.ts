/** The day of an office as screens have it. Who acts is the officer who is signed in, or a second person who shows his secret for this one act. */
import { dayIdOf } from '@onestop/shared/daybook/stream.ts';
import { err, ok } from '@onestop/shared/kernel/result.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Daybook } from '../contract/daybook.ts';
import type { EventLog } from './db/event-log.ts';
import type { OwnedSession } from './session/create-session.ts';
import { createWatchers } from './watchers.ts';

export function createDaybook(
  log: EventLog,
  session: Pick<OwnedSession, 'current' | 'vouch'>,
  office: () => Office | undefined,
  onClockWrong: () => void,
): Daybook {
  const watch = createWatchers(log);
  return {
    perform: async ({ act, input, date, as }) => {
      const current = session.current.get();
      const own = office();
      if (current === undefined || current.locked || own === undefined) return err({ code: 'session/locked' as const });
      const { decideDayAct } = await import('@onestop/shared/daybook/acts/index.ts');
      const acting = as === undefined ? ok(current.staff) : await session.vouch(as.login, as.secret);
      if (!acting.ok) return acting;
      const done = await log.performDay({
        date,
        actor: acting.value.id,
        decide: (state, context) => decideDayAct(act, state, input, { ...context, actor: acting.value, office: own }),
      });
      if (!done.ok && done.error.code === 'clock/too-early') onClockWrong();
      return done.ok ? ok(done.value.state) : done;
    },
    open: (day) => log.openDay(dayIdOf(day.office, day.date)),
    watch: (day, listener) => watch(dayIdOf(day.office, day.date), listener),
  };
}
