/** What the page of a dossier offers, cell by cell against the table written from the law: every state with every act, without drawing them all. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { type CommandName, commandNames } from '@onestop/shared/dossier/commands/index.ts';
import { dossierActs } from '../../client/src/features/dossier/acts/index.ts';
import { offersOf } from '../../client/src/features/dossier/acts/offers.ts';
import { offices, procedures, reference } from '../support/builders.ts';
import { everybody, logOf, nothingToUndo, stateTable, type TableRow, type TableState, timely } from '../support/state-machine.ts';

/** The device and the officer of the table's own acts. */
const device = 'bd-1';
const sides = ['home', 'centre'] as const;
const officeOf = { home: offices.commune, centre: offices.centre } as const;

/** Where the page asks more than the law: written by hand, by act. */
const narrower: Readonly<Record<string, (state: DossierState, name: TableState) => boolean>> = {
  // What came in online is not in the form of the desk.
  accept: (_state, name) => name === 'SUBMITTED',
  // The sample asks for its result at the desk.
  returnByPost: () => true,
  // Free, or paid when it was handed in.
  payFee: ({ fees, payments }) => {
    const sum = (list: readonly { readonly amountVnd?: number | undefined }[]) => list.reduce((all, one) => all + (one.amountVnd ?? 0), 0);
    return fees !== undefined && sum(fees) <= sum(payments);
  },
  refundFee: ({ payments }) => payments.length === 0,
};

const rows = (Object.keys(stateTable) as TableState[]).flatMap((name) => {
  const row: TableRow = stateTable[name];
  const state = foldDossier(logOf(row));
  return state ? [{ name, row, state }] : [];
});

function offered(state: DossierState, side: (typeof sides)[number]): ReadonlySet<CommandName> {
  const acting = { actor: everybody[side], office: officeOf[side], offices: reference.offices };
  const procedure = Object.values(procedures).find((one) => one.key === state.intake?.procedure.key);
  const desk = { acting, device: device as never, procedure };
  const moments = [timely.voidDossier.on, timely.closeUnsupplemented.on];
  return new Set(moments.flatMap((now) => offersOf(state, desk, now).open.map((act) => act.command)));
}

function lawful({ name, row, state }: (typeof rows)[number], side: (typeof sides)[number], command: CommandName): boolean {
  const words = side === 'home' ? row.home : (row.centre ?? 'viewDossier');
  if (narrower[command]?.(state, name) === true) return false;
  if (command !== 'undoLastAct') return words.split(' ').includes(command);
  // The newest act is the own one of this very device and officer.
  const isTheirs = state.lastAct?.by === everybody[side].id && state.lastAct.device === device;
  return !nothingToUndo.has(name) && (side === 'home' || row.centre !== undefined) && isTheirs;
}

describe('the page of a dossier', () => {
  it('[V340] offers in every state, at the commune and at the centre, what the law allows and the page asks for, and nothing else', () => {
    const cells = (has: (row: (typeof rows)[number], side: (typeof sides)[number], command: CommandName) => boolean) =>
      rows.flatMap((row) =>
        sides.map(
          (side) => `${row.name} (${side}): ${dossierActs.flatMap(({ command }) => (has(row, side, command) ? [command] : [])).join(' ')}`,
        ),
      );
    const shown = cells(({ state }, side, command) => offered(state, side).has(command));
    expect(shown).toEqual(cells(lawful));
    expect(rows.length * dossierActs.length).toBeGreaterThan(2000);
  });

  it('[V340] says of everything it does not offer why, in a sentence, and tells every act once', () => {
    for (const { name, state } of rows) {
      const acting = { actor: everybody.home, office: offices.commune, offices: reference.offices };
      const { open, closed } = offersOf(state, { acting, device: undefined, procedure: undefined }, timely.voidDossier.on);
      expect(open.length + closed.length, name).toBe(dossierActs.length);
      for (const { act, why } of closed) expect(why, `${name}: ${act.command}`).toMatch(/\S.*\.$/);
    }
  });

  it('[V340] stands act by act in the table of acts, with its specs and its screen', () => {
    const table = readFileSync('client/src/features/dossier/acts/README.md', 'utf8');
    const lines = table.split('\n').filter((line) => line.startsWith('| `'));
    expect(lines.map((line) => /`(\w+)`/.exec(line)?.[1]).toSorted()).toEqual(commandNames.toSorted());
    const acts = new Set<string>(dossierActs.map(({ command }) => command));
    const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()));
    expect(cells.filter(([, , , , specs = '']) => !/^D\d+/.test(specs))).toEqual([]);
    const ofThePage = cells.filter(([, name = '']) => acts.has(name.slice(1, -1)));
    expect(ofThePage).toHaveLength(acts.size);
    expect(ofThePage.filter(([, , , file = '', , rules = '']) => !/^`[\w-]+\.tsx`$/.test(file) || !/^V\d+/.test(rules))).toEqual([]);
  });
});
