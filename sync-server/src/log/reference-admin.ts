/**
 * Changing reference data: only the parts that differ are written, under the next version, in one transaction with their line in the audit trail. The check
 * of a version hangs on everything before it, so a server restored from a backup is told from the one it was (`reference-cut.ts`). Devices that
 * are online hear of it at once.
 */
import { createHash } from 'node:crypto';
import { nextProcedures } from '@onestop/shared/catalogue/next-versions.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { Calendar } from '@onestop/shared/deadlines/calendar.ts';
import { canonicalJson } from '@onestop/shared/kernel/canonical-json.ts';
import { definedOnly } from '@onestop/shared/kernel/defined-only.ts';
import type { DeviceId, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { type Instant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { type Result, ok } from '@onestop/shared/kernel/result.ts';
import { losesLastAdministrator, newGraveGrants } from '@onestop/shared/judgement/grants.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { assembleCalendar, cutReference, kindOfPart, officePart, staffPart } from '@onestop/shared/reference/parts.ts';
import type { ReferenceData, ReferenceKind } from '@onestop/shared/reference/reference-data.ts';
import { type Staff, earlierPosts } from '@onestop/shared/reference/staff.ts';
import type { AuditEntry, Store, StoredPart, Tx } from '../db/store.ts';
import { WireFault } from '../faults.ts';
import { auditOfReference } from './audit-reference.ts';

export interface ChangedBy {
  readonly at: Instant;
  readonly actor?: StaffId | undefined;
  /** On which device it was done. */
  readonly device?: DeviceId | undefined;
  readonly office?: OfficeId | undefined;
  /** Why, where the change asks for it. */
  readonly reason?: string | undefined;
  /** What it came from: a published file with its day of effect, the shipped catalogue. */
  readonly detail?: string | undefined;
}

/** Whole documents; what one of them no longer has is gone, but for procedures, which end. */
export async function putDocuments(tx: Tx, data: Partial<ReferenceData>, by: ChangedBy): Promise<void> {
  // Two administrators never overwrite each other.
  await tx.lock('reference');
  const stored = await tx.referenceParts();
  const bodyOf = bodiesOf(stored);
  const procedures =
    data.procedures === undefined ? undefined : nextProcedures(valuesOf(stored, 'procedures'), data.procedures, instantToPlainDate(by.at));
  const wanted = cutReference(procedures === undefined ? data : { ...data, procedures });
  const changed = new Map<string, string | undefined>();
  for (const [key, value] of wanted) {
    const body = canonicalJson(value);
    if (bodyOf.get(key) !== body) changed.set(key, body);
  }
  for (const [key, body] of bodyOf) {
    const kind = kindOfPart(key);
    if (body !== undefined && kind !== undefined && data[kind] !== undefined && !wanted.has(key)) changed.set(key, undefined);
  }
  await putParts(tx, bodyOf, changed, by);
}

export async function saveDocument<K extends ReferenceKind>(store: Store, kind: K, value: ReferenceData[K], by: ChangedBy): Promise<void> {
  await store.write((tx) => putDocuments(tx, { [kind]: value }, by));
  await tellEverybody(store);
}

/** Changes the calendar as it stands in that moment: two administrators never enter their years over each other's. What the change refuses is not saved. */
export async function changeCalendar<E>(
  store: Store,
  change: (calendar: Calendar) => Result<Calendar, E>,
  by: ChangedBy,
): Promise<Result<Calendar, E>> {
  const changed = await store.write(async (tx) => {
    await tx.lock('reference');
    const stored = await tx.referenceParts();
    const parts = stored.flatMap(({ key, body }) => (body === undefined ? [] : [[key, JSON.parse(body) as unknown] as const]));
    const next = change(assembleCalendar(new Map(parts)));
    if (next.ok) await putDocuments(tx, { calendar: next.value }, by);
    return next;
  });
  if (changed.ok) await tellEverybody(store);
  return changed;
}

export interface CatalogueChange<T> {
  /** All versions of all procedures, as they shall be. */
  readonly procedures: readonly Procedure[];
  /** For the record: what it came from. */
  readonly detail: string;
  readonly value: T;
}

/** Changes the catalogue as it stands in that moment, and remembers when. What the change refuses is not saved. */
export async function changeProcedures<T, E>(
  store: Store,
  change: (stored: readonly Procedure[]) => Result<CatalogueChange<T>, E>,
  by: ChangedBy,
): Promise<Result<T, E>> {
  const changed = await store.write(async (tx): Promise<Result<T, E>> => {
    await tx.lock('reference');
    const next = change(valuesOf(await tx.referenceParts(), 'procedures'));
    if (!next.ok) return next;
    const { procedures, detail, value } = next.value;
    await putDocuments(tx, { procedures }, { ...by, detail });
    await tx.putSetting(catalogueChangedSetting, JSON.stringify({ at: by.at, actor: by.actor }));
    return ok(value);
  });
  if (changed.ok) await tellEverybody(store);
  return changed;
}

export const catalogueChangedSetting = 'catalogue.changed';

export function storedProcedures(parts: readonly StoredPart[]): readonly Procedure[] {
  return valuesOf(parts, 'procedures');
}

/**
 * Throws `admin/last-administrator` where nobody could administer the district any more, and names the reason as missing where the change is a dangerous grant. Both are
 * asked here, under the lock: two administrators who dismiss each other come one after the other.
 */
export async function saveStaffMember(store: Store, staff: Staff, by: ChangedBy): Promise<void> {
  await store.write(async (tx) => {
    await tx.lock('reference');
    const stored = await tx.referenceParts();
    const offices = valuesOf<Office>(stored, 'offices');
    const roster = valuesOf<Staff>(stored, 'staff');
    const known = roster.find((each) => each.id === staff.id);
    if (losesLastAdministrator(known, staff, roster, offices)) throw new WireFault('admin/last-administrator');
    const grave = newGraveGrants(known, staff, offices);
    if (grave.length > 0 && by.reason === undefined)
      throw new WireFault('admin/invalid', { fields: [{ path: 'reason', problem: 'required' }] });
    await putParts(tx, bodiesOf(stored), new Map([[staffPart(staff.id), bodyOfStaff(staff, known)]]), { ...by, grave });
  });
  await tellEverybody(store);
}

/** An officer's own new secret, which is no first one. False, and nothing is saved, where he is not on the roster with the verifier that was asked about any more. */
export function changeOwnSecret(store: Store, asked: Staff, verifier: string, by: ChangedBy): Promise<boolean> {
  return store
    .write(async (tx) => {
      await tx.lock('reference');
      const stored = await tx.referenceParts();
      const known = valuesOf<Staff>(stored, 'staff').find((each) => each.id === asked.id);
      if (known?.active !== true || known.verifier !== asked.verifier) return false;
      const { firstSecret: _changed, ...staff } = known;
      await putParts(tx, bodiesOf(stored), new Map([[staffPart(staff.id), canonicalJson({ ...staff, verifier })]]), by);
      return true;
    })
    .then(async (isSaved) => {
      if (isSaved) await tellEverybody(store);
      return isSaved;
    });
}

/** Officers that were not there before, all or none; what `check` throws, seeing who and what is there in that moment, saves nobody. */
export async function addStaff(
  store: Store,
  added: readonly Staff[],
  check: (roster: readonly Staff[], offices: readonly Office[]) => void,
  by: ChangedBy,
): Promise<void> {
  await store.write(async (tx) => {
    await tx.lock('reference');
    const stored = await tx.referenceParts();
    check(valuesOf<Staff>(stored, 'staff'), valuesOf<Office>(stored, 'offices'));
    await putParts(tx, bodiesOf(stored), new Map(added.map((staff) => [staffPart(staff.id), bodyOfStaff(staff, undefined)])), by);
  });
  await tellEverybody(store);
}

/** A person saved without a new secret keeps the old one; the units of before are the centre's own knowledge. */
function bodyOfStaff({ earlier: _asked, firstSecret, verifier, ...staff }: Staff, known: Staff | undefined): string {
  const secret = verifier === undefined ? { verifier: known?.verifier, firstSecret: known?.firstSecret } : { verifier, firstSecret };
  return canonicalJson(definedOnly({ ...staff, ...secret, earlier: earlierPosts(known, staff) }));
}

export async function changeOffices(store: Store, change: (offices: readonly Office[]) => readonly Office[], by: ChangedBy): Promise<void> {
  await store.write(async (tx) => {
    await tx.lock('reference');
    const stored = await tx.referenceParts();
    const known = valuesOf<Office>(stored, 'offices');
    const changed = change(known);
    await putParts(tx, bodiesOf(stored), new Map(changed.map((office) => [officePart(office.id), canonicalJson(office)])), by);
    // Who may know whom hangs on the tree: where it changes, every device gets the whole anew.
    const isMoved = ({ id, parent }: Office): boolean => known.some((each) => each.id === id && each.parent !== parent);
    if (changed.some(isMoved)) await tx.forgetReferenceChecks();
  });
  await tellEverybody(store);
}

function bodiesOf(stored: readonly StoredPart[]): ReadonlyMap<string, string | undefined> {
  return new Map(stored.map(({ key, body }) => [key, body]));
}

function valuesOf<T>(stored: readonly StoredPart[], kind: ReferenceKind): readonly T[] {
  return stored.flatMap(({ key, body }) => (kindOfPart(key) === kind && body !== undefined ? [JSON.parse(body) as T] : []));
}

async function putParts(
  tx: Tx,
  bodies: ReadonlyMap<string, string | undefined>,
  changed: ReadonlyMap<string, string | undefined>,
  by: ChangedBy & Pick<AuditEntry, 'grave'>,
): Promise<void> {
  if (changed.size === 0) return;
  const isFirst = await putVersion(tx, changed, by.at);
  const parts = [...changed].map(([key, after]) => ({ key, before: bodies.get(key), after }));
  for (const entry of auditOfReference(parts, isFirst, by)) await tx.audit(entry);
}

/** For what travels beside the parts (the name of a device). The lock `reference` is the caller's to take, before any device. */
export async function putNextVersion(tx: Tx, at: Instant): Promise<void> {
  await putVersion(tx, new Map(), at);
}

/** Answers whether it is the first version there is. */
async function putVersion(tx: Tx, changed: ReadonlyMap<string, string | undefined>, at: Instant): Promise<boolean> {
  const cursor = await tx.referenceCursor();
  const version = (cursor?.version ?? 0) + 1;
  const history = createHash('sha256').update(`${cursor?.check ?? 0} ${at}`);
  for (const [key, body] of changed) history.update(`\n${key} ${body}`);
  const check = history.digest().readUInt32BE() & 0x7fffffff;
  await tx.putReferenceParts(
    { version, check },
    [...changed].map(([key, body]) => ({ key, version, body })),
  );
  return cursor === undefined;
}

async function tellEverybody(store: Store): Promise<void> {
  const offices = valuesOf<Office>(await store.referenceParts(), 'offices').map((office) => office.id);
  await store.publishHint({ offices, isAdministration: true });
}
