/** Reference data put together from its parts, kept while its version in the database stays the same. */
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { officesBelow } from '@onestop/shared/reference/office-tree.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { ReferenceCursor } from '@onestop/shared/protocol/messages.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { assembleReference } from '@onestop/shared/reference/parts.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { Store } from '../db/store.ts';

export interface ReferenceSnapshot {
  /** Undefined in an empty database. */
  readonly cursor: ReferenceCursor | undefined;
  /** Every part there ever was; without a value where it was removed. */
  readonly parts: ReadonlyMap<string, { readonly version: number; readonly value: unknown }>;
  readonly data: ReferenceData | undefined;
  readonly offices: readonly Office[];
  readonly officesById: ReadonlyMap<OfficeId, Office>;
  readonly staffById: ReadonlyMap<string, Staff>;
}

export interface ReferenceCache {
  readonly read: () => Promise<ReferenceSnapshot>;
}

export function createReferenceCache(store: Store): ReferenceCache {
  let held: ReferenceSnapshot | undefined;
  return {
    read: async () => {
      const cursor = await store.referenceCursor();
      const isSame = held?.cursor?.version === cursor?.version && held?.cursor?.check === cursor?.check;
      if (held === undefined || !isSame) held = await load(store, cursor);
      return held;
    },
  };
}

/** Parts may be newer than the cursor where somebody writes at this moment: devices then get them twice. */
async function load(store: Store, cursor: ReferenceCursor | undefined): Promise<ReferenceSnapshot> {
  const stored = await store.referenceParts();
  // Parts are checked when they are written; here they are read back.
  const parts = new Map(
    stored.map(({ key, version, body }) => [key, { version, value: body === undefined ? undefined : (JSON.parse(body) as unknown) }]),
  );
  const values = new Map([...parts].flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value] as const])));
  const data = assembleReference(values);
  const offices = data?.offices ?? [];
  return {
    cursor,
    parts,
    data,
    offices,
    officesById: new Map(offices.map((office) => [office.id, office])),
    staffById: new Map((data?.staff ?? []).map((staff) => [staff.id as string, staff])),
  };
}

/** A commune follows its own feed; a centre follows its own and those of all below it that sync. */
export function followedOffices(snapshot: ReferenceSnapshot, own: OfficeId): readonly OfficeId[] {
  if (!isCentre(snapshot.officesById.get(own))) return [own];
  return [own, ...officesBelow(snapshot.offices, own).flatMap((office) => (office.syncs ? [office.id] : []))];
}
