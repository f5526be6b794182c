/** The hand-over list of many dossiers given to one receiver: one number of the device's own book for all its lines, drawn with the first of them. */
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Checkbox } from '@mantine/core';
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import type { DossierState, PaperNumber } from '@onestop/shared/dossier/state.ts';
import { listKeyOf } from '@onestop/shared/register/row.ts';
import { batch as t } from '../../../texts/vi/batch.ts';

/** As many as its QR still holds to be read by any telephone. */
const linesMax = 40;

export function useListChoice() {
  const [wanted, setWanted] = useState(true);
  return {
    wanted,
    field: (
      <Checkbox
        label={t.list.make}
        description={t.list.most(linesMax)}
        checked={wanted}
        onChange={(event) => setWanted(event.currentTarget.checked)}
      />
    ),
  };
}

/** For the next dossier: the list of the one before it, or a new one. */
export function listOf(wanted: boolean, before: readonly DossierState[]): { readonly list?: 'NEW' | PaperNumber } {
  if (!wanted) return {};
  const list = before.length % linesMax === 0 ? undefined : before.at(-1)?.handovers.at(-1)?.list;
  return { list: list ?? 'NEW' };
}

/** The lists that were made, to be printed. */
export function HandoverLists({ done }: { readonly done: readonly DossierState[] }) {
  const made = new Map(
    done.flatMap((state) => {
      const last = state.handovers.at(-1);
      const key = last && listKeyOf(last);
      return last?.list && key !== undefined ? [[key, formatPaperNumber(last.list)] as const] : [];
    }),
  );
  if (made.size === 0) return null;
  return (
    <ul>
      {[...made].map(([key, number]) => (
        <li key={key}>
          <Link to="/bang-ke/$list" params={{ list: key }}>
            {t.list.print(number)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
