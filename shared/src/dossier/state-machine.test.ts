/** What the code allows, cell by cell against the table written by hand (`tests/support/state-machine.ts`). A difference reads "state: command (office)". */
import { describe, expect, test } from 'vitest';
import { must } from '../kernel/assert.ts';
import { eventOf, offices, reference, sampleData } from '../../../tests/support/builders.ts';
import { at, given } from '../../../tests/support/given.ts';
import { history } from '../../../tests/support/histories.ts';
import { seededRandom } from '../../../tests/support/random.ts';
import {
  everybody,
  inputFor,
  logOf,
  nothingToUndo,
  stateTable,
  type TableRow,
  type TableState,
  timely,
  widerGuards,
} from '../../../tests/support/state-machine.ts';
import { isAllowed } from '../judgement/allowed.ts';
import { type CommandName, commandNames, commandOf } from './commands/index.ts';
import type { EventEnvelope } from './envelope.ts';
import { type DossierEventType, dossierEventTypes, findEventDefinition } from './events/index.ts';
import { foldDossier } from './fold.ts';
import type { Refusal } from './refusals.ts';
import type { DossierState } from './state.ts';

const sides = ['home', 'centre'] as const;
type Side = (typeof sides)[number];
const officeOf = { home: offices.commune, centre: offices.centre } as const;
const rows = (Object.keys(stateTable) as TableState[]).map((name) => {
  const row: TableRow = stateTable[name];
  const log = logOf(row);
  const undo = nothingToUndo.has(name) ? '' : ' undoLastAct';
  const centre = row.centre === undefined ? 'viewDossier' : `${row.centre}${undo}`;
  return { name, log, state: foldDossier(log), words: { home: wordsOf(`${row.home}${undo}`), centre: wordsOf(centre) } };
});

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').filter((word) => word !== ''));
}

/** Whether the cell is open at some time of its own. */
function isOpen(name: CommandName, state: DossierState | undefined, side: Side): boolean {
  const acting = { actor: everybody[side], office: officeOf[side], offices: reference.offices };
  const moments = [timely.voidDossier.on, timely.closeUnsupplemented.on];
  return moments.some((now) => isAllowed(name, state, acting, now));
}

/** A refusal of what the input says or of who asks, not of the state. */
const byInput: ReadonlySet<Refusal['code']> = new Set(['dossier/nothing-to-refund', 'dossier/not-your-act', 'dossier/other-agency']);

describe('the machine', () => {
  test('[D181] knows only commands that exist, and every command is open somewhere', () => {
    const named = new Set(rows.flatMap(({ words }) => [...words.home, ...words.centre]));
    expect([...named].sort()).toEqual([...commandNames].sort());
  });

  test('[D181] allows in every state, at the commune and at the centre, what the table says and nothing else', () => {
    const cells = (allows: (row: (typeof rows)[number], name: CommandName, side: Side) => boolean) =>
      rows.flatMap((row) =>
        sides.map((side) => `${row.name} (${side}): ${commandNames.filter((name) => allows(row, name, side)).join(' ')}`),
      );
    const code = cells(({ state }, name, side) => isOpen(name, state, side));
    const law = cells(({ words }, name, side) => words[side].has(name));
    expect(code).toEqual(law);
  });

  test('[D181] what a cell allows takes effect: the guard of its event lets it in', () => {
    const wrong = rows.flatMap(({ name, log, words }) =>
      sides.flatMap((side) =>
        [...words[side]].flatMap((word) => {
          const command = word as CommandName;
          const { state } = given(log);
          const moment = command === 'closeUnsupplemented' ? '09/12/2026 08:00' : '23/11/2026 15:00';
          const how = { by: everybody[side], office: officeOf[side], at: moment };
          const then = given(log).when(command, inputFor(command, state) as never, how);
          if (!then.result.ok) return byInput.has(then.result.error.code) ? [] : [`${name}: ${word} ${then.result.error.code}`];
          then.succeeds();
          return [];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('[D182] what no cell allows is a contradiction: the guard of its event says no', () => {
    // A guard says nothing of an open contradiction: that is the command's to refuse.
    const agreed = rows.filter(({ state }) => (state?.contradictions.length ?? 0) === 0);
    const types = dossierEventTypes.filter((type) => !widerGuards.has(type));
    const law = agreed.map(({ name, state, words }) => `${name}: ${types.filter((type) => isGivenBy(type, state, words)).join(' ')}`);
    const code = agreed.map(({ name, state }) => `${name}: ${types.filter((type) => guard(type, state)).join(' ')}`);
    expect(code).toEqual(law);
  });

  test('[D183] a button is there at its time only: a void on the day of acceptance, a closing after the last day named', () => {
    for (const [name, { on, not }] of Object.entries(timely)) {
      const shown = (now: number) => (row: (typeof rows)[number]) =>
        isAllowed(name as CommandName, row.state, { actor: everybody.home, office: offices.commune, offices: reference.offices }, now);
      const open = rows.filter(({ words }) => words.home.has(name)).map((row) => row.name);
      expect(open.length).toBeGreaterThan(1);
      expect(rows.filter(shown(on)).map((row) => row.name)).toEqual(open);
      // A draft was never accepted: it has no day.
      expect(rows.filter(shown(not)).map((row) => row.name)).toEqual(open.filter((one) => one === 'DRAFT'));
    }
  });

  test('[D181] no history leads to a status and step that the table does not know', () => {
    const place = (state: DossierState | undefined) => `${state?.status} ${state?.step ?? ''}`;
    const known = new Set(rows.map(({ state }) => place(state)));
    const found = new Set<string>();
    for (let seed = 0; seed < 150; seed++) {
      const events = history(seededRandom(seed), { illegal: 0 });
      for (let n = 0; n <= events.length; n++) found.add(place(foldDossier(events.slice(0, n))));
    }
    const pausedAt = (one: string) => /^(SUPPLEMENT_REQUESTED|AWAITING_PAYMENT|ARCHIVED) /.test(one);
    expect([...found].filter((one) => !known.has(one) && !pausedAt(one))).toEqual([]);
    expect(found.size).toBeGreaterThan(15);
  });
});

/** Whether some cell of the row gives such an event. `acceptAndFinish` gives three, each in the state the one before it left. */
function isGivenBy(type: DossierEventType, state: DossierState | undefined, words: Readonly<Record<Side, ReadonlySet<string>>>): boolean {
  if (type === 'DossierFinished' && state?.status === 'ACCEPTED') return true;
  return [...words.home, ...words.centre].some((word) => commandOf(word as CommandName).emits[0] === type);
}

function guard(type: DossierEventType, state: DossierState | undefined): boolean {
  const data: Partial<Record<DossierEventType, unknown>> = {
    ContradictionReopened: { settlement: state?.settlements[0]?.by ?? { device: 'none', seq: 1 }, acts: [], reason: 'x' },
    SupplementRequested: { ...sampleData.SupplementRequested, override: { by: { name: 'Trần Văn Chủ' }, reason: 'x' } },
  };
  const event = eventOf(type, { seq: 99, at: at('23/11/2026 15:00') }, (data[type] ?? sampleData[type]) as never);
  const definition = must(findEventDefinition(type), type);
  return definition.allowed(state, event as EventEnvelope as never);
}
