/**
 * The record of administration: its kinds, and what a change was, field by field. A secret never stands in it: of a PIN it says that it was changed. Kinds are a closed list,
 * so that each has its sentence on the screen (`client/src/texts/audit.ts`).
 */
import { canonicalJson } from '../kernel/canonical-json.ts';

export const auditKinds = [
  'setup/began',
  'setup/done',
  'staff/added',
  'staff/changed',
  'staff/secret-reset',
  'staff/secret-changed',
  'staff/removed',
  'office/added',
  'office/changed',
  'office/removed',
  'procedure/added',
  'procedure/changed',
  'catalogue/imported',
  'calendar/changed',
  'settings/changed',
  'device/code-issued',
  'device/enrolled',
  'device/returned',
  'device/forked',
  'device/revoked',
  'device/renamed',
  'device/retired',
  'device/lost',
  'device/replaced',
  'device/moved',
  'session/opened',
  'audit/exported',
  'parcel/opened',
  'database/restored',
  'look/detail',
  'look/numbers',
  'look/print',
  'look/export',
  'look/search',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** One field: what it was and what it is, as short text. Neither is there where it is a secret. */
export interface AuditChange {
  readonly field: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Its hash is as secret as the PIN: four digits are tried in a second. */
const secretFields: ReadonlySet<string> = new Set(['verifier']);
/** They follow from the unit and the secret, which are told. */
const derivedFields: ReadonlySet<string> = new Set(['firstSecret', 'earlier']);
/** The screen's name of a secret that changed. */
export const secretField = 'secret';

const valueCharsMax = 200;
const changesMax = 60;
/** By which member the elements of a list are told apart. */
const listKeys = ['date', 'id', 'key', 'name'] as const;

/** Field-wise difference of two values of one kind; lists of plain values are one field, lists of objects are compared by their date, id, key or name. */
export function fieldChanges(before: unknown, after: unknown): readonly AuditChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const changes: AuditChange[] = [];
  for (const field of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(field), now.get(field)];
    if (was === is || derivedFields.has(field.split('.', 1)[0] ?? '')) continue;
    if (secretFields.has(field)) changes.push({ field: secretField });
    else changes.push({ field, ...(was === undefined ? {} : { before: short(was) }), ...(is === undefined ? {} : { after: short(is) }) });
  }
  if (changes.length <= changesMax) return changes;
  return [...changes.slice(0, changesMax), { field: 'more', after: String(changes.length - changesMax) }];
}

function fieldsOf(value: unknown): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  walk(value, '', fields);
  return fields;
}

function walk(value: unknown, path: string, fields: Map<string, string>): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'object') {
    fields.set(path, String(value));
    return;
  }
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (list.every((one) => typeof one !== 'object' || one === null)) fields.set(path, list.join(', '));
    else for (const [index, one] of list.entries()) fields.set(within(path, nameOf(one) ?? String(index)), canonicalJson(one));
    return;
  }
  for (const [key, one] of Object.entries(value)) walk(one, within(path, key), fields);
}

function nameOf(value: unknown): string | undefined {
  const member = (value ?? {}) as Readonly<Record<string, unknown>>;
  const key = listKeys.find((each) => typeof member[each] === 'string');
  return key === undefined ? undefined : String(member[key]);
}

function within(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function short(text: string): string {
  return text.length <= valueCharsMax ? text : `${text.slice(0, valueCharsMax)}…`;
}
