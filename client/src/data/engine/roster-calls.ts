/** The administration's calls about units and officers beyond one saved by hand. */
import type { hc } from 'hono/client';
import type { Api } from '@onestop/sync-server/api.ts';
import type { ProposalRow } from '@onestop/shared/reference/office-proposal.ts';
import type { StaffRow } from '@onestop/shared/reference/staff-file.ts';
import type { FoundUnit, StatisticsUnit } from '@onestop/shared/reference/unit-list.ts';
import type { FirstSecret, ReadRows, RosterApi } from '../../contract/roster-admin.ts';
import type { AsAdmin, SessionHeaders } from './admin-call.ts';

type Client = ReturnType<typeof hc<Api>>;

export function rosterCalls(client: Client, asAdmin: AsAdmin, headers: SessionHeaders): RosterApi {
  return { ...unitCalls(client, asAdmin, headers), ...staffCalls(client, asAdmin, headers) };
}

function unitCalls(client: Client, asAdmin: AsAdmin, headers: SessionHeaders): Omit<RosterApi, keyof ReturnType<typeof staffCalls>> {
  const { offices } = client.api.admin;
  const done = () => undefined;
  return {
    findUnits: (q, form) =>
      asAdmin(
        () => client.api.units.$get({ query: { q, form } } as never, headers()),
        (body: { readonly units: readonly FoundUnit[] }) => body.units,
      ),
    communesOf: (code, form) =>
      asAdmin(
        () => client.api.units[':code'].$get({ param: { code }, query: { form } } as never, headers()),
        (body: { readonly communes: readonly StatisticsUnit[] }) => body.communes,
      ),
    readOfficeFile: (file) =>
      asAdmin(
        () => offices.read.$post({}, withFile(headers, file)),
        (body: ReadRows<ProposalRow>) => body,
      ),
    saveOffices: (given) => asAdmin(() => offices.several.$put({ json: { offices: [...given] } }, headers()), done),
    closeOffice: (office, closing) => asAdmin(() => offices[':office'].close.$post({ param: { office }, json: closing }, headers()), done),
    reopenOffice: (office) => asAdmin(() => offices[':office'].reopen.$post({ param: { office } }, headers()), done),
  };
}

function staffCalls(
  client: Client,
  asAdmin: AsAdmin,
  headers: SessionHeaders,
): Pick<RosterApi, 'readStaffFile' | 'addStaff' | 'makeFirstSecret'> {
  const { staff } = client.api.admin;
  return {
    readStaffFile: (file) =>
      asAdmin(
        () => staff.read.$post({}, withFile(headers, file)),
        (body: ReadRows<StaffRow>) => body,
      ),
    addStaff: (rows) =>
      asAdmin(
        () => staff.several.$put({ json: { staff: [...rows] } }, headers()),
        (body: { readonly made: readonly FirstSecret[] }) => body.made,
      ),
    makeFirstSecret: (id) =>
      asAdmin(
        () => staff[':staff']['first-secret'].$post({ param: { staff: id } }, headers()),
        (body: FirstSecret) => body,
      ),
  };
}

/** The file as it is: the centre looks at its first bytes, not at its name. */
function withFile(headers: SessionHeaders, body: Blob) {
  return { headers: { ...headers().headers, 'Content-Type': 'application/octet-stream' }, init: { body } };
}
