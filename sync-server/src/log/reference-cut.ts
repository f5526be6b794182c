/** What of the reference data a device may know, and what of that it lacks. */
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { ReferenceCursor, ReferencePart, ReferenceUpdate } from '@onestop/shared/protocol/messages.ts';
import { kindOfPart } from '@onestop/shared/reference/parts.ts';
import { isAbove } from '@onestop/shared/reference/office-tree.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { DeviceRecord, Store } from '../db/store.ts';
import type { ReferenceSnapshot } from './reference-cache.ts';

/** Undefined where the device has it all. A cursor that is not of this server's history (a restored backup, another server) gets the whole anew. */
export async function referenceUpdate(
  store: Pick<Store, 'findReferenceCheck'>,
  snapshot: ReferenceSnapshot,
  { office, name }: Pick<DeviceRecord, 'office' | 'name'>,
  has: ReferenceCursor | undefined,
): Promise<ReferenceUpdate | undefined> {
  const { cursor } = snapshot;
  if (cursor === undefined || (has?.version === cursor.version && has.check === cursor.check)) return undefined;
  const isKnown = has !== undefined && (await store.findReferenceCheck(has.version)) === has.check;
  const after = isKnown ? has.version : 0;
  const parts: ReferencePart[] = [];
  const removed: string[] = [];
  for (const [key, stored] of snapshot.parts) {
    if (stored.version <= after) continue;
    const value = stored.value === undefined ? undefined : cutFor(key, stored.value, office, snapshot);
    if (value !== undefined) parts.push({ key, value });
    // The device may hold it from when it was there, or when the officer was of an office it knows.
    else if (isKnown) removed.push(key);
  }
  return { cursor, reset: !isKnown, parts, removed, deviceName: name };
}

/** The roster: one's own colleagues with what signing in needs, and the names of those above and below. Everything else is for everybody. */
function cutFor(key: string, value: unknown, own: OfficeId, { offices }: ReferenceSnapshot): unknown {
  if (kindOfPart(key) !== 'staff') return value;
  const staff = value as Staff;
  if (staff.office === own) return staff;
  // Where somebody worked before, what he did then keeps his name.
  const wasHere = staff.earlier?.some((post) => post.office === own) === true;
  if (!wasHere && !isAbove(offices, own, staff.office) && !isAbove(offices, staff.office, own)) return undefined;
  const { verifier: _secret, phone: _phone, ...name } = staff;
  return name;
}
