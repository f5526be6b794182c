/**
 * Reference data as parsed documents, kept while their versions in the database stay the same, and cut to what a device may know: verifiers of
 * its own office's staff only.
 */
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import {
  type ReferenceData,
  type ReferenceDocument,
  type ReferenceKind,
  referenceKinds,
} from '@onestop/shared/reference/reference-data.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { Store } from '../db/store.ts';

export interface ReferenceSnapshot {
  readonly versions: ReadonlyMap<ReferenceKind, number>;
  readonly data: Partial<ReferenceData>;
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
      const versions = new Map((await store.referenceVersions()).map((each) => [each.kind, each.version]));
      if (held === undefined || !sameVersions(held.versions, versions)) held = await load(store);
      return held;
    },
  };
}

async function load(store: Store): Promise<ReferenceSnapshot> {
  const versions = new Map<ReferenceKind, number>();
  const data: Record<string, unknown> = {};
  for (const kind of referenceKinds) {
    const document = await store.findReference(kind);
    if (document === undefined) continue;
    versions.set(kind, document.version);
    data[kind] = JSON.parse(document.body);
  }
  // Documents are checked when they are written; here they are read back.
  const known = data as Partial<ReferenceData>;
  const offices = known.offices ?? [];
  return {
    versions,
    data: known,
    offices,
    officesById: new Map(offices.map((office) => [office.id, office])),
    staffById: new Map((known.staff ?? []).map((staff) => [staff.id as string, staff])),
  };
}

function sameVersions(a: ReadonlyMap<ReferenceKind, number>, b: ReadonlyMap<ReferenceKind, number>): boolean {
  return a.size === b.size && [...a].every(([kind, version]) => b.get(kind) === version);
}

/** The documents a device lacks, cut to its office. */
export function changedDocuments(
  snapshot: ReferenceSnapshot,
  office: OfficeId,
  has: readonly { readonly kind: ReferenceKind; readonly version: number }[],
): readonly ReferenceDocument[] {
  const changed: ReferenceDocument[] = [];
  for (const [kind, version] of snapshot.versions) {
    const value = snapshot.data[kind];
    if (value === undefined || has.some((each) => each.kind === kind && each.version === version)) continue;
    changed.push({ kind, version, value: kind === 'staff' ? cutStaff(snapshot.data.staff ?? [], office) : value });
  }
  return changed;
}

function cutStaff(staff: readonly Staff[], office: OfficeId): readonly Staff[] {
  return staff.map((each) => {
    if (each.office === office) return each;
    const { verifier: _kept, ...rest } = each;
    return rest;
  });
}

/** A commune follows its own feed; the centre follows its own and those of the communes below it that sync. */
export function followedOffices(snapshot: ReferenceSnapshot, own: OfficeId): readonly OfficeId[] {
  if (snapshot.officesById.get(own)?.kind !== 'CENTRE') return [own];
  return [own, ...snapshot.offices.filter((office) => office.parent === own && office.syncs).map((office) => office.id)];
}
