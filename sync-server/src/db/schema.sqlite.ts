/**
 * Tables of the district's log on SQLite. Twin of `schema.pg.ts`: same names, same columns, so that one body of statements serves both.
 * `events` is append-only. Few indexes on purpose: every one of them is paid for by each event.
 */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const events = sqliteTable(
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

export const refusals = sqliteTable(
  'refusals',
  {
    device: text().notNull(),
    seq: integer().notNull(),
    /** REFUSED, QUARANTINED or HELD. */
    kind: text().notNull(),
    code: text().notNull(),
    detail: text(),
    /** When it was said. */
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.device, t.seq] })],
);

export const devices = sqliteTable(
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
    createdAt: integer('created_at').notNull(),
    lastExchangeAt: integer('last_exchange_at'),
    newestEventAt: integer('newest_event_at'),
    revokedAt: integer('revoked_at'),
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

export const enrolCodes = sqliteTable('enrol_codes', {
  codeHash: text('code_hash').primaryKey(),
  office: text().notNull(),
  deviceName: text('device_name').notNull(),
  createdBy: text('created_by'),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
  usedBy: text('used_by'),
});

/** One row an office: the end of its feed. Locked in the transaction that appends, so a reader's cursor never jumps over a slower commit. */
export const officeFeeds = sqliteTable('office_feeds', { office: text().primaryKey(), position: integer().notNull() });

export const feedRuns = sqliteTable(
  'feed_runs',
  {
    office: text().notNull(),
    toPos: integer('to_pos').notNull(),
    device: text().notNull(),
    fromSeq: integer('from_seq').notNull(),
    count: integer().notNull(),
    mark: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.office, t.toPos] })],
);

/** Projection, rebuilt from `events` by `log/rebuild.ts`: who sees a dossier. */
export const dossiers = sqliteTable('dossiers', {
  id: text().primaryKey(),
  /** JSON list, home office first. */
  offices: text().notNull(),
});

export const codes = sqliteTable('codes', {
  code: text().primaryKey(),
  dossier: text().notNull(),
  device: text().notNull(),
  seq: integer().notNull(),
});

export const agencies = sqliteTable('agencies', { agency: text().primaryKey() });

export const leases = sqliteTable(
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
export const referenceParts = sqliteTable('reference_parts', {
  key: text().primaryKey(),
  version: integer().notNull(),
  body: text(),
});

/** Every version there was: a device that names another check has a history that is not this server's. */
export const referenceVersions = sqliteTable('reference_versions', { version: integer().primaryKey(), mark: integer().notNull() });

/** One row for each name of `lockNames` in `store.ts`; a transaction that holds the row holds the lock. */
export const locks = sqliteTable('locks', { name: text().primaryKey() });

export const settings = sqliteTable('settings', { key: text().primaryKey(), value: text().notNull() });

/** Who administered and looked at what: `AuditEntry` of `store.ts`. Append-only, but for who has seen a dangerous grant. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
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
    seenAt: integer('seen_at'),
    seenBy: text('seen_by'),
  },
  (t) => [index('audit_office').on(t.office)],
);
