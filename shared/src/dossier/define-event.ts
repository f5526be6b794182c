/**
 * The shape every event file fills in. `allowed` is the guard in the fold (may this happen to a dossier in this state?), `evolve` the
 * effect. Both are pure and total: they never throw on data that passed the schema. What fold, server and sync have to know of an event is declared
 * here as a fact, so that none of them knows a type or a member by its name.
 */
import type { EventRef, OfficeId } from '../kernel/ids.ts';
import type { Schema } from '../kernel/schema.ts';
import type { EventEnvelope } from './envelope.ts';
import type { Usual } from './sparse.ts';
import type { DossierState } from './state.ts';

export type { Schema };

export type EventWith<D> = Omit<EventEnvelope, 'data'> & { readonly data: D };

/** A person's word on earlier events: `about` all it concerns, `kept` those that count whatever the guards say, `dropped` those that are left out of the fold. */
export interface Verdict {
  readonly about: readonly EventRef[];
  readonly kept: readonly EventRef[];
  readonly dropped: readonly EventRef[];
}

/** The page, full numbers, a sheet of paper, a file, a search by a full number. */
export const lookKinds = ['DETAIL', 'NUMBERS', 'PRINT', 'EXPORT', 'SEARCH'] as const;
export type LookKind = (typeof lookKinds)[number];

/** What an event declares of itself to those who do not know it. */
export interface EventFacts<D> {
  /** Offices that see the dossier from this event on, for good: whom it was handed to. */
  readonly shares?: (data: D) => readonly OfficeId[];
  /** Dossier codes it draws: the server asks whether the device holds a lease for them and that nobody else has them. */
  readonly draws?: (data: D) => readonly string[];
  /** False: a record beside the business (a look, a reminder, money that was taken). It contradicts nothing and is not the dossier's newest act. */
  readonly isAct?: false;
  /** True: it says that the dossier has to stand as its officer saw it, so it contradicts every act that was done without sight of it or that it had no sight of. */
  readonly exclusive?: true;
  /** Somebody looked at the personal data: at which of them. It goes into the district's record of looks. */
  readonly look?: (data: D) => LookKind;
  /** It leaves other events out, or takes that back. Counts only if `allowed` says so in the state its officer saw. */
  readonly verdict?: (data: D) => Verdict;
  /** The act it takes back (`undone.ts` says when that counts). */
  readonly undoes?: (data: D) => EventRef;
}

export interface EventDefinition<Type extends string, D> extends EventFacts<D> {
  readonly type: Type;
  readonly version: number;
  /** Of the whole data, as everybody but the log has them. */
  readonly schema: Schema<D>;
  /** What the log leaves out (`sparse.ts`). */
  readonly usual?: Usual;
  /** Older stored shapes → the stored shape of the next version; index 0 lifts version 1 to 2. */
  readonly upcasts: readonly ((data: Record<string, unknown>) => Record<string, unknown>)[];
  /** `state` is undefined only for a dossier's first event. Of what is no act only that is asked. */
  readonly allowed: (state: DossierState | undefined, event: EventWith<D>) => boolean;
  readonly evolve: (state: DossierState | undefined, event: EventWith<D>) => DossierState;
}

export function defineEvent<const Type extends string, D>(definition: EventDefinition<Type, D>): EventDefinition<Type, D> {
  return definition;
}
