/** Wire errors: a closed list; each states its recovery. The interface has one sentence and one action for each (`texts/wire-errors.ts`). */
export type Recovery = 'retry' | 'retry-after' | 'update-app' | 're-enrol' | 'smaller' | 'fix-input' | 'sign-in' | 'stop';

export const wireErrors = {
  'wire/malformed': { status: 400, recovery: 'stop' },
  'wire/too-large': { status: 413, recovery: 'smaller' },
  'wire/protocol-too-old': { status: 426, recovery: 'update-app' },
  'wire/protocol-too-new': { status: 422, recovery: 'retry-after' },
  'wire/device-unknown': { status: 401, recovery: 're-enrol' },
  'wire/device-revoked': { status: 403, recovery: 're-enrol' },
  'wire/device-mismatch': { status: 403, recovery: 're-enrol' },
  /** The server no longer holds the beginning of an upload that was cut: the device sends the whole body again. */
  'wire/upload-gone': { status: 409, recovery: 'retry' },
  'wire/proof-invalid': { status: 401, recovery: 're-enrol' },
  'wire/busy': { status: 503, recovery: 'retry-after' },
  'wire/internal': { status: 500, recovery: 'retry-after' },
  'wire/not-found': { status: 404, recovery: 'stop' },
  'enrol/code-unknown': { status: 404, recovery: 'fix-input' },
  'enrol/code-used': { status: 409, recovery: 'fix-input' },
  'enrol/code-expired': { status: 410, recovery: 'fix-input' },
  'enrol/too-many-tries': { status: 429, recovery: 'retry-after' },
  'session/wrong': { status: 401, recovery: 'fix-input' },
  'session/locked': { status: 429, recovery: 'retry-after' },
  'session/needed': { status: 401, recovery: 'sign-in' },
  'access/denied': { status: 403, recovery: 'stop' },
  'admin/invalid': { status: 422, recovery: 'fix-input' },
  /** Nobody could administer the district any more. */
  'admin/last-administrator': { status: 409, recovery: 'fix-input' },
  /** What was looked at before is not what is there now: look again. */
  'admin/changed': { status: 409, recovery: 'fix-input' },
  /** The device holds, or may hold, what the centre does not have. */
  'admin/device-waiting': { status: 409, recovery: 'fix-input' },
  'setup/closed': { status: 410, recovery: 'stop' },
} as const satisfies Record<string, { readonly status: number; readonly recovery: Recovery }>;

export type WireErrorCode = keyof typeof wireErrors;

/** Body of every non-2xx answer (JSON). Anything else that is not ours (captive portal, proxy page) is `network/not-ours` on the client. */
export interface WireErrorBody {
  readonly error: WireErrorCode;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly fields?: readonly { readonly path: string; readonly problem: string }[] | undefined;
}
