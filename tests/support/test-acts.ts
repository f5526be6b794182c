/** What the test devices of the exchange contract write: acceptances with codes of their own ranges, and sample events of any type. */
import { must } from '@onestop/shared/kernel/assert.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { formatCode } from '@onestop/shared/dossier/numbers.ts';
import type { DossierId, EventRef, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { centreId, communeId, offices, sampleData, staff } from './builders.ts';
import type { TestDevice } from './test-device.ts';

export const now = Date.now();
let serial = 0;

export function accept(device: TestDevice, dossier: string): EventRef {
  const lease = device.leases?.find((each) => each.agencyId === agencyOf(device.office) && each.kind === 'RANGE');
  const code = formatCode(lease?.agencyId ?? '', instantToPlainDate(now), (lease?.from ?? 0) + (serial++ % 100), 4);
  return device.write({ ...acceptance(dossier, code), actor: actorOf(device.office) });
}

export function acceptance(dossier: string, code: string): Omit<EventEnvelope, 'device' | 'seq' | 'office'> {
  return {
    dossier: dossier as DossierId,
    after: [],
    type: 'DossierAccepted',
    version: 1,
    at: now - 60_000,
    clockOffsetMs: 0,
    actor: staff.commune.id,
    data: { ...sampleData.DossierAccepted, code } as unknown as EventEnvelope['data'],
  };
}

export function write(
  device: TestDevice,
  dossier: string,
  type: keyof typeof sampleData,
  after: readonly EventRef[],
  actor = actorOf(device.office),
): EventRef {
  const data = sampleData[type] as unknown as EventEnvelope['data'];
  return device.write({ dossier: dossier as DossierId, after, type, version: 1, at: now - 30_000, clockOffsetMs: 0, actor, data });
}

function actorOf(office: OfficeId): StaffId {
  return office === centreId ? staff.centre.id : office === communeId ? staff.commune.id : staff.otherCommune.id;
}

function agencyOf(office: OfficeId): string {
  return must(
    Object.values(offices).find((each) => each.id === office),
    'an office',
  ).agencyId;
}

/** Drafts need no number, so that what is tested is the log alone. */
export function writeDrafts(device: TestDevice, count: number): void {
  for (let i = 0; i < count; i++) {
    device.write({
      dossier: `${device.id.slice(0, 7).padEnd(7, '0')}${String(device.log.length).padStart(5, '0')}` as DossierId,
      after: [],
      type: 'DossierDrafted',
      version: 1,
      at: Date.now() - 60_000,
      clockOffsetMs: 0,
      actor: `${device.office}-lan` as StaffId,
      data: sampleData.DossierDrafted as unknown as EventEnvelope['data'],
    });
  }
}
