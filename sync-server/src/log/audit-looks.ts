/**
 * Looks at personal data among the events of a batch, as lines of the district's record: by whom, on which device, at whose dossier, or at which list. The event stays in the dossier's
 * timeline, or on the office's day.
 */
import { listLookIn } from '@onestop/shared/daybook/read-day-event.ts';
import type { LookKind } from '@onestop/shared/dossier/define-event.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { type ReadOptions, lookIn, readEvent } from '@onestop/shared/dossier/read-event.ts';
import type { DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { AuditKind } from '@onestop/shared/reference/audit.ts';
import type { AuditEntry, DeviceRecord } from '../db/store.ts';

const kindOf = {
  DETAIL: 'look/detail',
  NUMBERS: 'look/numbers',
  PRINT: 'look/print',
  EXPORT: 'look/export',
  SEARCH: 'look/search',
} as const satisfies Record<LookKind, AuditKind>;

interface AuditedLook {
  readonly seq: number;
  readonly audit: AuditEntry;
}

/** `offices` of the dossiers that are known, home office first. */
export function auditOfLooks(
  device: Pick<DeviceRecord, 'id' | 'office'>,
  events: readonly EventEnvelope[],
  offices: ReadonlyMap<DossierId, readonly OfficeId[]>,
  options: ReadOptions,
): readonly AuditedLook[] {
  return events.flatMap((event): readonly AuditedLook[] => {
    const list = listLookIn(event, options);
    if (list !== undefined) {
      const { what, of, count } = list;
      const detail = of === undefined ? {} : { detail: of };
      const changes = [{ field: 'count', after: String(count) }];
      const audit = { at: event.at, actor: event.actor, device: device.id, office: device.office, what: kindOf[what], ...detail, changes };
      return [{ seq: event.seq, audit }];
    }
    const look = lookIn(readEvent(event, options));
    if (look === undefined) return [];
    const home = offices.get(event.dossier)?.[0] ?? device.office;
    const other = home === device.office ? {} : { otherOffice: device.office };
    return [
      {
        seq: event.seq,
        audit: { at: event.at, actor: event.actor, device: device.id, office: home, ...other, what: kindOf[look], target: event.dossier },
      },
    ];
  });
}
