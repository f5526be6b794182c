/** Every act of the commune in its dialog, and the administration, under a finger and at 200 % zoom: nothing cut, nothing sideways, nothing small; and axe on each. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { issueEnrolCode } from '@onestop/sync-server/auth/enrolment.ts';
import { systemRandom } from '@onestop/sync-server/auth/secrets.ts';
import { systemClock } from '@onestop/sync-server/compose.ts';
import { parseConfig } from '@onestop/sync-server/config.ts';
import { openStore } from '@onestop/sync-server/db/open-store.ts';
import { createReferenceCache } from '@onestop/sync-server/log/reference-cache.ts';
import { leaseFromLongAgo, longAgo } from '../bench/server-data.ts';
import { dossiersInStates } from '../support/dossiers-in-states.ts';
import { seededRandom } from '../support/random.ts';
import { createSeededDesk, type DeskDeps } from '../support/seeded-desk.ts';
import { deliverDistrict } from '../support/seeded-district.ts';
import { createServerProcess, type ServerProcess } from '../support/server-process.ts';
import type { TableState } from '../support/state-machine.ts';
import { enrol, type TestDevice } from '../support/test-device.ts';
import { createDesk, enrolCodes, viewports, type Desk } from './desk.ts';
import { faultsOf, inWindow } from './measure.ts';

/** Together they offer every act of the commune's page. */
const states = [
  'SUPPLEMENT_REQUESTED',
  'AWAITING_PAYMENT',
  'RESULT_READY',
  'POSTED',
  'RETURNED',
  'DRAFT',
  'ACCEPTED',
  'AT_SPECIALIST',
  'VERIFYING',
  'AWAITING_SIGNATURE',
  'SIGNED',
] as const satisfies readonly TableState[];
const small = { width: 683, height: 384 } as const;

async function prepare(server: ServerProcess): Promise<readonly DossierId[]> {
  const config = parseConfig({ DATA_DIR: server.dataDir });
  const store = await openStore(must(config.ok ? config.value : undefined, 'the demo configuration'), () => undefined);
  const { offices, data } = await createReferenceCache(store).read();
  const pair = [offices.find(({ name }) => name === 'xã Bình Định'), offices.find((one) => isCentre(one) && one.syncs)];
  const devices: TestDevice[] = [];
  for (const office of pair) {
    const { id } = must(office, 'an office of the demo district');
    const { code } = await issueEnrolCode({ store, clock: systemClock, random: systemRandom }, { office: id, deviceName: 'seed' });
    const device = await enrol((path, init) => fetch(server.origin + path, init), code);
    await device.settle();
    devices.push(device);
  }
  await store.close();
  await leaseFromLongAgo(server.dataDir);
  const deps: DeskDeps = {
    reference: must(data, 'the reference data'),
    random: seededRandom(7),
    write: (event) =>
      must(
        devices.find(({ id }) => id === event.device),
        'its device',
      ).write(event),
  };
  const [home, centre] = devices.map(({ id, office, bookNumber, leases = [] }) =>
    createSeededDesk({ device: id, office, bookNumber, leases: leases.map((one) => ({ ...one, validFrom: longAgo })) }, deps),
  );
  let at = Date.now() - 60_000;
  const ids = dossiersInStates(states, { ...deps, home: must(home, 'a desk'), centre: must(centre, 'a desk'), clock: () => (at += 500) });
  await deliverDistrict([], devices);
  return ids;
}

describe('dialogs', () => {
  let server: ServerProcess;
  let desk: Desk;
  let dossiers: readonly DossierId[];
  const told: string[] = [];

  beforeAll(async () => {
    server = await createServerProcess();
    await server.start();
    dossiers = await prepare(server);
    desk = createDesk('dialogs', server.origin, viewports.tablet);
    await desk.open();
  });
  afterAll(async () => {
    await desk.dispose();
    await server.dispose();
  });

  const look = async (name: string) => {
    for (const size of [small, viewports.tablet]) {
      await inWindow(desk.page(), size);
      told.push(...(await faultsOf(desk.page())).map((fault) => `${name} ${size.width}×${size.height}: ${fault}`));
    }
    told.push(...(await desk.accessibilityFaults()).map((fault) => `${name}: ${fault}`));
  };
  const go = async (page: Page, path: string) => {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await page.locator('h1').first().waitFor();
  };
  const leave = async (page: Page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };

  it('[W90] every act of the page is whole, large enough and readable to all in its dialog, for clerk, specialist and leader', async () => {
    const page = desk.page();
    const seen = new Set<string>();
    await desk.enrol(enrolCodes(server.output(), 'xã Bình Định')[1] ?? '');
    await desk.untilReady();
    for (const who of ['Lan', 'Hùng', 'Thành']) {
      await desk.signIn(who);
      for (const id of dossiers) {
        await go(page, `/ho-so/${id}`);
        const panel = page.getByRole('region', { name: 'Việc làm tiếp' });
        await panel.waitFor();
        const open = (name: string) => panel.getByRole('button', { name, exact: true });
        const own = (await panel.getByRole('button').allInnerTexts()).filter((name) => name !== 'Việc khác');
        await open('Việc khác').click();
        await page.getByRole('dialog').waitFor();
        const others = await page.getByRole('dialog').getByRole('list').getByRole('button').allInnerTexts();
        if (!seen.has(who)) await look(`Việc khác, ${who}`);
        seen.add(who);
        await leave(page);
        for (const name of [...own, ...others].filter((one) => !seen.has(one))) {
          seen.add(name);
          if (!own.includes(name)) await open('Việc khác').click();
          await (own.includes(name) ? panel : page.getByRole('dialog')).getByRole('button', { name }).first().click();
          await page.waitForFunction(
            (path) => document.querySelector('[role="dialog"] form') !== null || location.pathname !== path,
            `/ho-so/${id}`,
          );
          if (!page.url().endsWith(`/ho-so/${id}`)) {
            // An act that is done on a page of its own.
            await page.getByRole('heading', { name: 'Tiếp nhận hồ sơ' }).waitFor();
            await go(page, `/ho-so/${id}`);
            continue;
          }
          await look(name);
          await leave(page);
        }
      }
      await page.getByRole('button', { name: 'Thêm' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Đổi người dùng' }).click();
    }
    expect(told).toEqual([]);
    expect(seen.size).toBeGreaterThan(35);
  }, 300_000);
});
