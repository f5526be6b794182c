/**
 * Online-only calls: enrolment, the officer's session on the server, administration. Typed by the server's own routes (`hono/client`), but what
 * comes back is still checked to be ours before it is believed.
 */
import { hc } from 'hono/client';
import type { Api } from '@onestop/sync-server/api.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import { type WireErrorBody, type WireErrorCode, wireErrors } from '@onestop/shared/protocol/errors.ts';
import type { Enrolment } from '@onestop/shared/protocol/messages.ts';
import type {
  AdminApi,
  AdminError,
  AuditFilter,
  AuditPage,
  CataloguePublication,
  CatalogueReport,
  CatalogueState,
  DeviceRow,
  SetAsideRow,
} from '../../contract/admin.ts';
import type { Identity } from '../db/device-state.ts';
import type { Platform } from '../../ports/platform.ts';
import type { AsAdmin, ClientAnswer } from './admin-call.ts';
import { isContentType, parseJson } from './http.ts';
import { rosterCalls } from './roster-calls.ts';

export type PreviousIdentity = Pick<Identity, 'device' | 'office' | 'bookNumber'>;

type PublicKeys = Awaited<ReturnType<Platform['keys']['publicKeys']>>;

export interface OnlineClient {
  /** `previous`: who this device was; a server that forgot it (restored backup) gives it back. */
  readonly enrol: (code: string, keys: PublicKeys, previous?: PreviousIdentity) => Promise<Result<Enrolment, AdminError>>;
  /** Opens the officer's session on the server; its token stays in memory only. */
  readonly openSession: (login: string, secret: string) => Promise<Result<void, AdminError>>;
  readonly closeSession: () => void;
  /** An officer's own new secret; answers its verifier. */
  readonly changeSecret: (login: string, secret: string, next: string) => Promise<Result<string, AdminError>>;
  readonly admin: Omit<AdminApi, 'openSession'>;
}

const timeoutMs = 30_000;

export function createOnlineClient(platform: Platform, deviceToken: () => string | undefined): OnlineClient {
  // Rights are checked by the server; the route types are erased only where hono's inference of a mounted app ends.
  const client = hc<Api>(platform.baseUrl === '' ? '/' : platform.baseUrl, { fetch: timedFetch(platform) });
  let session: { readonly token: string; readonly expiresAt: Instant } | undefined;

  const deviceHeaders = () => ({ headers: { Authorization: `Bearer ${deviceToken() ?? ''}` } });
  const sessionHeaders = () => ({ headers: { Authorization: `Bearer ${session?.token ?? ''}` } });

  async function asAdmin<T>(call: () => Promise<ClientAnswer>, read: (body: never) => T): Promise<Result<T, AdminError>> {
    if (session === undefined) return err({ code: 'session/needed' });
    const answer = await callJson(call);
    if (!answer.ok) {
      if (answer.error.code === 'session/needed') session = undefined;
      return answer;
    }
    return ok(read(answer.value as never));
  }

  const asDone = (call: () => Promise<ClientAnswer>) => asAdmin(call, () => undefined);

  return {
    enrol: (code, keys, previous) => enrolOver(client, platform.appVersion, code, keys, previous),
    openSession: async (login, secret) => {
      const answer = await callJson(() => client.api.session.$post({ json: { login, secret } }, deviceHeaders()));
      if (!answer.ok) return answer;
      const { token, expiresAt } = answer.value as { readonly token?: unknown; readonly expiresAt?: unknown };
      if (typeof token !== 'string' || typeof expiresAt !== 'number') return err({ code: 'network/not-ours' });
      session = { token, expiresAt };
      return ok();
    },
    closeSession: () => {
      session = undefined;
    },
    changeSecret: async (login, secret, next) => {
      const answer = await callJson(() => client.api.session.secret.$post({ json: { login, secret, next } }, deviceHeaders()));
      if (!answer.ok) return answer;
      const { verifier } = answer.value as { readonly verifier?: unknown };
      return typeof verifier === 'string' ? ok(verifier) : err({ code: 'network/not-ours' });
    },
    admin: {
      ...deviceCalls(client, sessionHeaders, asAdmin),
      saveStaff: (input) =>
        asDone(() =>
          client.api.admin.staff.$put(
            { json: members({ staff: input.staff, secret: input.secret, reason: input.reason }) },
            sessionHeaders(),
          ),
        ),
      listRefused: () =>
        asAdmin(
          () => client.api.admin.refused.$get({}, sessionHeaders()),
          (body: { readonly rows: readonly SetAsideRow[] }) => body.rows,
        ),
      ...auditCalls(client, asAdmin, sessionHeaders),
      saveOffice: (office) => asDone(() => client.api.admin.offices.$put({ json: office }, sessionHeaders())),
      saveCalendarYear: (year) => asDone(() => client.api.admin.calendar.year.$put({ json: year }, sessionHeaders())),
      saveSettings: (settings) => asDone(() => client.api.admin.settings.$put({ json: settings }, sessionHeaders())),
      saveCalendarWeek: (week) => asDone(() => client.api.admin.calendar.week.$put({ json: week }, sessionHeaders())),
      ...catalogueCalls(client, asAdmin, sessionHeaders),
      ...rosterCalls(client, asAdmin, sessionHeaders),
    },
  };
}

