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

const none: readonly never[] = [];

/** Of most dossiers, which have nothing to tell, in a few steps: a report reads 36,000. */
export function readTold(row: Row): Told {
  const { told, status: endedAs, processedAt: closedAt, guidedAt } = row;
  const plain = {
    promises: none,
    waits: none,
    refused: false,
    closedAt,
    isExternal: false,
    guidedAt,
    payments: none,
    refunds: none,
    endedAs,
  };
  return told === undefined ? plain : readTokens(told, row, plain);
}

type Reading = { -readonly [K in keyof Told]: Told[K] extends readonly (infer T)[] ? T[] : Told[K] };

function readTokens(text: string, row: Row, plain: Told): Told {
  const zero = row.acceptedAt ?? row.openedAt;
  const told: Reading = { ...plain, promises: [], waits: [], payments: [], refunds: [] };
  const time = (part: string | undefined): Instant => zero + (part === undefined || part === '' ? 0 : Number.parseInt(part, 36));
  const money = ([at, method = '', amount = '']: readonly string[]) => ({
    at: time(at),
    method: paymentMethods[Number(method)] ?? 'CASH',
    amountVnd: amount === '' ? (row.feeVnd ?? 0) : Number.parseInt(amount, 36),
  });
  for (const token of text.split(';')) {
    const parts = token.slice(1).split(':');
    const [first = '', second] = parts;
    // Classes and statuses were written by `writeTold`, of a build that knew them.
    switch (token.charAt(0)) {
      case 'p':
        told.promises.push({ at: time(first), dueAt: time(second) });
        break;
      case 's':
      case 'w':
        told.waits.push({
          kind: token.startsWith('s') ? 'SUPPLEMENT' : 'PAYMENT',
          from: time(first),
          ...(second === undefined ? {} : { to: time(second) }),
        });
        break;
      case 'a':
        told.apology = { at: time(first), class: second as DelayReason };
        break;
      case 'l':
        told.lateReason = first as DelayReason;
        break;
      case 'r':
        told.refused = true;
        break;
      case 'c':
        told.closedAt = time(first);
        break;
      case 'x':
        told.isExternal = true;
        break;
      case 'v':
        told.serviceLevel = serviceLevels[Number(first)];
        break;
      case 'e': {
        const score = ratingScores[Number(second)];
        if (score !== undefined) told.rating = { at: time(first), score };
        break;
      }
      case 'g':
        told.guidedAt = time(first);
        break;
      case 'm':
        told.payments.push({ ...money(parts), ...(parts[3] ? { receipt: unescape(parts[3]) } : {}) });
        break;
      case 'u':
        told.refunds.push(money(parts));
        break;
      case 'h':
        told.holder = { office: (first === '' ? row.office : first) as OfficeId, ...(second ? { name: unescape(second) } : {}) };
        break;
      case 'k':
        told.endedAs = first as DossierStatus;
        break;
      case 'b':
        told.endReason = unescape(first);
        break;
    }
  }
  return told;
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
