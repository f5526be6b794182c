/** An expected failure of a request, thrown by a route and turned into a `WireErrorBody` in one place (`middleware/faults.ts`). */
import { type WireErrorBody, type WireErrorCode, wireErrors } from '@onestop/shared/protocol/errors.ts';

export type FaultDetail = Pick<WireErrorBody, 'retryAfterSeconds' | 'fields'>;

export class WireFault extends Error {
  readonly code: WireErrorCode;
  readonly detail: FaultDetail;
  /** The code's own status, unless HTTP has a finer one (415 is a malformed message too). */
  readonly status: number;

  constructor(code: WireErrorCode, detail: FaultDetail = {}, status: number = wireErrors[code].status) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.status = status;
  }
}

/** The schemas of the shared folder answer with zod's issues; their paths and codes are all that leaves the server. */
export function invalidIssues(error: unknown, within?: string): WireFault {
  const issues = (error as { readonly issues?: readonly { readonly path: readonly PropertyKey[]; readonly code?: string }[] }).issues ?? [];
  return new WireFault('admin/invalid', {
    fields: issues.slice(0, 50).map((issue) => ({
      path: [...(within === undefined ? [] : [within]), ...issue.path.map(String)].join('.'),
      problem: issue.code ?? 'invalid',
    })),
  });
}

export type FaultField = NonNullable<WireErrorBody['fields']>[number];

export function invalidField(path: string, problem: string): WireFault {
  return new WireFault('admin/invalid', { fields: [{ path, problem }] });
}