type DeviceCalls = Pick<
  AdminApi,
  'listDevices' | 'issueEnrolCode' | 'revokeDevice' | 'renameDevice' | 'retireDevice' | 'reportDeviceLost' | 'moveDevice' | 'replaceDevice'
>;

function deviceCalls(
  client: ReturnType<typeof hc<Api>>,
  sessionHeaders: () => { readonly headers: { readonly Authorization: string } },
  asAdmin: AsAdmin,
): DeviceCalls {
  const asDone = (call: () => Promise<ClientAnswer>) => asAdmin(call, () => undefined);
  return {
    listDevices: () =>
      asAdmin(
        () => client.api.admin.devices.$get({}, sessionHeaders()),
        (body: { readonly devices: readonly DeviceRow[] }) => body.devices,
      ),
    issueEnrolCode: (input) =>
      asAdmin(
        () => client.api.admin['enrol-codes'].$post({ json: input }, sessionHeaders()),
        (body: { readonly code: string; readonly expiresAt: Instant }) => body,
      ),
    revokeDevice: (device) => asDone(() => client.api.admin.devices[':device'].revoke.$post({ param: { device } }, sessionHeaders())),
    renameDevice: (device, name) =>
      asDone(() => client.api.admin.devices[':device'].name.$put({ param: { device }, json: { name } }, sessionHeaders())),
    retireDevice: (device) => asDone(() => client.api.admin.devices[':device'].retire.$post({ param: { device } }, sessionHeaders())),
    reportDeviceLost: (device, note) =>
      asDone(() => client.api.admin.devices[':device'].lost.$post({ param: { device }, json: { note } }, sessionHeaders())),
    replaceDevice: (device, by) =>
      asDone(() => client.api.admin.devices[':device'].replaced.$post({ param: { device }, json: { by } }, sessionHeaders())),
    moveDevice: (device, office) =>
      asAdmin(
        () => client.api.admin.devices[':device'].move.$post({ param: { device }, json: { office } }, sessionHeaders()),
        (body: { readonly code: string; readonly expiresAt: Instant }) => body,
      ),
  };
}

type CatalogueCalls = Pick<AdminApi, 'catalogue' | 'catalogueFile' | 'takeOverCatalogue' | 'previewCatalogue' | 'publishCatalogue'>;

function catalogueCalls(
  client: ReturnType<typeof hc<Api>>,
  asAdmin: AsAdmin,
  sessionHeaders: () => { readonly headers: { readonly Authorization: string } },
): CatalogueCalls {
  /** The file as it is: the centre looks at its first bytes, not at its name. */
  const withFile = (body: Blob) => ({
    headers: { ...sessionHeaders().headers, 'Content-Type': 'application/octet-stream' },
    init: { body },
  });
  return {
    catalogue: () => asAdmin(() => client.api.admin.catalogue.$get({}, sessionHeaders()), same<CatalogueState>),
    catalogueFile: (format) =>
      asAdmin(
        () => client.api.admin.catalogue.file[':format'].$get({ param: { format } }, sessionHeaders()),
        same<{ readonly name: string; readonly text: string }>,
      ),
    takeOverCatalogue: (levels) =>
      asAdmin(
        () => client.api.admin.catalogue['take-over'].$post({ json: { levels: [...levels] } }, sessionHeaders()),
        same<{ readonly added: number }>,
      ),
    previewCatalogue: (file, asked) =>
      asAdmin(
        () => client.api.admin.catalogue.preview.$post({ query: queryOf(asked) }, withFile(file)),
        same<{ readonly report: CatalogueReport } | { readonly problems: readonly string[] }>,
      ),
    publishCatalogue: (file, { preview, ...asked }) =>
      asAdmin(
        () => client.api.admin.catalogue.publish.$post({ query: { ...queryOf(asked), preview } }, withFile(file)),
        same<{ readonly added: number; readonly changed: number }>,
      ),
  };
}

