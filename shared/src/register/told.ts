/**
 * What reports and the printed register ask of a dossier beyond its row, as one short text kept with the row: nearly empty for most dossiers, so that a report walks
 * 36,000 rows and folds none. Written and read here alone. Times are milliseconds after the acceptance, in base 36; what the row says already is left out.
 * `p` a promise · `s`, `w` a wait for papers, for a payment · `a` the apology · `l` why it was late · `r` refused after appraisal · `c` the day it ended, where
 * that is not the end of processing · `x` worked in another system · `v` service level · `e` the citizen's rating · `g` guided · `m` a payment · `u` a refund ·
 * `h` who has it · `b` why it was left or refused · `k` how it ended, where it is archived since.
 */
import { type ServiceLevel, serviceLevels } from '../dossier/acceptance.ts';
import { type PaymentMethod, paymentMethods } from '../dossier/fees.ts';
import type { DelayReason } from '../dossier/slips.ts';
import { type DossierState, type DossierStatus, type PromiseMade, type RatingScore, ratingScores } from '../dossier/state.ts';
import type { OfficeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { latenessFacts } from '../judgement/lateness.ts';
import { moneyOf } from '../judgement/money.ts';
import type { DossierRow } from './row.ts';

export interface ToldWait {
  readonly kind: 'SUPPLEMENT' | 'PAYMENT';
  readonly from: Instant;
  readonly to?: Instant | undefined;
}
export interface ToldPayment {
  readonly at: Instant;
  readonly method: PaymentMethod;
  readonly amountVnd: number;
  readonly receipt?: string | undefined;
}

export interface Told {
  /** In their order; the only one of a dossier whose promise never moved stands in the row. */
  readonly promises: readonly PromiseMade[];
  readonly waits: readonly ToldWait[];
  readonly apology?: { readonly at: Instant; readonly class: DelayReason } | undefined;
  /** The class of the reason that was given for a late result. */
  readonly lateReason?: DelayReason | undefined;
  /** The result is a refusal. */
  readonly refused: boolean;
  /** When the work on it ended, for counting it in a period; undefined while it is open. */
  readonly closedAt?: Instant | undefined;
  readonly isExternal: boolean;
  readonly serviceLevel?: ServiceLevel | undefined;
  readonly rating?: { readonly at: Instant; readonly score: RatingScore } | undefined;
  readonly guidedAt?: Instant | undefined;
  readonly payments: readonly ToldPayment[];
  readonly refunds: readonly Omit<ToldPayment, 'receipt'>[];
  /** Who has the file, where it is not at the desk of its own office. */
  readonly holder?: { readonly office: OfficeId; readonly name?: string | undefined } | undefined;
  /** Refused at the intake, withdrawn, stopped or void: the status it has, or had before it was archived. */
  readonly endedAs: DossierStatus;
  /** Why it was refused, withdrawn, stopped or voided. */
  readonly endReason?: string | undefined;
}

type Row = Pick<DossierRow, 'acceptedAt' | 'openedAt' | 'office' | 'feeVnd' | 'processedAt' | 'told' | 'guidedAt' | 'status'>;

/** Undefined where there is nothing to tell. */
export function writeTold(state: DossierState): string | undefined {
  const zero = state.acceptedAt ?? state.openedAt;
  const time = (at: Instant): string => (at === zero ? '' : (at - zero).toString(36));
  const { lateReason, result, acceptance, rating, apology, endReason } = state;
  const closed = closedAt(state);
  const due = state.fees === undefined ? undefined : moneyOf(state).dueVnd;
  const money = ({ at, method, amountVnd }: ToldPayment): string =>
    `${time(at)}:${method === 'CASH' ? '' : paymentMethods.indexOf(method)}:${amountVnd === due ? '' : amountVnd.toString(36)}`;
  const tokens = [
    ...(state.promises.length > 1 ? state.promises.map(({ at, dueAt }) => `p${time(at)}:${time(dueAt)}`) : []),
    ...state.pauses.map(
      ({ kind, from, to }) => `${kind === 'SUPPLEMENT' ? 's' : 'w'}${time(from)}${to === undefined ? '' : `:${time(to)}`}`,
    ),
    ...(apology ? [`a${time(apology.at)}:${apology.class}`] : []),
    ...(lateReason ? [`l${lateReason.class}`] : []),
    ...(result?.outcome === 'REFUSED' ? ['r'] : []),
    ...(closed === undefined || closed === latenessFacts(state).processedAt ? [] : [`c${time(closed)}`]),
    ...(acceptance?.external ? ['x'] : []),
    ...(acceptance?.serviceLevel ? [`v${serviceLevels.indexOf(acceptance.serviceLevel)}`] : []),
    ...(rating ? [`e${time(rating.at)}:${ratingScores.indexOf(rating.score)}`] : []),
    ...(state.guidedAt !== undefined && state.acceptedAt !== undefined ? [`g${time(state.guidedAt)}`] : []),
    ...state.payments.map((one) => `m${money(one)}:${escape(one.receipt ?? '')}`),
    ...state.refunds.map((one) => `u${money(one)}`),
    ...holderToken(state),
    ...(state.endedAs === undefined || state.endedAs === state.status ? [] : [`k${state.endedAs}`]),
    ...(endReason === undefined ? [] : [`b${escape(endReason)}`]),
  ];
  return tokens.length === 0 ? undefined : tokens.join(';');
}

/**
 * The day the work on it ended. Not the end of processing (`processedAt`): a dossier that its citizen let go is judged by the day it was asked for, and counted when it
 * was closed, or no report that was handed in would have it.
 */
function closedAt(state: DossierState): Instant | undefined {
  return state.beforeCorrection?.finishedAt ?? state.finishedAt ?? state.endedAt;
}

function holderToken({ holder, office, returned, endedAt }: DossierState): readonly string[] {
  if (holder === undefined || returned !== undefined || endedAt !== undefined) return [];
  if (holder.office === office && holder.to === undefined) return [];
  return [`h${holder.office === office ? '' : holder.office}:${escape(holder.to?.name ?? '')}`];
}

const nothing: readonly string[] = [];

export function readTold(row: Row): Told {
  const zero = row.acceptedAt ?? row.openedAt;
  const tokens = row.told === undefined ? nothing : row.told.split(';');
  const time = (text: string | undefined): Instant => zero + (text === undefined || text === '' ? 0 : Number.parseInt(text, 36));
  const all = (mark: string): readonly (readonly string[])[] =>
    tokens.length === 0 ? [] : tokens.filter((token) => token.startsWith(mark)).map((token) => token.slice(1).split(':'));
  const one = (mark: string): readonly string[] | undefined => (tokens.length === 0 ? undefined : all(mark).at(-1));
  const money = ([at, method = '', amount = '']: readonly string[]) => ({
    at: time(at),
    method: paymentMethods[Number(method)] ?? 'CASH',
    amountVnd: amount === '' ? (row.feeVnd ?? 0) : Number.parseInt(amount, 36),
  });
  const [apology, rating, closed, guided, holder, level] = [one('a'), one('e'), one('c'), one('g'), one('h'), one('v')];
  const score = ratingScores[Number(rating?.[1])];
  return {
    promises: all('p').map(([at, dueAt]) => ({ at: time(at), dueAt: time(dueAt) })),
    waits: tokens
      .filter((token) => token.startsWith('s') || token.startsWith('w'))
      .map((token) => {
        const [from, to] = token.slice(1).split(':');
        const kind = token.startsWith('s') ? ('SUPPLEMENT' as const) : ('PAYMENT' as const);
        return { kind, from: time(from), ...(to === undefined ? {} : { to: time(to) }) };
      }),
    // Classes were written by `writeTold`, of a build that knew them.
    ...(apology === undefined ? {} : { apology: { at: time(apology[0]), class: apology[1] as DelayReason } }),
    ...(one('l') === undefined ? {} : { lateReason: one('l')?.[0] as DelayReason }),
    refused: one('r') !== undefined,
    ...(closed === undefined && row.processedAt === undefined ? {} : { closedAt: closed ? time(closed[0]) : row.processedAt }),
    isExternal: one('x') !== undefined,
    ...(level === undefined ? {} : { serviceLevel: serviceLevels[Number(level[0])] }),
    ...(rating === undefined || score === undefined ? {} : { rating: { at: time(rating[0]), score } }),
    ...(guided === undefined && row.guidedAt === undefined ? {} : { guidedAt: guided ? time(guided[0]) : row.guidedAt }),
    payments: all('m').map((parts) => ({ ...money(parts), ...(parts[3] ? { receipt: unescape(parts[3]) } : {}) })),
    refunds: all('u').map(money),
    ...(holder === undefined
      ? {}
      : {
          holder: { office: (holder[0] === '' ? row.office : holder[0]) as OfficeId, ...(holder[1] ? { name: unescape(holder[1]) } : {}) },
        }),
    endedAs: (one('k')?.[0] as DossierStatus | undefined) ?? row.status,
    ...(one('b') === undefined ? {} : { endReason: unescape(one('b')?.[0] ?? '') }),
  };
}

const signs: readonly (readonly [string, string])[] = [
  ['~', '~0'],
  [';', '~1'],
  [':', '~2'],
];

function escape(text: string): string {
  return signs.reduce((out, [sign, code]) => out.replaceAll(sign, code), text);
}

function unescape(text: string): string {
  return signs.toReversed().reduce((out, [sign, code]) => out.replaceAll(code, sign), text);
}
