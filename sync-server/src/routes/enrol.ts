/** `POST /api/enrol`: a one-time code and two public keys become a device. Wrong tries are counted per address and for everybody together. */
import { Hono } from 'hono';
import * as z from 'zod';
import type { Enrolment } from '@onestop/shared/protocol/messages.ts';
import { deviceIdPattern, officeIdPattern } from '@onestop/shared/kernel/ids.ts';
import { enrolDevice, type PreviousIdentity } from '../auth/enrolment.ts';
import { isDeviceKey } from '../auth/proof.ts';
import type { AppDeps } from '../deps.ts';
import { WireFault } from '../faults.ts';
import { callerAddress } from '../middleware/caller.ts';
import { jsonBody } from '../middleware/json-body.ts';

const enrolRequest = z.object({
  code: z.string().max(40),
  /** Signs what the device sends. */
  publicKey: z.string().max(400).refine(isDeviceKey),
  /** What is sealed to it only the device can open. */
  encryptionKey: z.string().max(400).refine(isDeviceKey),
  appVersion: z.string().max(60),
  /** Who the device was, where this server may have forgotten it. */
  previous: z
    .object({
      device: z.string().regex(deviceIdPattern),
      office: z.string().regex(officeIdPattern),
      bookNumber: z.int().min(1).max(9_999),
    })
    .optional(),
});

export function enrolRoutes(deps: Pick<AppDeps, 'store' | 'clock' | 'random' | 'encryptionKey' | 'enrolLimit'>) {
  return new Hono().post('/api/enrol', jsonBody(enrolRequest), async (c) => {
    const { code, publicKey, encryptionKey, previous } = c.req.valid('json');
    const caller = callerAddress(c);
    const waitSeconds = deps.enrolLimit.waitSeconds(caller);
    if (waitSeconds !== undefined) throw new WireFault('enrol/too-many-tries', { retryAfterSeconds: waitSeconds });
    deps.enrolLimit.noteTry(caller);
    const enrolled = await enrolDevice(deps, code, { publicKey, encryptionKey }, previous as PreviousIdentity | undefined);
    if (!enrolled.ok) throw new WireFault(enrolled.error);
    deps.enrolLimit.forgive(caller);
    const answer: Enrolment = enrolled.value;
    return c.json(answer, 200, { 'Cache-Control': 'no-store' });
  });
}
