/** How a call of the administration is made: with the officer's session, its answer checked to be ours. */
import type { Result } from '@onestop/shared/kernel/result.ts';
import type { AdminError } from '../../contract/admin.ts';

/** What a hono client call gives; its body is read by the caller. */
export interface ClientAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly text: () => Promise<string>;
}

export type AsAdmin = <T>(call: () => Promise<ClientAnswer>, read: (body: never) => T) => Promise<Result<T, AdminError>>;

export type SessionHeaders = () => { readonly headers: { readonly Authorization: string } };
