/**
 * What a change of reference data says in the record of administration: one entry for each officer, office and procedure, with the difference field by field; one for
 * a whole catalogue and one for the beginning of a district, because nobody reads four hundred lines (procedures keep their versions anyway).
 */
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { type AuditChange, type AuditKind, fieldChanges, secretField } from '@onestop/shared/reference/audit.ts';
import { kindOfPart } from '@onestop/shared/reference/parts.ts';
import { type ReferenceKind, referenceKinds } from '@onestop/shared/reference/reference-data.ts';
import type { AuditEntry } from '../db/store.ts';
import type { ChangedBy } from './reference-admin.ts';

/** Bodies as they lie in the database; undefined where the part is not there. */
export interface ChangedPart {
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** More procedures than an administrator changes by hand. */
const singleProceduresMax = 10;

export function auditOfReference(parts: readonly ChangedPart[], isBeginning: boolean, by: ChangedBy): readonly AuditEntry[] {
  if (isBeginning) return [{ ...by, what: 'setup/began', changes: countsOf(parts) }];
  const procedures = parts.filter(({ key }) => kindOfPart(key) === 'procedures');
  const whole = procedures.length > singleProceduresMax;
  return [
    ...(whole ? [imported(procedures, by)] : []),
    ...parts.filter((part) => !whole || kindOfPart(part.key) !== 'procedures').flatMap((part) => entryOf(part, by) ?? []),
  ];
}

function entryOf({ key, before, after }: ChangedPart, by: ChangedBy): AuditEntry | undefined {
  const kind = kindOfPart(key);
  if (kind === undefined) return undefined;
  const [old, now] = [read(before), read(after)];
  const changes = fieldChanges(old, now);
  if (changes.length === 0) return undefined;
  const target = key.includes('/') ? key.slice(key.indexOf('/') + 1) : undefined;
  const isOwn = kind === 'staff' && by.actor !== undefined && target === by.actor;
  const entry = { ...by, what: whatOf(kind, old, now, changes, isOwn), ...(target === undefined ? {} : { target }), changes };
  if (kind === 'offices') return { ...entry, office: target as OfficeId };
  if (kind !== 'staff') return entry;
  const [from, to] = [officeOf(old), officeOf(now)];
  return { ...entry, office: to ?? from, ...(from !== undefined && to !== undefined && from !== to ? { otherOffice: from } : {}) };
}

function whatOf(kind: ReferenceKind, old: unknown, now: unknown, changes: readonly AuditChange[], isOwn: boolean): AuditKind {
  const isNew = old === undefined;
  const isGone = now === undefined;
  switch (kind) {
    case 'staff':
      if (isNew) return 'staff/added';
      if (isGone) return 'staff/removed';
      if (!changes.every(({ field }) => field === secretField)) return 'staff/changed';
      return isOwn ? 'staff/secret-changed' : 'staff/secret-reset';
    case 'offices':
      return isNew ? 'office/added' : isGone ? 'office/removed' : 'office/changed';
    case 'procedures':
      return isNew ? 'procedure/added' : 'procedure/changed';
    case 'calendar':
      return 'calendar/changed';
    case 'settings':
      return 'settings/changed';
  }
}

function imported(parts: readonly ChangedPart[], by: ChangedBy): AuditEntry {
  const isNew = parts.filter(({ before }) => before === undefined).length;
  return {
    ...by,
    what: 'catalogue/imported',
    changes: [
      { field: 'added', after: String(isNew) },
      { field: 'changed', after: String(parts.length - isNew) },
    ],
  };
}

function countsOf(parts: readonly ChangedPart[]): readonly AuditChange[] {
  return referenceKinds.flatMap((field) => {
    const count = parts.filter(({ key }) => kindOfPart(key) === field).length;
    return count === 0 ? [] : [{ field, after: String(count) }];
  });
}

/** Our own JSON, written by `putParts`. */
function read(body: string | undefined): unknown {
  return body === undefined ? undefined : JSON.parse(body);
}

function officeOf(staff: unknown): OfficeId | undefined {
  return (staff as { readonly office?: OfficeId } | undefined)?.office;
}
