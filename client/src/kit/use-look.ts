/**
 * Looks that a screen records: a dossier that is opened, a full number of a person that was searched, a list with personal data that is printed or leaves as a file. Whoever adds an export calls
 * `useListLook()` once the file is made (a table of dossiers: `useExportLook()`).
 */
import { useCallback, useEffect, useRef } from 'react';
import type { ListLookKind } from '@onestop/shared/daybook/acts/note-look.ts';
import type { LookKind } from '@onestop/shared/dossier/define-event.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import type { Dossiers } from '../contract/dossiers.ts';
import { report } from './report.ts';
import { useServices } from './services-context.tsx';
import { useLive } from './use-live.ts';

/** `undefined`: there is nothing to see yet. */
export function useLook(id: DossierId | undefined, what: LookKind): void {
  const { dossiers } = useServices();
  useEffect(() => {
    if (id !== undefined) void recordLook(dossiers, id, what);
  }, [dossiers, id, what]);
}

/** Nobody waits for it: what goes wrong (the store is closing, the disk is full) is told to the technician, and the officer reads on. */
export async function recordLook(dossiers: Dossiers, id: DossierId, what: LookKind): Promise<void> {
  const problem = await dossiers.look(id, what).catch((cause: unknown) => cause);
  if (problem !== undefined) report('A look at a dossier was not recorded', problem);
}

/**
 * Gives the call for a list that was printed or exported: `lookedAt('EXPORT', rows.length, 'REGISTER')`. `of` is a name in code, in capitals; its words stand in `texts/audit.ts`. Written on the
 * office's day, whatever office the persons belong to, and told to the centre with the next exchange.
 */
export function useListLook(): (what: ListLookKind, count: number, of?: string) => Promise<void> {
  const { daybook } = useServices();
  return useCallback(
    async (what, count, of) => {
      const done = await daybook
        .perform({ act: 'noteLook', input: { what, count, of } })
        .catch((cause: unknown) => ({ ok: false, error: cause }) as const);
      if (!done.ok) report('A look at a list was not recorded', done.error);
    },
    [daybook],
  );
}

/** Twelve digits of a citizen's card, nine of an old one. */
const fullNumber = /^(?:\d{12}|\d{9})$/;
/** As many as the search shows. */
const hitsMax = 12;

/**
 * A search by a full number is a look at everybody of other offices whom it finds. At a centre, where everybody below is searched, one that finds nobody is a look too; at a commune's desk it is how every
 * intake begins, and tells nothing the desk does not have.
 */
export function useSearchLook(text: string, found: readonly DossierRow[]): void {
  const { dossiers, office } = useServices();
  const own = useLive(office);
  const number = text.replace(/[\s.]/g, '');
  const isFull = fullNumber.test(number);
  const matched = isFull ? found.filter((row) => row.idNumber !== undefined) : [];
  const ids = matched
    .filter((row) => row.office !== own?.id)
    .slice(0, hitsMax)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    // Ids of our own, put together above.
    for (const id of ids === '' ? [] : ids.split(' ')) void recordLook(dossiers, id as DossierId, 'SEARCH');
  }, [dossiers, ids]);
  useMissLook(isFull && matched.length === 0 && isCentre(own) ? number : '');
}

/** Each number once while the screen is open; nine digits may be the beginning of twelve and wait until the officer goes on to something else. */
function useMissLook(number: string): void {
  const lookedAt = useListLook();
  const told = useRef(new Set<string>());
  const waiting = useRef('');
  useEffect(() => {
    const tell = (missed: string): void => {
      if (missed === '' || told.current.has(missed)) return;
      told.current.add(missed);
      void lookedAt('SEARCH', 0);
    };
    if (!number.startsWith(waiting.current) || number === '') tell(waiting.current);
    waiting.current = number.length === 9 ? number : '';
    if (number.length === 12) tell(number);
  }, [number, lookedAt]);
}
