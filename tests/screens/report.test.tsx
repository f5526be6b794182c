/** The reports page; rules in tests/rules/screens.md. */
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '@onestop/shared/table/xlsx.ts';
import { at, chain, communeId, otherCommuneId } from '../support/builders.ts';
import { asDossier, deskOf, heading, officers, type ScreenDesk } from './desk.tsx';

const finished = chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished']);
const open = chain(['DossierAccepted', 'DossierForwarded']);

async function desk(): Promise<ScreenDesk> {
  const one = await deskOf(officers.clerk, { now: at('25/11/2026 09:00') });
  await one.receive([...asDossier(finished, 'a'), ...asDossier(finished, 'b'), ...asDossier(open, 'c')]);
  await one.show('/bao-cao');
  await heading(/^Báo cáo: Tháng 11 năm 2026/);
  return one;
}

const lineOf = (name: RegExp) =>
  within(screen.getByRole('region', { name: 'Biểu II.06a/VPCP/KSTT' }))
    .getAllByRole('row', { name })
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .slice(1)
        .map((cell) => cell.textContent),
    )
    .at(-1);

describe('the reports page', () => {
  it('[V380] shows this month, its sums held, and from how fresh data', async () => {
    await desk();
    expect(lineOf(/Tổng cộng/)).toEqual(['3', '0', '3', '0', '2', '2', '0', '0', '1', '1', '0']);
    expect(screen.getByText('Khớp')).toBeDefined();
    expect(screen.getByText(/Số liệu của máy này đến 09:0\d ngày 25\/11\/2026/)).toBeDefined();
    expect(screen.getByText(/chỉ tính đơn vị mình/)).toBeDefined();
  });

  it('[V381] a number leads to its dossiers, and back', async () => {
    await desk();
    const total = screen.getAllByRole('button', { name: /Tổng cộng, Số lượng hồ sơ đã giải quyết, Tổng số: 2 hồ sơ/ });
    fireEvent.click(total[0] as HTMLElement);
    await heading(/đã giải quyết, Tổng số.*: 2 hồ sơ/);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('3');
    fireEvent.click(screen.getByRole('button', { name: 'Về báo cáo' }));
    await heading(/^Báo cáo/);
  });

  it('[V382] the period is chosen by month, quarter, half, year, day or days, by the calendar or from the 15th', async () => {
    await desk();
    fireEvent.change(screen.getByLabelText('Cách tính kỳ'), { target: { value: 'MID_MONTH' } });
    await heading('Báo cáo: Tháng 12 năm 2026 (15–14)');
    expect(lineOf(/Tổng cộng/)?.[0]).toBe('3');
    fireEvent.click(screen.getByRole('button', { name: 'Lùi một kỳ' }));
    await heading('Báo cáo: Tháng 11 năm 2026 (15–14)');
    expect(screen.getByText(/Kỳ này chưa có hồ sơ nào/)).toBeDefined();
    fireEvent.change(screen.getByLabelText('Kỳ'), { target: { value: 'YEAR' } });
    await heading('Báo cáo: Năm 2026 (15–14)');
    fireEvent.change(screen.getByLabelText('Kỳ'), { target: { value: 'ANY' } });
    fireEvent.change(screen.getByLabelText('Từ ngày'), { target: { value: '23112026' } });
    fireEvent.change(screen.getByLabelText('Đến ngày'), { target: { value: '24/11/2026' } });
    fireEvent.click(screen.getByRole('button', { name: 'Xem kỳ này' }));
    await heading('Báo cáo: Từ 23/11/2026 đến 24/11/2026');
    expect(lineOf(/Tổng cộng/)?.[0]).toBe('3');
  });

  it('[V383] an address that cannot be meant shows this month', async () => {
    const one = await desk();
    await one.show('/bao-cao?from=2026-13-01&to=5&by=X&behind=%7B%22figure%22%3A%22toString%22%7D');
    expect(await heading('Báo cáo: Tháng 11 năm 2026')).toBeDefined();
  });

  it('[V384] the centre counts its communes too, by unit, and says whose figures are old or not there', async () => {
    const centre = await deskOf(officers.districtMonitor, { now: at('25/11/2026 09:00') });
    await centre.receive(asDossier(finished, 'a'), communeId, {
      freshness: [
        {
          office: communeId,
          devices: 1,
          slowest: { name: 'Máy quầy 1', lastExchangeAt: at('20/11/2026 09:00'), pendingEvents: 0 },
          pendingEvents: 0,
        },
      ],
    });
    await centre.receive(
      asDossier(open, 'b').map((event) => ({ ...event, office: otherCommuneId })),
      otherCommuneId,
    );
    await centre.show('/bao-cao?by=OFFICE');
    await heading(/^Báo cáo/);
    expect(lineOf(/xã Bình Định/)?.slice(0, 5)).toEqual(['1', '0', '1', '0', '1']);
    expect(lineOf(/xã Quảng Phú/)?.slice(0, 5)).toEqual(['1', '0', '1', '0', '0']);
    expect(screen.getByText('Số liệu cũ: xã Bình Định.')).toBeDefined();
    expect(screen.getByText('Không có trong số liệu: xã Quảng Phú.')).toBeDefined();
  });

  it('[V385] the table is taken away as a workbook that says the same', async () => {
    const files: Blob[] = [];
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => (files.push(blob as Blob), 'blob:x');
    await desk();
    fireEvent.click(screen.getByRole('button', { name: 'Tải Excel' }));
    fireEvent.click(screen.getByRole('button', { name: 'Tải CSV' }));
    URL.createObjectURL = made;
    const read = readXlsx(new Uint8Array(await (files[0] as Blob).arrayBuffer()));
    expect(read.ok && read.value.rows.at(-1)?.cells.slice(1)).toEqual(['Tổng cộng', '3', '0', '3', '0', '2', '2', '0', '0', '1', '1', '0']);
    expect(await (files[1] as Blob).text()).toContain('"","Tổng cộng",3,0,3,0,2,2,0,0,1,1,0');
  });
});
