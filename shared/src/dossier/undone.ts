/**
 * Acts that their officer took back at once. It counts only on the device he did it on, for an act that drew no official code, and as long as nobody, here or
 * elsewhere, went on from the act without having heard of it: what somebody built on stands, and the second thought is then a correction or a void.
 */
import { eventKey } from '../kernel/ids.ts';
import type { Ancestry } from './ancestry.ts';
import type { EventEnvelope } from './envelope.ts';
import type { CausalGraph } from './order.ts';
import { drawnBy, isAct, type ReadEvent, type ReadOptions, readEvent } from './read-event.ts';

/** Keys of the acts that are left out. */
export function undoneActs(graph: CausalGraph, ancestorsOf: Ancestry, options: ReadOptions): ReadonlySet<string> {
  const byKey = new Map(graph.events.map((event) => [eventKey(event), event]));
  const undone = new Set<string>();
  for (const event of graph.events) {
    const target = undoes(readEvent(event, options));
    const act = target && byKey.get(eventKey(target));
    if (act === undefined || !isOwn(event, act) || !ancestorsOf(eventKey(event)).has(eventKey(act))) continue;
    // What opened the dossier stays, or there would be none.
    if (graph.parents(act).length === 0) continue;
    if (!mayBeUndone(readEvent(act, options))) continue;
    const isBuiltOn = graph.events.some((other) => other !== event && buildsOn(other, act, event));
    if (!isBuiltOn) undone.add(eventKey(act));
  }
  return undone;

  function buildsOn(other: EventEnvelope, act: EventEnvelope, undo: EventEnvelope): boolean {
    const before = ancestorsOf(eventKey(other));
    if (!before.has(eventKey(act)) || before.has(eventKey(undo))) return false;
    const read = readEvent(other, options);
    // What this build does not understand may be an act as well as not.
    return read.kind !== 'KNOWN' || isAct(read) || read.definition.verdict !== undefined;
  }
}

/** The act an event takes back. */
function undoes(read: ReadEvent) {
  return read.kind === 'KNOWN' ? read.definition.undoes?.(read.data as never) : undefined;
}

function isOwn(undo: EventEnvelope, act: EventEnvelope): boolean {
  return undo.device === act.device && undo.actor === act.actor;
}

/** A code that was drawn is on paper already. */
export function mayBeUndone(read: ReadEvent): boolean {
  return isAct(read) && drawnBy(read).length === 0;
}
