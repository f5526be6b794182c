/** For balancers, monitoring and the client's reachability probe. */
import { Hono } from 'hono';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import { fillGauges } from '../log/office-metrics.ts';
import { hasOwnProjections } from '../log/rebuild.ts';

/** The probe's whole body: a captive portal would have to guess it. */
export const probeBody = 'motcua-1';

export function healthRoutes(deps: Pick<AppDeps, 'store' | 'metrics' | 'clock' | 'build' | 'reference' | 'log' | 'disks' | 'version'>) {
  return new Hono()
    .get('/api/health', (c) =>
      c.json({ status: 'ok' as const, time: deps.clock.now(), version: deps.version }, 200, { 'Cache-Control': 'no-store' }),
    )
    .get('/api/ready', async (c) => {
      try {
        // The store opens only after its migrations have run, so an answering database is a ready one, once the projections are this build's.
        await deps.store.ping();
        if (!(await hasOwnProjections(deps.store, deps.build))) throw new Error('the projections are being rebuilt');
      } catch (cause) {
        throw Object.assign(new WireFault('wire/busy', { retryAfterSeconds: 5 }), { cause });
      }
      return c.json({ status: 'ready' as const }, 200, { 'Cache-Control': 'no-store' });
    })
    .get('/api/probe', (c) => c.text(probeBody, 200, { 'Cache-Control': 'no-store' }))
    .get('/metrics', async (c) => {
      await fillGauges(deps);
      return c.text(await deps.metrics.registry.metrics(), 200, { 'Content-Type': deps.metrics.registry.contentType });
    });
}
