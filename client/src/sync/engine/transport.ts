/** The exchange over HTTP: encode, pack, sign, send, tell our answer from others', unpack, decode. Everything becomes a `Result`. */
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import { pack, unpack } from '@onestop/shared/protocol/pack.ts';
import { decodeSyncAnswer, encodeSyncRequest } from '@onestop/shared/protocol/wire.ts';
import type { Transport, TransportError } from '@onestop/shared/ports.ts';
import { type HttpDeps, isContentType, sendHttp } from './http.ts';

export const syncContentType = 'application/vnd.motcua.sync';

export interface TransportDeps extends HttpDeps {
  readonly token: () => string | undefined;
  readonly sign: (bytes: Uint8Array) => Promise<string>;
}

/** A slow line takes a second for a kilobyte; a dead one must not hold the officer's work up for ever. */
const timeoutMsBase = 60_000;
const timeoutMsPerByte = 1;
const timeoutMsMax = 600_000;
const probeTimeoutMs = 15_000;
/** What only our server answers (`routes/health.ts`). */
const probeBody = 'motcua-1';

export interface DeviceTransport extends Transport {
  /** Whether our server really answers; `navigator.onLine` says nothing about that. */
  readonly probe: () => Promise<Result<void, TransportError>>;
}

export function createTransport(deps: TransportDeps): DeviceTransport {
  return {
    prepare: async (request) => {
      const token = deps.token();
      if (token === undefined) return () => Promise.resolve(err({ code: 'wire/device-unknown' as const }));
      const body = pack(encodeSyncRequest(request));
      const proof = await deps.sign(body);
      return () =>
        sendHttp(
          deps,
          {
            method: 'POST',
            path: '/api/sync',
            headers: { 'Content-Type': syncContentType, Authorization: `Bearer ${token}`, 'X-Proof': proof },
            body,
            timeoutMs: Math.min(timeoutMsMax, timeoutMsBase + body.length * timeoutMsPerByte),
          },
          async (response) => {
            if (!isContentType(response, syncContentType)) return err({ code: 'network/not-ours', status: response.status });
            const packed = new Uint8Array(await response.arrayBuffer());
            const bytes = unpack(packed);
            if (!bytes.ok) return err({ code: bytes.error.code });
            const answer = decodeSyncAnswer(bytes.value);
            if (!answer.ok) return err({ code: answer.error.code });
            return ok({ answer: answer.value, bytesUp: body.length, bytesDown: packed.length });
          },
        );
    },
    probe: () =>
      sendHttp(deps, { method: 'GET', path: '/api/probe', timeoutMs: probeTimeoutMs }, async (response) =>
        (await response.text()) === probeBody ? ok() : err({ code: 'network/not-ours', status: response.status }),
      ),
  };
}
