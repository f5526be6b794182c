/**
 * `POST /api/sync`: the one exchange. Bytes in, bytes out; everything that can be wrong with them has a code of its own. The device comes from
 * the token and the signature over the body, and must be the one the message names.
 */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import { limits } from '@onestop/shared/protocol/limits.ts';
import { pack, unpack } from '@onestop/shared/protocol/pack.ts';
import { formatKept, uploadHeaders, uploadNamePattern } from '@onestop/shared/protocol/upload.ts';
import { type WireProblem, decodeSyncRequest, encodeSyncAnswer } from '@onestop/shared/protocol/wire.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import { exchange } from '../log/exchange.ts';
import { zlibCompressor } from '../log/zlib-compressor.ts';
import { needDevice } from '../middleware/auth.ts';

export const syncContentType = 'application/vnd.motcua.sync';
/** Exchanges waiting for the database; beyond it a device is better off coming back later. */
const waitingMax = 200;

export function syncRoutes(deps: AppDeps) {
  let waiting = 0;
  return new Hono().post('/api/sync', bodyLimit({ maxSize: limits.bodyBytesMax, onError: tooLarge }), async (c) => {
    if (c.req.header('Content-Type')?.split(';')[0]?.trim() !== syncContentType) throw new WireFault('wire/malformed', {}, 415);
    if (waiting >= waitingMax) throw new WireFault('wire/busy', { retryAfterSeconds: 10 });
    const stop = deps.metrics.exchangeSeconds.startTimer();
    waiting += 1;
    try {
      return await answerExchange(deps, c);
    } finally {
      waiting -= 1;
      stop();
    }
  });
}

async function answerExchange(deps: AppDeps, c: Context): Promise<Response> {
  const device = await needDevice(c, deps);
  const body = await readBody(deps, c, device.id);
  if (!deps.proofs.isValid(device.publicKey, body, c.req.header('X-Proof')))
    // Pieces that do not belong together are no reason to doubt the device: it sends the whole.
    throw new WireFault(c.req.header(uploadHeaders.from) === undefined ? 'wire/proof-invalid' : 'wire/upload-gone');
  const unpacked = unpack(body, zlibCompressor);
  if (!unpacked.ok) throw faultOf(unpacked.error);
  const request = decodeSyncRequest(unpacked.value);
  if (!request.ok) throw faultOf(request.error);
  if (request.value.device !== device.id) throw new WireFault('wire/device-mismatch');
  const { answer, stored } = await exchange(deps, request.value);
  const packed = pack(encodeSyncAnswer(answer), zlibCompressor);
  const { metrics } = deps;
  metrics.exchanges.inc({ outcome: answer.outcome.kind });
  metrics.eventsReceived.inc(stored);
  metrics.eventsSent.inc(answer.pages.reduce((sum, page) => sum + page.events.length, 0));
  metrics.bytes.inc({ direction: 'in' }, body.length);
  metrics.bytes.inc({ direction: 'out' }, packed.length);
  const kept = deps.cutUploads.find(device.id);
  if (kept !== undefined) c.header(uploadHeaders.kept, formatKept(kept));
  return c.body(packed as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': syncContentType, 'Cache-Control': 'no-store' });
}

/** The body, put together with what came of it before its line broke. What comes of it is noted at once, in case this line breaks too. */
async function readBody({ cutUploads }: Pick<AppDeps, 'cutUploads'>, c: Context, device: DeviceId): Promise<Uint8Array> {
  const name = c.req.header(uploadHeaders.name);
  const isNamed = name !== undefined && uploadNamePattern.test(name);
  const upload = isNamed ? cutUploads.begin(device, name, Number(c.req.header(uploadHeaders.from) ?? 0)) : undefined;
  if (isNamed && upload === undefined) throw new WireFault('wire/upload-gone');
  try {
    if (upload === undefined) return new Uint8Array(await c.req.arrayBuffer());
    for await (const chunk of c.req.raw.body ?? []) {
      upload.push(chunk);
      if (upload.size() > limits.bodyBytesMax) break;
    }
  } catch {
    // The line broke: nobody is there to be answered.
    throw new WireFault('wire/malformed');
  }
  const body = upload.finish();
  if (body.length > limits.bodyBytesMax) throw new WireFault('wire/too-large');
  return body;
}

function tooLarge(): never {
  throw new WireFault('wire/too-large');
}

function faultOf(problem: WireProblem): WireFault {
  return new WireFault(problem.code);
}
