/**
 * Tables of the district's log on PostgreSQL. Twin of `schema.sqlite.ts`: same names, same columns, so that one body of statements serves both.
 * `events` is append-only. Few indexes on purpose: every one of them is paid for by each event.
 */
import { bigint, bigserial, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

export const events = pgTable(
  'events',
  {
    device: text().notNull(),
    seq: integer().notNull(),
    dossier: text().notNull(),
    /** `verdicts` of `store.ts`. */
    verdict: integer().notNull(),
    /** Canonical JSON of the whole envelope: the bytes that were hashed. */
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.device, t.seq] }), index('events_dossier').on(t.dossier)],
);

export const refusals = pgTable(
  'refusals',
  {
    device: text().notNull(),
    seq: integer().notNull(),
    /** REFUSED, QUARANTINED or HELD. */
    kind: text().notNull(),
    code: text().notNull(),
    detail: text(),
    /** When it was said. */
    at: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.device, t.seq] })],
);

export const devices = pgTable(
  'devices',
  {
    id: text().primaryKey(),
    office: text().notNull(),
    name: text().notNull(),
    bookNumber: integer('book_number').notNull(),
    tokenHash: text('token_hash').notNull(),
    publicKey: text('public_key').notNull(),
    encryptionKey: text('encryption_key').notNull(),
    headSeq: integer('head_seq').notNull(),
    /** Hex. */
    headLink: text('head_link').notNull(),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    lastExchangeAt: bigint('last_exchange_at', { mode: 'number' }),
    newestEventAt: bigint('newest_event_at', { mode: 'number' }),
    revokedAt: bigint('revoked_at', { mode: 'number' }),
    report: text(),
    /** RETIRED or LOST; null: revoked without a word more. */
    outAs: text('out_as'),
    /** Who reported it, in the administrator's words. */
    outNote: text('out_note'),
    forkDevice: text('fork_device'),
    forkKey: text('fork_key'),
  },
  (t) => [index('devices_token').on(t.tokenHash), index('devices_office').on(t.office)],
);

export const enrolCodes = pgTable('enrol_codes', {
  codeHash: text('code_hash').primaryKey(),
  office: text().notNull(),
  deviceName: text('device_name').notNull(),
  createdBy: text('created_by'),
  expiresAt: bigint('expires_at', { mode: 'number' }).notNull(),
  usedAt: bigint('used_at', { mode: 'number' }),
  usedBy: text('used_by'),
});

/** One row an office: the end of its feed. Locked in the transaction that appends, so a reader's cursor never jumps over a slower commit. */
export const officeFeeds = pgTable('office_feeds', { office: text().primaryKey(), position: bigint({ mode: 'number' }).notNull() });

export const feedRuns = pgTable(
  'feed_runs',
  {
    office: text().notNull(),
    toPos: bigint('to_pos', { mode: 'number' }).notNull(),
    device: text().notNull(),
    fromSeq: integer('from_seq').notNull(),
    count: integer().notNull(),
    mark: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.office, t.toPos] })],
);

/** Projection, rebuilt from `events` by `log/rebuild.ts`: who sees a dossier. */
export const dossiers = pgTable('dossiers', {
  id: text().primaryKey(),
  /** JSON list, home office first. */
  offices: text().notNull(),
});

export const codes = pgTable('codes', {
  code: text().primaryKey(),
  dossier: text().notNull(),
  device: text().notNull(),
  seq: integer().notNull(),
});

export const agencies = pgTable('agencies', { agency: text().primaryKey() });

export const leases = pgTable(
  'leases',
  {
    agency: text().notNull(),
    kind: text().notNull(),
    fromSerial: integer('from_serial').notNull(),
    toSerial: integer('to_serial').notNull(),
    digits: integer().notNull(),
    device: text().notNull(),
    validFrom: text('valid_from').notNull(),
    retiredOn: text('retired_on'),
  },
  (t) => [primaryKey({ columns: [t.agency, t.kind, t.fromSerial, t.device] }), index('leases_device').on(t.device)],
);

/** Named parts of the reference data; one that was removed keeps its row without a body, so that devices hear of it. */
export const referenceParts = pgTable('reference_parts', {
  key: text().primaryKey(),
  version: integer().notNull(),
  body: text(),
});

/** Every version there was: a device that names another check has a history that is not this server's. */
export const referenceVersions = pgTable('reference_versions', { version: integer().primaryKey(), mark: integer().notNull() });

/** One row for each name of `lockNames` in `store.ts`; a transaction that holds the row holds the lock. */
export const locks = pgTable('locks', { name: text().primaryKey() });

export const settings = pgTable('settings', { key: text().primaryKey(), value: text().notNull() });

/** Who administered and looked at what: `AuditEntry` of `store.ts`. Append-only, but for who has seen a dangerous grant. */
export const audit = pgTable(
  'audit',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: bigint({ mode: 'number' }).notNull(),
    actor: text(),
    device: text(),
    office: text(),
    otherOffice: text('other_office'),
    what: text().notNull(),
    target: text(),
    /** JSON list. */
    changes: text(),
    reason: text(),
    /** JSON list; null where nothing is dangerous. */
    grave: text(),
    detail: text(),
    seenAt: bigint('seen_at', { mode: 'number' }),
    seenBy: text('seen_by'),
  },
  (t) => [index('audit_office').on(t.office)],
);
