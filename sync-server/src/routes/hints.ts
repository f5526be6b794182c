/**
 * `GET /api/hints`: a stream of "something new for you" without content (`hint`: in a feed; `administration`: in the reference data, or with the device itself), read with fetch so that the token travels in a header. A bonus, never
 * relied upon: a device that misses a hint asks at its next turn.
 */
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Hint } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';
import { followedOffices } from '../log/reference-cache.ts';
import { needDevice } from '../middleware/auth.ts';

const heartbeatMs = 20_000;

export function hintRoutes(deps: Pick<AppDeps, 'store' | 'reference' | 'metrics' | 'stopping'>) {
  return new Hono().get('/api/hints', async (c) => {
    const device = await needDevice(c, deps);
    const readFollowed = async () => new Set(followedOffices(await deps.reference.read(), device.office));
    let followed = await readFollowed();
    // nginx would gather the stream until it is a page full.
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      deps.metrics.hintStreams.inc();
      let wake: () => void = () => undefined;
      let pending: 'hint' | 'administration' | undefined;
      let settled = Promise.resolve();
      const take = async ({ offices, by, isAdministration }: Hint): Promise<void> => {
        // A commune may have come since the stream began.
        if (isAdministration) followed = await readFollowed().catch(() => followed);
        if (by === device.id || !offices.some((office) => followed.has(office))) return;
        pending = isAdministration || pending === 'administration' ? 'administration' : 'hint';
        wake();
      };
      // One after the other, so that none is judged by what was followed before.
      const leave = deps.store.onHint((hint) => (settled = settled.then(() => take(hint))));
      const stop = (): void => wake();
      stream.onAbort(stop);
      deps.stopping.addEventListener('abort', stop);
      try {
        await stream.writeSSE({ event: 'hello', data: '' });
        while (!stream.aborted && !stream.closed && !deps.stopping.aborted) {
          if (pending !== undefined) {
            const event = pending;
            pending = undefined;
            await stream.writeSSE({ event, data: '' });
            continue;
          }
          const woken = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(false), heartbeatMs);
            wake = () => {
              clearTimeout(timer);
              resolve(true);
            };
          });
          if (!woken) await stream.write(': \n\n');
        }
      } finally {
        leave();
        deps.stopping.removeEventListener('abort', stop);
        deps.metrics.hintStreams.dec();
      }
    });
  });
}
