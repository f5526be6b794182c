/**
 * An officer looked at persons in a way that is no one dossier's: searched by a full number and found nobody, printed or exported a list with personal data. Says that it happened, with
 * how much, never for whom: the number that was searched stands nowhere. The day itself is not changed by it; the centre's record of looks takes it from here (`log/audit-looks.ts`).
 */
import * as z from 'zod/mini';
import { permit } from '../../dossier/command.ts';
import { count } from '../../dossier/fields.ts';
import { ok } from '../../kernel/result.ts';
import { roles } from '../../reference/staff.ts';
import { defineDayAct } from '../define-act.ts';

export const listLookKinds = ['SEARCH', 'PRINT', 'EXPORT'] as const;
export type ListLookKind = (typeof listLookKinds)[number];

const data = z.strictObject({
  what: z.enum(listLookKinds),
  /** What was printed or exported, as its form or report is called in code: `REGISTER`, `CALL_LIST`. */
  of: z.optional(z.string().check(z.regex(/^[A-Z][A-Z0-9_]{1,39}$/))),
  /** How much: dossiers found, rows of a file, sheets of a print. */
  count: count(10_000_000),
});

export const noteLook = defineDayAct({
  type: 'PersonsLookedAt',
  version: 1,
  input: data,
  schema: data,
  ...permit({ COMMUNE: roles, CENTRE: roles }),
  decide: (_state, input) => ok(input),
  evolve: (state) => state,
});
