/** Changing reference documents: read, change, write with the next version, in one transaction with its line in the audit trail. */
import type { OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { type ReferenceData, type ReferenceKind, referenceKinds } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { Store, Tx } from '../db/store.ts';

export interface ChangedBy {
  readonly at: Instant;
  readonly actor?: StaffId | undefined;
  readonly office?: OfficeId | undefined;
}

export async function putDocuments(tx: Tx, data: Partial<ReferenceData>, by: ChangedBy): Promise<void> {
  // Two administrators never overwrite each other.
  await tx.lock('reference');
  for (const kind of referenceKinds) {
    const value = data[kind];
    if (value !== undefined) await putNext(tx, kind, value, by);
  }
}

export function saveDocument<K extends ReferenceKind>(store: Store, kind: K, value: ReferenceData[K], by: ChangedBy): Promise<void> {
  return store.write((tx) => putDocuments(tx, { [kind]: value }, by));
}

export function saveStaffMember(store: Store, staff: Staff, by: ChangedBy): Promise<void> {
  return changeList(store, 'staff', by, (all) => {
    const known = all.find((each) => each.id === staff.id);
    // Saving a person without a new secret keeps the old verifier.
    const verifier = staff.verifier ?? known?.verifier;
    const saved: Staff = verifier === undefined ? staff : { ...staff, verifier };
    return known === undefined ? [...all, saved] : all.map((each) => (each.id === staff.id ? saved : each));
  });
}

export function saveOffice(store: Store, office: Office, by: ChangedBy): Promise<void> {
  return changeList(store, 'offices', by, (all) =>
    all.some((each) => each.id === office.id) ? all.map((each) => (each.id === office.id ? office : each)) : [...all, office],
  );
}

function changeList<K extends 'staff' | 'offices'>(
  store: Store,
  kind: K,
  by: ChangedBy,
  change: (all: ReferenceData[K]) => ReferenceData[K],
): Promise<void> {
  return store.write(async (tx) => {
    await tx.lock('reference');
    const document = await tx.findReference(kind);
    // Written by `putNext` from a checked value of this kind.
    const all = (document === undefined ? [] : JSON.parse(document.body)) as ReferenceData[K];
    await putNext(tx, kind, change(all), by);
  });
}

async function putNext<K extends ReferenceKind>(tx: Tx, kind: K, value: ReferenceData[K], by: ChangedBy): Promise<void> {
  const version = ((await tx.findReference(kind))?.version ?? 0) + 1;
  await tx.putReference({ kind, version, body: JSON.stringify(value) });
  await tx.audit({ ...by, what: 'reference/changed', detail: `${kind} ${version}` });
}
