/** Which devices the board shows and in what order: those with the gravest trouble first, unless asked otherwise. */
import { clockErrorMs, deviceTroubles, deviceTroublesOf } from '@onestop/shared/judgement/device-health.ts';
import type { WatchLimits } from '@onestop/shared/judgement/freshness.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DeviceRow } from '../../contract/admin.ts';
import type { Names } from '../../kit/use-reference.ts';

export const boardStates = ['IN_USE', 'TROUBLE', 'WELL', 'OUT', 'ALL'] as const;
export type BoardState = (typeof boardStates)[number];
export const boardSorts = ['TROUBLE', 'OFFICE', 'NAME', 'LAST', 'PENDING', 'CLOCK'] as const;
export type BoardSort = (typeof boardSorts)[number];

export interface BoardWish {
  /** Empty: every office. */
  readonly office: string;
  readonly state: BoardState;
  readonly sort: BoardSort;
}

const byWords = new Intl.Collator('vi', { numeric: true });

export function boardOf(
  rows: readonly DeviceRow[],
  { office, state, sort }: BoardWish,
  names: Names,
  now: Instant,
  limits: WatchLimits,
): readonly DeviceRow[] {
  const worst = (row: DeviceRow): number => {
    const [first] = deviceTroublesOf(row, now, limits);
    return row.use !== 'ACTIVE' ? deviceTroubles.length + 1 : first === undefined ? deviceTroubles.length : deviceTroubles.indexOf(first);
  };
  const isShown: Readonly<Record<BoardState, (row: DeviceRow) => boolean>> = {
    IN_USE: (row) => row.use === 'ACTIVE',
    TROUBLE: (row) => worst(row) < deviceTroubles.length,
    WELL: (row) => worst(row) === deviceTroubles.length,
    OUT: (row) => row.use !== 'ACTIVE',
    ALL: () => true,
  };
  const compare: Readonly<Record<BoardSort, (a: DeviceRow, b: DeviceRow) => number>> = {
    TROUBLE: (a, b) => worst(a) - worst(b),
    OFFICE: (a, b) => byWords.compare(names.office(a.office), names.office(b.office)),
    NAME: (a, b) => byWords.compare(a.name, b.name),
    LAST: (a, b) => (a.lastExchangeAt ?? 0) - (b.lastExchangeAt ?? 0),
    PENDING: (a, b) => (b.pendingEvents ?? -1) - (a.pendingEvents ?? -1),
    CLOCK: (a, b) => Math.abs(clockErrorMs(b) ?? 0) - Math.abs(clockErrorMs(a) ?? 0),
  };
  return rows
    .filter((row) => (office === '' || row.office === office) && isShown[state](row))
    .sort((a, b) => compare[sort](a, b) || compare.OFFICE(a, b) || compare.NAME(a, b));
}
