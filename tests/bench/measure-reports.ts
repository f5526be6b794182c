/** What the reports page and the printed register ask of the rows in memory: II.06a of a year and the register of a month over 36,000 dossiers, also on a slow processor. */
import type { Page } from 'playwright-core';
import { median, type Row } from './table.ts';

const slower = 6;

/** `name`: a device with at least as many rows. */
export async function measureReports(page: Page, name: string): Promise<readonly Row[]> {
  const session = await page.context().newCDPSession(page);
  const rows: Row[] = [];
  for (const rate of [1, slower]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const times = await page.evaluate((which) => globalThis.bench.reports(which), name);
    const how = rate === 1 ? '' : `, processor ${rate} times slower`;
    const key = rate === 1 ? '' : '-slow';
    const aim = { op: '≤', value: 1000 } as const;
    rows.push(
      {
        key: `report-year${key}`,
        name: `II.06a of a year over ${times.rows} dossiers${how}`,
        value: median(times.year),
        unit: 'ms',
        aim,
        note: 'with the year before it, as the page asks; drawing not counted',
      },
      {
        key: `register-month${key}`,
        name: `register of a month over ${times.rows} dossiers${how}`,
        value: median(times.month),
        unit: 'ms',
        aim,
        note: `${times.lines} lines of fifteen columns; drawing not counted`,
      },
    );
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return rows;
}
