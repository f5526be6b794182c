/** The exchange over HTTP: encode, pack, sign, send, tell our answer from others', unpack, decode. Everything becomes a `Result`. */
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import { type KeptUpload, parseKept, uploadBytesMin, uploadHeaders, uploadName } from '@onestop/shared/protocol/upload.ts';
import type { Arrived, Transport, TransportError } from '@onestop/shared/ports.ts';
import { type HttpDeps, isContentType, sendHttp } from './http.ts';

/** How an exchange is written: a part of its own, which who enrols or signs in does not wait for. */
const loadWire = async () => {
  const [packing, wire] = await Promise.all([import('@onestop/shared/protocol/pack.ts'), import('@onestop/shared/protocol/wire.ts')]);
  return { ...packing, ...wire };
};

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
  let kept: KeptUpload | undefined;

  async function post(token: string, proof: string, name: string | undefined, body: Uint8Array): Promise<Result<Arrived, TransportError>> {
    const from = name !== undefined && kept?.name === name && kept.bytes < body.length ? kept.bytes : 0;
    kept = undefined;
    const rest = body.subarray(from);
    return sendHttp(
      deps,
      {
        method: 'POST',
        path: '/api/sync',
        headers: {
          'Content-Type': syncContentType,
          Authorization: `Bearer ${token}`,
          'X-Proof': proof,
          ...(name === undefined ? {} : { [uploadHeaders.name]: name }),
          ...(from === 0 ? {} : { [uploadHeaders.from]: String(from) }),
        },
        body: rest,
        timeoutMs: Math.min(timeoutMsMax, timeoutMsBase + rest.length * timeoutMsPerByte),
      },
      async (response) => {
        if (!isContentType(response, syncContentType)) return err({ code: 'network/not-ours', status: response.status });
        const { unpack, decodeSyncAnswer } = await loadWire();
        const packed = new Uint8Array(await response.arrayBuffer());
        const bytes = unpack(packed);
        if (!bytes.ok) return err({ code: bytes.error.code });
        const answer = decodeSyncAnswer(bytes.value);
        if (!answer.ok) return err({ code: answer.error.code });
        kept = parseKept(response.headers.get(uploadHeaders.kept));
        return ok({ answer: answer.value, bytesUp: rest.length, bytesDown: packed.length });
      },
    );
  }

  return {
    prepare: async (request) => {
      const { pack, encodeSyncRequest } = await loadWire();
      const body = pack(encodeSyncRequest(request));
      const proof = await deps.sign(body);
      const name = body.length < uploadBytesMin ? undefined : uploadName(body);
      return {
        send: async () => {
          const token = deps.token();
          if (token === undefined) return err({ code: 'wire/device-unknown' });
          const arrived = await post(token, proof, name, body);
          // Another server process, or too late: from the beginning, at once.
          return !arrived.ok && arrived.error.code === 'wire/upload-gone' ? post(token, proof, name, body) : arrived;
        },
        isPartlyThere: () => name !== undefined && kept?.name === name,
      };
    },
    probe: () =>
      sendHttp(deps, { method: 'GET', path: '/api/probe', timeoutMs: probeTimeoutMs }, async (response) =>
        (await response.text()) === probeBody ? ok() : err({ code: 'network/not-ours', status: response.status }),
      ),
  };
}