/** Without members that are undefined, as the centre's schemas want it. */
function members<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

function auditCalls(
  client: ReturnType<typeof hc<Api>>,
  asAdmin: AsAdmin,
  headers: () => { readonly headers: { Authorization: string } },
): Pick<AdminApi, 'listAudit' | 'exportAudit' | 'markAuditSeen'> {
  const { audit } = client.api.admin;
  const page = (body: AuditPage): AuditPage => body;
  return {
    listAudit: (filter) => asAdmin(() => audit.$get({ query: auditQuery(filter) } as never, headers()), page),
    exportAudit: (filter) => asAdmin(() => audit.export.$post({ json: auditQuery(filter) } as never, headers()), page),
    markAuditSeen: (ids) =>
      asAdmin(
        () => audit.seen.$post({ json: { ids: [...ids] } }, headers()),
        () => undefined,
      ),
  };
}

const same = <T>(body: T): T => body;

function queryOf({ effective, endMissing }: CataloguePublication) {
  return { effective, missing: endMissing ? ('end' as const) : ('keep' as const) };
}

function auditQuery({ unseen, ...rest }: AuditFilter): Readonly<Record<string, string>> {
  const given = members({ ...rest, unseen: unseen === true ? '1' : undefined });
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]));
}

async function enrolOver(
  client: ReturnType<typeof hc<Api>>,
  appVersion: string,
  code: string,
  { signing: publicKey, encryption: encryptionKey }: PublicKeys,
  previous: PreviousIdentity | undefined,
): Promise<Result<Enrolment, AdminError>> {
  const answer = await callJson(() => client.api.enrol.$post({ json: { code, publicKey, encryptionKey, appVersion, previous } }));
  if (!answer.ok) return answer;
  return isEnrolment(answer.value) ? ok(answer.value) : err({ code: 'network/not-ours' });
}

async function callJson(call: () => Promise<ClientAnswer>): Promise<Result<unknown, AdminError>> {
  let text: string;
  let answer: ClientAnswer;
  try {
    answer = await call();
    text = await answer.text();
  } catch (error) {
    if (error instanceof Error) return err({ code: 'network/unreachable' });
    throw error;
  }
  const body = isContentType(answer as unknown as Response, 'application/json') ? parseJson(text) : undefined;
  if (typeof body !== 'object' || body === null) return err({ code: 'network/not-ours' });
  if (answer.ok) return ok(body);
  const { error, fields } = body as Partial<WireErrorBody>;
  if (typeof error !== 'string' || !Object.hasOwn(wireErrors, error)) return err({ code: 'network/not-ours' });
  return err({ code: error as WireErrorCode, ...(fields === undefined ? {} : { fields }) });
}

function isEnrolment(value: unknown): value is Enrolment {
  const { device, token, office, deviceName, bookNumber, serverTime, serverKey } = value as Partial<Record<keyof Enrolment, unknown>>;
  return (
    typeof device === 'string' &&
    typeof token === 'string' &&
    typeof office === 'string' &&
    typeof deviceName === 'string' &&
    typeof bookNumber === 'number' &&
    typeof serverTime === 'number' &&
    typeof serverKey === 'string'
  );
}

function timedFetch(platform: Platform): typeof globalThis.fetch {
  return async (input, init) => {
    const abort = new AbortController();
    const timer = platform.timers.set(() => abort.abort(), timeoutMs);
    try {
      return await platform.fetch(input, { ...init, signal: abort.signal, cache: 'no-store', credentials: 'omit', redirect: 'manual' });
    } finally {
      platform.timers.clear(timer);
    }
  };
}
