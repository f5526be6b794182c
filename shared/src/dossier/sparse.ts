/**
 * Stored data that hold nothing that follows: a member is left out where it says what its rule gives from the event's other members, from the envelope or by
 * itself, and `null` says that it is absent where the rule would give something. One engine packs and restores, so `restore(pack(x)) = x` holds by the way it is
 * built; a rule only says what is usual. Rules are part of the stored format: a changed one is a new version of the event.
 * Invariant: restoring never throws, whatever it is given (the schema looks at the result), and what is written out although it is usual is read all the same.
 */
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { EventEnvelope } from './envelope.ts';

/** What a rule sees: nothing of it was checked yet. */
export type Seen<T> = { readonly [K in keyof T]?: unknown };

export interface Around {
  readonly event: Pick<EventEnvelope, 'office' | 'at'>;
  /** Place in the list, from 0. */
  readonly index: number;
}

interface MemberRule {
  readonly name: string;
  /** What the member says where nothing is stored; it may look at members without a rule and at those of earlier rules. */
  readonly usual: ((seen: never, around: Around) => unknown) | undefined;
  /** The member holds an object (or a list of them) with rules of its own. */
  readonly inside: Usual | undefined;
}
export interface Usual {
  readonly rules: readonly MemberRule[];
  /** Every member with a rule at its place, so that all objects of a kind are alike for the engine: reading them is several times faster. */
  readonly blank: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

/** Rules of an object of type T, in the order in which they look at each other. */
export function usualOf<T>(rules: {
  readonly [K in keyof T]?: ((seen: Seen<T>, around: Around) => T[K] | undefined) | Usual;
}): Usual {
  const list = Object.entries(rules).map(([name, rule]): MemberRule =>
    typeof rule === 'function'
      ? { name, usual: rule as NonNullable<MemberRule['usual']>, inside: undefined }
      : { name, usual: undefined, inside: rule as Usual },
  );
  return { rules: list, blank: Object.fromEntries(list.flatMap(({ name, usual }) => (usual === undefined ? [] : [[name, undefined]]))) };
}

export function pack(whole: unknown, usual: Usual, around: Around): unknown {
  if (!isFields(whole)) return whole;
  const stored: Record<string, unknown> = { ...whole };
  for (const rule of usual.rules) {
    const given = whole[rule.name];
    if (rule.inside !== undefined) {
      if (given !== undefined) stored[rule.name] = each(given, rule.inside, around, pack);
      continue;
    }
    const expected = rule.usual?.(whole as never, around);
    if (given === undefined) {
      if (expected !== undefined) stored[rule.name] = null;
    } else if (isSame(given, expected)) delete stored[rule.name];
  }
  return stored;
}

export function restore(stored: unknown, usual: Usual, around: Around): unknown {
  if (!isFields(stored)) return stored;
  const whole: Record<string, unknown> = { ...usual.blank };
  for (const name in stored) {
    if (name === '__proto__') return stored;
    whole[name] = stored[name];
  }
  let absent = false;
  for (const { name, inside, usual: rule } of usual.rules) {
    const given = whole[name];
    if (rule === undefined) {
      if (given !== undefined) whole[name] = each(given, inside as Usual, around, restore);
    } else if (given === undefined || given === null) {
      const value = given === null ? undefined : rule(whole as never, around);
      whole[name] = value;
      if (value === undefined) absent = true;
    }
  }
  // Seldom: whoever reads on expects an absent member to be absent.
  if (absent) for (const { name, usual: rule } of usual.rules) if (rule !== undefined && whole[name] === undefined) delete whole[name];
  return whole;
}

type Step = (value: unknown, usual: Usual, around: Around) => unknown;

function each(value: unknown, usual: Usual, around: Around, step: Step): unknown {
  if (!Array.isArray(value)) return step(value, usual, around);
  return value.map((item, index) => step(item, usual, { event: around.event, index }));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(given: unknown, expected: unknown): boolean {
  if (typeof given !== 'object' || typeof expected !== 'object') return given === expected;
  return canonicalJson(given) === canonicalJson(expected);
}
