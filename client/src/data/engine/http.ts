/**
 * One place that tells our server's answers from everything else on the way: a captive portal's page, a proxy's error, a redirect. Only an answer
 * in our content type, or an error body with a code of our list, counts as ours.
 */
import { err, type Result } from '@onestop/shared/kernel/result.ts';
import { type WireErrorBody, type WireErrorCode, wireErrors } from '@onestop/shared/protocol/errors.ts';
import type { TransportError } from '@onestop/shared/ports.ts';
import type { Timers } from '../../ports/platform.ts';

export interface HttpDeps {
  readonly fetch: typeof globalThis.fetch;
  readonly baseUrl: string;
  readonly timers: Timers;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: Uint8Array | string | undefined;
  /** Until the answer is there completely. */
  readonly timeoutMs: number;
}

/** Sends, and reads the answer with `read`; whatever fails on the way is a value. */
export async function sendHttp<T>(
  deps: HttpDeps,
  request: HttpRequest,
  read: (response: Response) => Promise<Result<T, TransportError>>,
): Promise<Result<T, TransportError>> {
  const abort = new AbortController();
  const timer = deps.timers.set(() => abort.abort(), request.timeoutMs);
  try {
    const response = await deps.fetch(deps.baseUrl + request.path, {
      method: request.method,
      headers: request.headers ?? {},
      // The view is over an ordinary buffer; the type allows shared ones, which cannot occur here.
      ...(request.body === undefined ? {} : { body: request.body as string | Uint8Array<ArrayBuffer> }),
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      signal: abort.signal,
    });
    return response.ok ? await read(response) : err(await errorOf(response));
  } catch (error) {
    // Whatever fetch throws (refused, reset, aborted, cut body) means that no answer came.
    if (error instanceof Error) return err({ code: 'network/unreachable' });
    throw error;
  } finally {
    deps.timers.clear(timer);
  }
}

/** The error of an answer that is not 2xx. */
export async function errorOf(response: Response): Promise<TransportError> {
  const notOurs = { code: 'network/not-ours', status: response.status } as const;
  if (!isContentType(response, 'application/json')) return notOurs;
  const body = parseJson(await response.text());
  if (typeof body !== 'object' || body === null) return notOurs;
  const { error, retryAfterSeconds } = body as Partial<WireErrorBody>;
  if (typeof error !== 'string' || !Object.hasOwn(wireErrors, error)) return notOurs;
  return typeof retryAfterSeconds === 'number' ? { code: error as WireErrorCode, retryAfterSeconds } : { code: error as WireErrorCode };
}

export function isContentType(response: Response, type: string): boolean {
  return (response.headers.get('content-type') ?? '').toLowerCase().split(';')[0]?.trim() === type;
}

/** undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
