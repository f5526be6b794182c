/**
 * What desks did against each other since they parted. An act that does not fit the state its predecessors left parts the history: on one side what was applied
 * without its officer having seen it, on the other what he did. The first side in the one order stands, the other waits, until a person gives a verdict on
 * both at once. Verdicts count only for what stood in contradiction in sight of who gave them; on every single act the newest has the word; two that contradict
 * each other, given without sight of each other, cancel each other and the question is open again.
 */
import { type EventRef, eventKey } from '../kernel/ids.ts';
import type { Verdict } from './define-event.ts';
import type { EventEnvelope } from './envelope.ts';
import type { Ancestry } from './ancestry.ts';
import type { CausalGraph } from './order.ts';
import { isAct, type ReadOptions, readEvent } from './read-event.ts';

/** What the fold leaves out and what it lets in whatever the guards say. Keys are `eventKey`s. */
export interface Rules {
  /** By a verdict. */
  readonly dropped: ReadonlySet<string>;
  /** The second sides of open contradictions. */
  readonly waiting: ReadonlySet<string>;
  /** Taken back at once by who did it (`undone.ts`). */
  readonly undone: ReadonlySet<string>;
  /** Chosen by a person. */
  readonly kept: ReadonlySet<string>;
  /** Verdicts that count. */
  readonly verdicts: ReadonlySet<string>;
  /** Whether the act builds on something a verdict dropped, without its officer having seen the verdict. */
  readonly isOrphan: (event: EventEnvelope) => boolean;
  /** Whether the act's officer, or the person who chose it since, knew that other one. */
  readonly knew: (event: EventEnvelope, other: EventEnvelope) => boolean;
}

export interface Parting {
  /** The act that did not fit. */
  readonly event: EventEnvelope;
  readonly first: readonly EventEnvelope[];
  readonly second: readonly EventEnvelope[];
}

export interface Branches {
  /** What stands before anything new is found to be in question. */
  readonly rules: Rules;
  /** Parts the history at an act that did not fit, given what was applied before it and what already waits. */
  readonly part: (event: EventEnvelope, applied: readonly EventEnvelope[], rules: Rules) => Parting;
  /** True where the event was written on top of one of the others. */
  readonly buildsOn: (event: EventEnvelope, others: readonly EventEnvelope[]) => boolean;
}

interface Given {
  readonly key: string;
  readonly verdict: Verdict;
}

/** What a verdict still says. */
interface Counting {
  readonly key: string;
  readonly kept: readonly EventRef[];
  readonly dropped: readonly EventRef[];
}

const nothing: ReadonlySet<string> = new Set();

/** `stands` says whether a verdict was sound in the state its officer saw. */
export function createBranches(
  graph: CausalGraph,
  options: ReadOptions,
  ancestorsOf: Ancestry,
  undone: ReadonlySet<string>,
  stands: (event: EventEnvelope) => boolean,
): Branches {
  const given = graph.events.flatMap((event): readonly Given[] => {
    const read = readEvent(event, options);
    if (read.kind !== 'KNOWN' || read.definition.verdict === undefined || !stands(event)) return [];
    return [{ key: eventKey(event), verdict: read.definition.verdict(read.data as never) }];
  });
  const counting = whatCounts(given, ancestorsOf);
  const dropped = keysOf(counting.flatMap((one) => one.dropped));

  /** What the officer built on: without what a verdict in his sight had dropped. */
  const builtOn = (event: EventEnvelope): ReadonlySet<string> => {
    const all = ancestorsOf(eventKey(event));
    const seen = given.filter(({ key }) => all.has(key));
    if (seen.length === 0) return all;
    const out = keysOf(whatCounts(seen, ancestorsOf).flatMap((one) => one.dropped));
    return new Set([...all].filter((key) => !out.has(key)));
  };
  const buildsOn = (event: EventEnvelope, others: readonly EventEnvelope[]): boolean => {
    const base = builtOn(event);
    return others.some((other) => base.has(eventKey(other)));
  };
  return {
    rules: {
      dropped,
      undone,
      waiting: nothing,
      kept: keysOf(counting.flatMap((one) => one.kept)),
      verdicts: new Set(counting.flatMap(({ key, kept, dropped: out }) => (kept.length + out.length > 0 ? [key] : []))),
      isOrphan: (event) => dropped.size > 0 && [...builtOn(event)].some((key) => dropped.has(key)),
      knew: (event, other) => {
        const [own, key] = [eventKey(event), eventKey(other)];
        return builtOn(event).has(key) || counting.some((one) => keysOf(one.kept).has(own) && ancestorsOf(one.key).has(key));
      },
    },
    part: (event, applied, rules) => {
      const own = builtOn(event);
      const first = applied.filter((other) => !own.has(eventKey(other)));
      const seenByFirst = new Set(first.flatMap((other) => [...ancestorsOf(eventKey(other))]));
      const isOwn = (other: EventEnvelope): boolean => first.length > 0 && own.has(eventKey(other)) && !seenByFirst.has(eventKey(other));
      // Written on top of a side that a verdict left out: the whole side is in question again, not only its end.
      const left = keysOf(counting.flatMap((one) => (one.dropped.some((ref) => own.has(eventKey(ref))) ? one.dropped : [])));
      const ownKeys = new Set([...left, ...keysOf(applied.filter(isOwn)), eventKey(event)]);
      const second = graph.events.filter((other) => ownKeys.has(eventKey(other)));
      // What was done on top of either side belongs to it, unless its officer knew the other one.
      const isFree = (other: EventEnvelope): boolean => ![rules.dropped, rules.waiting, undone].some((out) => out.has(eventKey(other)));
      for (const later of first.length === 0 ? [] : graph.events.slice(graph.events.indexOf(event) + 1)) {
        if (!isAct(readEvent(later, options)) || !isFree(later) || ownKeys.has(eventKey(later))) continue;
        const [onFirst, onSecond] = [buildsOn(later, first), buildsOn(later, second)];
        if (onFirst !== onSecond) (onFirst ? first : second).push(later);
      }
      return { event, first, second };
    },
    buildsOn,
  };
}

export function keysOf(refs: readonly EventRef[]): ReadonlySet<string> {
  return new Set(refs.map(eventKey));
}

/**
 * What is left of each verdict: a later one, given in sight of it, has the word on every act it speaks about; two of which one drops what the other keeps
 * cancel each other whole, so that no mixture of both comes out.
 */
function whatCounts(given: readonly Given[], ancestorsOf: Ancestry): readonly Counting[] {
  const left = given.map(({ key, verdict }): Counting => {
    const later = given.filter((other) => ancestorsOf(other.key).has(key));
    const over = keysOf(later.flatMap((other) => other.verdict.about));
    const [kept, dropped] = [verdict.kept, verdict.dropped].map((refs) => refs.filter((ref) => !over.has(eventKey(ref))));
    return { key, kept: kept ?? [], dropped: dropped ?? [] };
  });
  return left.filter((one) => !left.some((other) => other !== one && (meets(one.dropped, other.kept) || meets(other.dropped, one.kept))));
}

function meets(a: readonly EventRef[], b: readonly EventRef[]): boolean {
  const keys = keysOf(a);
  return b.some((ref) => keys.has(eventKey(ref)));
}
