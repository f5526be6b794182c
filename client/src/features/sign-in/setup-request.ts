/** What the set-up page asks for, how the centre calls it, and the request that makes the district. There is no session yet, so it speaks to the server directly. */
import { hc } from 'hono/client';
import type { Api } from '@onestop/sync-server/api.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { FoundUnit } from '@onestop/shared/reference/unit-list.ts';
import { report } from '../../kit/report.ts';
import { wireErrorTexts, type LineErrorCode } from '../../texts/wire-errors.ts';

export const setupFields = [
  'districtName',
  'authorityName',
  'deskName',
  'place',
  'agencyId',
  'adminName',
  'adminTitle',
  'login',
  'secret',
  'deviceName',
] as const;
export type SetupField = (typeof setupFields)[number];
export type SetupForm = Readonly<Record<SetupField, string>>;

/** How the centre calls the fields. */
export const serverPaths: Readonly<Record<SetupField, string>> = {
  districtName: 'office.name',
  authorityName: 'office.authorityName',
  deskName: 'office.deskName',
  place: 'office.place',
  agencyId: 'office.agencyId',
  adminName: 'admin.fullName',
  adminTitle: 'admin.title',
  login: 'admin.login',
  secret: 'admin.secret',
  deviceName: 'deviceName',
};

export interface SetupProblem {
  readonly problem: LineErrorCode;
  readonly fields?: readonly { readonly path: string; readonly problem: string }[] | undefined;
}

export interface SetupCode {
  readonly code: string;
  readonly expiresAt: Instant;
}

/** Of the first unit only; the server asks for an id before there is anything to choose from. */
const firstOfficeId = 'TT';

export async function postSetup(key: string, form: SetupForm, today: PlainDate): Promise<SetupCode | SetupProblem> {
  const text = (name: SetupField) => form[name].trim();
  const office = {
    id: firstOfficeId,
    kind: 'CENTRE',
    name: text('districtName'),
    authorityName: text('authorityName'),
    deskName: text('deskName'),
    place: text('place'),
    agencyId: text('agencyId'),
    syncs: true,
    validFrom: today,
  };
  const admin = { login: text('login').toLowerCase(), fullName: text('adminName'), title: text('adminTitle'), secret: form.secret };
  let body: unknown;
  let accepted = false;
  try {
    const response = await hc<Api>('/').api.setup.$post({ json: { key, office, admin, deviceName: text('deviceName') } });
    accepted = response.ok;
    body = await response.json();
  } catch (cause) {
    report('Setup could not reach the server', cause);
    return { problem: 'network/unreachable' };
  }
  const { code, expiresAt, error, fields: wrong } = body as Readonly<Record<string, unknown>>;
  if (accepted && typeof code === 'string' && typeof expiresAt === 'number') return { code, expiresAt };
  if (typeof error !== 'string' || !(error in wireErrorTexts)) return { problem: 'network/not-ours' };
  return { problem: error as LineErrorCode, ...(Array.isArray(wrong) ? { fields: wrong as SetupProblem['fields'] } : {}) };
}

/** Districts of the country's list, found by name without marks or by code; undefined where the server did not answer: the name can be typed too. */
export async function findDistricts(query: string): Promise<readonly FoundUnit[] | undefined> {
  try {
    const answer = await hc<Api>('/').api.units.$get({ query: { q: query, form: 'BEFORE_2025_07', kind: 'DISTRICT' } });
    return answer.ok ? (await answer.json()).units.slice(0, 8) : undefined;
  } catch (cause) {
    report('The list of units could not be asked', cause);
    return undefined;
  }
}
