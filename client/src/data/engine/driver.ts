/**
 * Feeds the sync machine what happens in this tab and in the others: acts, the line, the officer's wish, a sign-in, the lead. Decides nothing itself:
 * what to do next is the machine's, what is true is the log's, who leads is `leader.ts`'s.
 */
import { syncFacts, type SyncFacts } from '@onestop/shared/sync/status.ts';
import type { Live } from '../../contract/live.ts';
import type { DiaryLine, SyncStatus } from '../../contract/sync-status.ts';
import { createEngine, type Engine, type EngineDeps } from './engine.ts';
import { createLeader, type Leader } from './leader.ts';
import { createStatusBoard, unsentEvents } from './status-board.ts';

export interface SyncDriver {
  readonly status: Live<SyncStatus>;
  readonly diary: Live<readonly DiaryLine[]>;
  readonly syncNow: () => void;
  readonly start: () => void;
  readonly stop: () => void;
  /** The log changed, by this tab or another. */
  readonly onLogChanged: () => void;
  /** A message of another tab. */
  readonly hear: (message: SyncMessage) => void;
}

export type SyncMessage =
  | { readonly kind: 'sync-status'; readonly facts: SyncFacts }
  | { readonly kind: 'sync-now' }
  /** Who leads, and who has somebody signed in? */
  | { readonly kind: 'sync-hello' }
  /** Somebody is signed in here: this tab can pull as well as deliver. */
  | { readonly kind: 'sync-open' };

export interface DriverDeps extends EngineDeps {
  readonly post: (message: SyncMessage) => void;
}

export function createDriver(deps: DriverDeps): SyncDriver {
  const { platform, log, post } = deps;
  const now = (): number => platform.clock.now();
  const engine: Engine = createEngine(deps, () => board.show());
  const leader = createLeader({
    locks: platform.locks,
    lockName: `motcua-sync${platform.name}`,
    onLead: () => {
      begin();
      board.show();
      if (!log.rowsOpen.get()) post({ kind: 'sync-hello' });
    },
  });
  const board = createStatusBoard({
    log,
    leads: leader.leads,
    ownFacts: () => syncFacts(engine.state()),
    tell: (facts) => post({ kind: 'sync-status', facts }),
  });

  /** An enrolled device's leading tab has its machine lead too. */
  function begin(): void {
    const state = log.state.get();
    if (leader.leads() && !engine.state().leader && state.identity !== undefined)
      engine.feed({ kind: 'becameLeader', now: now(), pendingEvents: unsentEvents(state) });
  }

  function onRowsOpen(): void {
    const open = log.rowsOpen.get();
    if (open) engine.feed({ kind: 'syncNow', now: now() });
    if (open !== leader.leads()) post({ kind: open ? 'sync-open' : 'sync-hello' });
  }

  function hear(message: SyncMessage): void {
    if (message.kind === 'sync-status') board.hear(message.facts);
    else if (message.kind === 'sync-now') engine.feed({ kind: 'syncNow', now: now() });
    else if (message.kind === 'sync-hello') {
      if (leader.leads()) board.show();
      else if (log.rowsOpen.get()) post({ kind: 'sync-open' });
    } else if (leader.leads() && !log.rowsOpen.get() && platform.locks !== undefined) {
      // A tab that can only deliver lets one lead that can pull too, once its exchange is over.
      engine.feed({ kind: 'lostLeadership', now: now() });
      leader.stepBack(engine.rest());
      board.show();
    }
  }

  function onLogChanged(): void {
    begin();
    const pendingEvents = unsentEvents(log.state.get());
    if (leader.leads() && pendingEvents > engine.state().pendingEvents) engine.feed({ kind: 'actPerformed', now: now(), pendingEvents });
    else board.show();
  }

  function syncNow(): void {
    if (leader.leads()) engine.feed({ kind: 'syncNow', now: now() });
    else post({ kind: 'sync-now' });
  }

  return { status: board.live, diary: engine.diary, syncNow, onLogChanged, hear, ...createLife(deps, engine, leader, onRowsOpen) };
}

/** From the tab's first exchange to its end. */
function createLife(
  { platform, log, post }: DriverDeps,
  engine: Engine,
  leader: Leader,
  onRowsOpen: () => void,
): Pick<SyncDriver, 'start' | 'stop'> {
  let ends: (() => void)[] = [];
  return {
    start: () => {
      engine.start();
      leader.start();
      const regained = (): void => engine.feed({ kind: 'lineRegained', now: platform.clock.now() });
      ends = [platform.signals.onOnline(regained), platform.signals.onVisible(regained), log.rowsOpen.subscribe(onRowsOpen)];
      post({ kind: 'sync-hello' });
    },
    stop: () => {
      engine.stop();
      for (const end of ends) end();
      leader.stop();
    },
  };
}
