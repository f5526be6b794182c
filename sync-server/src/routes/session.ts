/** `POST /api/session`: an officer signs in to the server itself, from an enrolled device, for administration. Wrong tries lock. */
import { Hono } from 'hono';
import * as z from 'zod';
import { checkSecret } from '../auth/passwords.ts';
import { sessionMsMax, signSession } from '../auth/sessions.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import { needDevice } from '../middleware/auth.ts';
import { jsonBody } from '../middleware/json-body.ts';

const signIn = z.object({ login: z.string().trim().toLowerCase().min(1).max(60), secret: z.string().min(1).max(200) });

export function sessionRoutes(deps: Pick<AppDeps, 'store' | 'clock' | 'reference' | 'serverKey' | 'signInLimit'>) {
  return new Hono().post('/api/session', jsonBody(signIn), async (c) => {
    const device = await needDevice(c, deps);
    const { login, secret } = c.req.valid('json');
    const key = `${device.office}:${login}`;
    const waitSeconds = deps.signInLimit.waitSeconds(key);
    if (waitSeconds !== undefined) throw new WireFault('session/locked', { retryAfterSeconds: waitSeconds });
    deps.signInLimit.noteTry(key);
    const snapshot = await deps.reference.read();
    const staff = [...snapshot.staffById.values()].find((each) => each.login === login && each.office === device.office && each.active);
    const isRight = staff?.verifier !== undefined && (await checkSecret(secret, staff.verifier));
    if (staff === undefined || !isRight) throw new WireFault('session/wrong');
    deps.signInLimit.forgive(key);
    const now = deps.clock.now();
    const expiresAt = now + sessionMsMax;
    await deps.store.write((tx) =>
      tx.audit({ at: now, actor: staff.id, device: device.id, office: device.office, what: 'session/opened' }),
    );
    const token = signSession(deps.serverKey, { staff: staff.id, device: device.id, expiresAt });
    return c.json({ token, expiresAt, staff: staff.id, roles: staff.roles }, 200, { 'Cache-Control': 'no-store' });
  });
}
