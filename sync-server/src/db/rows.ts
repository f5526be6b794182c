/** Rows of the database ↔ records of the store. The only place that brands what comes out of the tables. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import type { DeviceId, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { AuditKind } from '@onestop/shared/reference/audit.ts';
import type { DeviceReport, RefusedCode, RefusedEvent } from '@onestop/shared/protocol/messages.ts';
import type { DeviceRecord, EnrolCodeRecord, FeedRun, SetAside, StoredAudit, StoredPart } from './store.ts';
import { type Row, numberOf, numberOrUndefined, textOf, textOrUndefined } from './sql-runner.ts';

export const deviceColumns =
  'id, office, name, book_number, token_hash, public_key, encryption_key, head_seq, head_link, created_at, last_exchange_at, newest_event_at, revoked_at, report, fork_device, fork_key, out_as, out_note';

export function rowToDevice(row: Row): DeviceRecord {
  const report = textOrUndefined(row, 'report');
  const forkDevice = textOrUndefined(row, 'fork_device');
  return {
    id: textOf(row, 'id') as DeviceId,
    office: textOf(row, 'office') as OfficeId,
    name: textOf(row, 'name'),
    bookNumber: numberOf(row, 'book_number'),
    tokenHash: textOf(row, 'token_hash'),
    publicKey: textOf(row, 'public_key'),
    encryptionKey: textOf(row, 'encryption_key'),
    headSeq: numberOf(row, 'head_seq'),
    headLink: new Uint8Array(Buffer.from(textOf(row, 'head_link'), 'hex')),
    createdAt: numberOf(row, 'created_at'),
    lastExchangeAt: numberOrUndefined(row, 'last_exchange_at'),
    newestEventAt: numberOrUndefined(row, 'newest_event_at'),
    revokedAt: numberOrUndefined(row, 'revoked_at'),
    report: report === undefined ? undefined : (JSON.parse(report) as DeviceReport),
    outAs: textOrUndefined(row, 'out_as') as DeviceRecord['outAs'],
    outNote: textOrUndefined(row, 'out_note'),
    forkOf: forkDevice === undefined ? undefined : { device: forkDevice as DeviceId, key: textOf(row, 'fork_key') },
  };
}

export function linkToHex(link: Uint8Array): string {
  return Buffer.from(link.buffer, link.byteOffset, link.byteLength).toString('hex');
}

export function rowToEnrolCode(row: Row): EnrolCodeRecord {
  return {
    codeHash: textOf(row, 'code_hash'),
    office: textOf(row, 'office') as OfficeId,
    deviceName: textOf(row, 'device_name'),
    createdBy: textOrUndefined(row, 'created_by') as StaffId | undefined,
    expiresAt: numberOf(row, 'expires_at'),
    usedAt: numberOrUndefined(row, 'used_at'),
    usedBy: textOrUndefined(row, 'used_by') as DeviceId | undefined,
  };
}

export function rowToLease(row: Row): Lease & { readonly device: DeviceId } {
  return {
    device: textOf(row, 'device') as DeviceId,
    agencyId: textOf(row, 'agency'),
    kind: textOf(row, 'kind') as Lease['kind'],
    from: numberOf(row, 'from_serial'),
    to: numberOf(row, 'to_serial'),
    digits: numberOf(row, 'digits') as Lease['digits'],
    validFrom: textOf(row, 'valid_from') as PlainDate,
    retiredOn: textOrUndefined(row, 'retired_on') as PlainDate | undefined,
  };
}

export function rowToRun(row: Row): FeedRun {
  return {
    office: textOf(row, 'office') as OfficeId,
    to: numberOf(row, 'to_pos'),
    device: textOf(row, 'device') as DeviceId,
    fromSeq: numberOf(row, 'from_seq'),
    count: numberOf(row, 'count'),
    check: numberOf(row, 'mark'),
  };
}

export function rowToRefused(row: Row): RefusedEvent {
  return {
    seq: numberOf(row, 'seq'),
    kind: textOf(row, 'kind') as RefusedEvent['kind'],
    code: textOf(row, 'code') as RefusedCode,
    detail: textOrUndefined(row, 'detail'),
  };
}

export function rowToSetAside(row: Row): SetAside {
  return {
    device: textOf(row, 'device') as DeviceId,
    deviceName: textOf(row, 'name'),
    office: textOf(row, 'office') as OfficeId,
    seq: numberOf(row, 'seq'),
    type: bodyToEvent(textOf(row, 'body')).type,
    kind: textOf(row, 'kind') as SetAside['kind'],
    code: textOf(row, 'code') as SetAside['code'],
    at: numberOf(row, 'at'),
  };
}

export function rowToPart(row: Row): StoredPart {
  return { key: textOf(row, 'key'), version: numberOf(row, 'version'), body: textOrUndefined(row, 'body') };
}

/** Without members that are not there: what is read back equals what was written. */
export function rowToAudit(row: Row): StoredAudit {
  const texts = Object.fromEntries(
    Object.entries({
      actor: 'actor',
      device: 'device',
      office: 'office',
      otherOffice: 'other_office',
      target: 'target',
      reason: 'reason',
      detail: 'detail',
      seenBy: 'seen_by',
    }).flatMap(([member, column]) => {
      const text = textOrUndefined(row, column);
      return text === undefined ? [] : [[member, text] as const];
    }),
  ) as Pick<StoredAudit, 'actor' | 'device' | 'office' | 'otherOffice' | 'target' | 'reason' | 'detail' | 'seenBy'>;
  const [changes, grave, seenAt] = [textOrUndefined(row, 'changes'), textOrUndefined(row, 'grave'), numberOrUndefined(row, 'seen_at')];
  return {
    id: numberOf(row, 'id'),
    at: numberOf(row, 'at'),
    // Written by our own statements only.
    what: textOf(row, 'what') as AuditKind,
    ...texts,
    ...(changes === undefined ? {} : { changes: JSON.parse(changes) as NonNullable<StoredAudit['changes']> }),
    ...(grave === undefined ? {} : { grave: JSON.parse(grave) as NonNullable<StoredAudit['grave']> }),
    ...(seenAt === undefined ? {} : { seenAt }),
  };
}

/** Bodies were checked against the schema when they came in; they are read back as they were written. */
export function bodyToEvent(body: string): EventEnvelope {
  return JSON.parse(body) as EventEnvelope;
}
