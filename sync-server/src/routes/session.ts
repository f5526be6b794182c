/**
 * `POST /api/session`: an officer signs in to the server itself, from an enrolled device, for administration. `POST /api/session/secret`: he sets a secret of his own over the one he
 * has, the first one or any later. Wrong tries of both are counted together, and lock.
 */
import { Hono } from 'hono';
import * as z from 'zod';
import { ownSecretProblem } from '@onestop/shared/judgement/secret-rule.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { checkSecret, makeVerifier } from '../auth/passwords.ts';
import { sessionMsMax, signSession } from '../auth/sessions.ts';
import type { DeviceRecord } from '../db/store.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault, invalidField } from '../faults.ts';
import { changeOwnSecret } from '../log/reference-admin.ts';
import { needDevice } from '../middleware/auth.ts';
import { jsonBody } from '../middleware/json-body.ts';

const signIn = z.object({ login: z.string().trim().toLowerCase().min(1).max(60), secret: z.string().min(1).max(200) });
const newSecret = z.object({ ...signIn.shape, next: z.string().max(200) });
const noStore = { 'Cache-Control': 'no-store' };

type SessionDeps = Pick<AppDeps, 'store' | 'clock' | 'random' | 'reference' | 'serverKey' | 'signInLimit'>;

export function sessionRoutes(deps: SessionDeps) {
  return new Hono()
    .post('/api/session', jsonBody(signIn), async (c) => {
      const device = await needDevice(c, deps);
      const { login, secret } = c.req.valid('json');
      const { staff } = await needSecret(deps, device, login, [secret]);
      const now = deps.clock.now();
      const expiresAt = now + sessionMsMax;
      await deps.store.write((tx) =>
        tx.audit({ at: now, actor: staff.id, device: device.id, office: device.office, what: 'session/opened' }),
      );
      const token = signSession(deps.serverKey, { staff: staff.id, device: device.id, expiresAt });
      return c.json({ token, expiresAt, staff: staff.id, roles: staff.roles }, 200, noStore);
    })
    .post('/api/session/secret', jsonBody(newSecret, 'admin/invalid'), async (c) => {
      const device = await needDevice(c, deps);
      const { login, secret, next } = c.req.valid('json');
      // The new one instead of the old: it was changed already, and the answer was lost on the way.
      const { staff, which } = await needSecret(deps, device, login, [secret, next]);
      if (which === 1 && secret !== next) return c.json({ verifier: staff.verifier ?? '' }, 200, noStore);
      const problem = ownSecretProblem(secret, next, staff.roles);
      if (problem !== undefined) throw invalidField('next', problem);
      const verifier = await makeVerifier(next, deps.random);
      const by = { at: deps.clock.now(), actor: staff.id, device: device.id, office: device.office };
      if (!(await changeOwnSecret(deps.store, staff, verifier, by))) throw new WireFault('session/wrong');
      return c.json({ verifier }, 200, noStore);
    });
}

/** The officer of the device's office who has one of these secrets, and which. */
async function needSecret(
  deps: SessionDeps,
  device: DeviceRecord,
  login: string,
  secrets: readonly string[],
): Promise<{ readonly staff: Staff; readonly which: number }> {
  const key = `${device.office}:${login}`;
  const waitSeconds = deps.signInLimit.waitSeconds(key);
  if (waitSeconds !== undefined) throw new WireFault('session/locked', { retryAfterSeconds: waitSeconds });
  deps.signInLimit.noteTry(key);
  const snapshot = await deps.reference.read();
  const staff = [...snapshot.staffById.values()].find((each) => each.login === login && each.office === device.office && each.active);
  for (const [which, secret] of secrets.entries()) {
    if (which > 0) deps.signInLimit.noteTry(key);
    if (staff?.verifier === undefined || !(await checkSecret(secret, staff.verifier))) continue;
    deps.signInLimit.forgive(key);
    return { staff, which };
  }
  throw new WireFault('session/wrong');
}
