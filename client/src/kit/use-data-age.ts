/** From how fresh data a figure is, in words: what this device did itself is of now, what others did is as old as the last exchange, or as the slowest commune. */
import { useMemo } from 'react';
import { completeTo } from '@onestop/shared/judgement/freshness.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { takesPart } from '@onestop/shared/reference/office-life.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { officesBelow } from '@onestop/shared/reference/office-tree.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Freshness } from '@onestop/shared/protocol/messages.ts';
import { formatDateTime } from '../texts/format.ts';
import { report as texts } from '../texts/vi/report.ts';
import { useServices } from './services-context.tsx';
import { useLive, useNow } from './use-live.ts';

export function useDataAge(): string {
  const { office: live, reference, sync } = useServices();
  const office = useLive(live);
  const offices = useLive(reference)?.offices;
  const { lastReceiptAt, freshness } = useLive(sync.status);
  // The minute is enough, and a sheet is not drawn anew at every second.
  const now = useNow();
  return useMemo(() => {
    const t = texts.age;
    const own = t.own(formatDateTime(now));
    if (!isCentre(office)) return `${own}; ${lastReceiptAt === undefined ? t.never : t.others(formatDateTime(lastReceiptAt))}`;
    const below = office && offices ? officesBelow(offices, office.id).filter((one) => takesPart(one, instantToPlainDate(now))) : [];
    const [slowest, unknown] = slowestOf(below, freshness);
    const parts = [
      own,
      ...(slowest === undefined ? [] : [t.centre(formatDateTime(slowest.to), slowest.name)]),
      ...(unknown.length === 0 ? [] : [t.waiting(unknown.join(', '))]),
    ];
    return parts.join('; ');
  }, [office, offices, lastReceiptAt, freshness, now]);
}

/** The office whose data end first, and those of which nothing is known. */
function slowestOf(
  offices: readonly Office[],
  freshness: readonly Freshness[],
): readonly [{ readonly name: string; readonly to: Instant } | undefined, readonly string[]] {
  let slowest: { readonly name: string; readonly to: Instant } | undefined;
  const unknown: string[] = [];
  for (const { id, name } of offices) {
    const device = freshness.find((one) => one.office === id)?.slowest;
    const to = device && completeTo(device);
    if (to === undefined) unknown.push(name);
    else if (slowest === undefined || to < slowest.to) slowest = { name, to };
  }
  return [slowest, unknown];
}
