/**
 * From what a form or a program gives to what a command takes: text is trimmed and brought to NFC, empty members are left out, then the
 * schema checks. Problems come back as field paths with one of a few literal codes, worded by the interface.
 */
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { Schema } from './define-event.ts';
import type { Refusal } from './refusals.ts';

export type InputProblem = 'required' | 'too-long' | 'too-small' | 'too-big' | 'unknown-field' | 'text' | 'date' | 'invalid';

/** Trims, composes (NFC), drops empty text, null and undefined, at any depth. */
export function tidyInput(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim();
  if (Array.isArray(value)) return value.map(tidyInput);
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    const tidy = tidyInput(member);
    if (tidy !== undefined && tidy !== null && tidy !== '') out[key] = tidy;
  }
  return out;
}

export function checkInput<I>(schema: Schema<I>, value: unknown): Result<I, Refusal> {
  const tidy = tidyInput(value);
  const parsed = schema.safeParse(tidy);
  return parsed.success ? ok(parsed.data) : err({ code: 'input/invalid', fields: issuesOf(parsed.error, tidy) });
}

/** The members of a zod issue that are read here; the schema type does not name the library. */
interface Issue {
  readonly code?: string;
  readonly path?: readonly PropertyKey[];
  readonly message?: string;
  readonly origin?: string;
  readonly keys?: readonly string[];
}

function issuesOf(error: unknown, input: unknown): readonly { readonly path: string; readonly problem: InputProblem }[] {
  const issues = (error as { readonly issues?: readonly Issue[] }).issues ?? [];
  return issues.map((issue) => {
    const path = [...(issue.path ?? []), ...(issue.keys ?? []).slice(0, 1)];
    return { path: path.map(String).join('.'), problem: problemOf(issue, valueAt(input, issue.path ?? [])) };
  });
}

function problemOf(issue: Issue, value: unknown): InputProblem {
  if (issue.code === 'unrecognized_keys') return 'unknown-field';
  if (value === undefined) return 'required';
  if (issue.code === 'too_big') return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-big';
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'required' : 'too-small';
  return issue.message === 'text' || issue.message === 'date' ? issue.message : 'invalid';
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
