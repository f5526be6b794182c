/**
 * A commune's line on a bad day: 600 ms there and back, 16 kB a second, cut in the middle of exchanges. The desk works at its own speed; everything
 * arrives once.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServerProcess, type ServerProcess } from '../support/server-process.ts';
import { createTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { createDesk, enrolCodes, viewports, type Desk } from './desk.ts';
import { takeIn } from './intake.ts';

const dossiers = 6;

describe('a slow, lossy line', () => {
  let server: ServerProcess;
  let line: TcpProxy;
  let counter: Desk;
  let tablet: Desk;
  const codes: string[] = [];

  beforeAll(async () => {
    server = await createServerProcess();
    await server.start();
    line = await createTcpProxy(server.port);
    counter = createDesk('slow-counter', line.origin, viewports.pc);
    // The tablet stands in the centre's network: it sees what really arrived.
    tablet = createDesk('slow-tablet', server.origin, viewports.tablet);
    const [first = '', second = ''] = enrolCodes(server.output(), 'xã Bình Định');
    for (const [desk, code] of [
      [counter, first],
      [tablet, second],
    ] as const) {
      await desk.open();
      await desk.enrol(code);
      await desk.untilReady();
    }
    await counter.signIn('Lan');
    await tablet.signIn('Hùng');
  });

  afterAll(async () => {
    await Promise.all([counter.dispose(), tablet.dispose()]);
    await line.close();
    await server.dispose();
  });

  it('[W30] the desk never waits for the line: dossiers are accepted while it crawls and breaks', async () => {
    line.setLine({ delayMs: 300, bytesPerSecond: 16_000 });
    for (let i = 0; i < dossiers; i++) {
      codes.push(
        await takeIn(counter.page(), 'chung thuc ban sao', {
          name: `Nguyễn Thị Hoa ${'ABCDEF'[i] ?? ''}`,
          birth: '12/07/1985',
          idNumber: `02718500432${i}`,
        }),
      );
      line.cut();
    }
    expect(new Set(codes).size).toBe(dossiers);
  });

  it('[W31] with answers lost in the middle everything arrives once, in the end', async () => {
    for (const bytes of [200, 900, 1_500]) {
      line.cutAfterBytesUp(bytes);
      await counter.page().getByTestId('sync-pill').click();
      await counter.page().getByRole('button', { name: 'Đồng bộ ngay' }).click();
    }
    await counter.untilPill(/^Đã đồng bộ .*, trung tâm đã nhận đủ$/);
    await tablet
      .page()
      .getByRole('link', { name: /Hôm nay/ })
      .first()
      .click();
    for (const code of codes) await tablet.page().getByText(code).first().waitFor();
    for (const code of codes) expect(await tablet.page().getByText(code).count(), code).toBe(1);
  });

  it('[W32] an act at the other end comes in over the slow line without a click', async () => {
    const code = await takeIn(tablet.page(), 'khai tu', { name: 'Phạm Thị Dung', birth: '1961', idNumber: '027161000456' });
    await counter
      .page()
      .getByRole('link', { name: /^Hôm nay/ })
      .first()
      .click();
    await counter.page().getByText(code).first().waitFor();
  });
});
