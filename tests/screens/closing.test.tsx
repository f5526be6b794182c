/** The end of the day; rules in tests/rules/daybook.md. */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { writeClosingQr, totalsOf } from '@onestop/shared/daybook/closing-qr.ts';
import { dayIdOf } from '@onestop/shared/daybook/stream.ts';
import { at, chain, communeId, day } from '../support/builders.ts';
import { dayEventOf, sampleFigures } from '../support/day-samples.ts';
import { asDossier, deskOf, heading, officers, region, secret, type ScreenDesk } from './desk.tsx';

const now = at('23/11/2026 16:30');

async function deskWithWork(who = officers.clerk): Promise<ScreenDesk> {
  const desk = await deskOf(who, { now });
  await desk.receive([
    ...asDossier(chain(['DossierAccepted', ['FeePaid', { method: 'CASH', amountVnd: 8000, receipt: 'BL/01 0007' }]]), 'thu-tien'),
    ...asDossier(chain(['DossierAccepted', 'DossierFinished', 'ResultReturned'], { seq: 1, at: at('23/11/2026 09:00') }), 'da-tra'),
  ]);
  return desk;
}

const note = (value: string) => screen.getByLabelText(`Số tờ ${value}`);
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('closing the day', () => {
  it('[V423] says what is open, holds the box against the receipts and asks for the reason of a difference', async () => {
    const desk = await deskWithWork();
    await desk.show('/chot-ca');
    await heading('Chốt ca thứ Hai 23/11/2026');
    const figures = await region('Trong ngày');
    expect(figures.textContent).toMatch(/Tiếp nhận2.*Giải quyết xong1.*Đã trả1.*Trung tâm đã nhận đủ.*Ảnh giấy tờ: 0 \(0 MB\)/);
    expect((await region('Giấy tờ chưa bàn giao (1)')).textContent).toContain('Nguyễn Thị Mẫu');
    expect((await region('Đến hạn ngày làm việc tới, thứ Tư 25/11/2026 (0)')).textContent).toContain('Không có hồ sơ nào');
    const box = await region('Tiền mặt đối chiếu biên lai');
    expect(within(box).getByRole('row', { name: /BL\/01 1 8\.000 đ 0 đ/ })).toBeTruthy();
    expect(box.textContent).toContain('Phải có trong két: 8.000 đ');

    type(note('5.000 đ'), '1');
    type(note('2.000 đ'), '1');
    expect(box.textContent).toContain('Tiền đếm được: 7.000 đ Thiếu 1.000 đ');
    press('Chốt ca');
    expect(await within(box).findByText('Chưa nhập: Lý do lệch.')).toBeTruthy();
    expect((await desk.services.daybook.open({ office: communeId, date: day('23/11/2026') })).closings, 'no reason yet').toEqual([]);
    type(screen.getByLabelText(/Lý do lệch/), 'trả lại thừa');
    press('Chốt ca');
    expect(await screen.findByText('Chờ lãnh đạo duyệt')).toBeTruthy();
    const { closings } = await desk.services.daybook.open({ office: communeId, date: day('23/11/2026') });
    expect(closings).toMatchObject([{ counted: { totalVnd: 7000 }, figures: { cashVnd: 8000, received: 2 }, reason: 'trả lại thừa' }]);
    expect(document.querySelector('.print-root')?.textContent).toContain('BIÊN BẢN CHỐT CA');
  });

  it('[V424] the head of the desk sends it back with a reason and agrees, offline, on the same device; the officer stays signed in', async () => {
    const desk = await deskWithWork();
    await desk.show('/chot-ca');
    fireEvent.click(await screen.findByRole('radio', { name: 'Ghi tổng số' }));
    type(screen.getByRole('textbox', { name: /Tiền đếm được/ }), '8.000');
    expect(screen.getByText('Khớp với biên lai')).toBeTruthy();
    press('Chốt ca');
    await screen.findByText('Chờ lãnh đạo duyệt');
    type(screen.getByLabelText('Người duyệt'), officers.signer.login);
    type(screen.getByLabelText(/Mã PIN của người duyệt/), secret);
    press('Trả lại');
    type(screen.getByLabelText('Lý do trả lại'), 'đếm lại');
    press('Trả lại');
    expect(await screen.findByText(/^chu trả lại lúc/)).toBeTruthy();
    press('Chốt lại');
    await screen.findByText('Chờ lãnh đạo duyệt');
    type(screen.getByLabelText('Người duyệt'), officers.signer.login);
    type(screen.getByLabelText(/Mã PIN của người duyệt/), '0000');
    press('Duyệt');
    expect(await screen.findByText(/Mã PIN không đúng/)).toBeTruthy();
    type(screen.getByLabelText(/Mã PIN của người duyệt/), secret);
    press('Duyệt');
    expect(await screen.findByText(/^chu đã duyệt lúc/)).toBeTruthy();
    expect(desk.services.session.current.get()).toMatchObject({ staff: { id: officers.clerk.id }, locked: false });
  });

  it('[V424] who is signed in as head agrees to what came from another device, without a PIN; he does not close', async () => {
    const desk = await deskWithWork(officers.signer);
    await desk.receive([dayEventOf('DayClosed', { device: 'bd-9', seq: 1, at: at('23/11/2026 16:00') })]);
    await desk.show('/chot-ca');
    await screen.findByText('Chờ lãnh đạo duyệt');
    expect(screen.queryByRole('button', { name: 'Chốt lại' })).toBeNull();
    expect(screen.getByText(/Sau lượt chốt này đã có việc mới/)).toBeTruthy();
    expect(screen.queryByLabelText(/Mã PIN/)).toBeNull();
    press('Duyệt');
    expect(await screen.findByText(/^chu đã duyệt lúc/)).toBeTruthy();
  });

  it('[V425] the centre sees who closed, and compares the paper it scans with what came', async () => {
    const desk = await deskOf(officers.districtMonitor, { now });
    await desk.receive([{ ...dayEventOf('DayClosed', { device: 'bd-9', seq: 1 }), dossier: dayIdOf(communeId, day('23/11/2026')) }]);
    await desk.show('/chot-ca');
    await heading('Chốt ca của các xã');
    expect(
      await screen.findByRole('row', { name: /xã Bình Định Chờ duyệt, 08:01 Thiếu 2\.000 đ 12 9 8 2 4 3 37\.000 35\.000/ }),
    ).toBeTruthy();
    expect(screen.getByRole('row', { name: /xã Quảng Phú Chưa chốt/ })).toBeTruthy();
    const totals = totalsOf({ figures: sampleFigures, counted: { totalVnd: 35_000 } });
    const scan = (text: string) =>
      act(async () => {
        for (const key of [...text, 'Enter']) fireEvent.keyDown(document.body, { key });
      });
    await scan(writeClosingQr({ office: communeId, date: day('23/11/2026'), totals }));
    expect(await screen.findByText('Mọi con số trên giấy khớp với lượt chốt trung tâm đã nhận.')).toBeTruthy();
    await scan(writeClosingQr({ office: communeId, date: day('23/11/2026'), totals: { ...totals, countedVnd: 40_000 } }));
    expect(await screen.findByText('Đếm được (đ): Trên giấy 40.000 đ, Trung tâm 35.000 đ')).toBeTruthy();
    await scan(`${writeClosingQr({ office: communeId, date: day('23/11/2026'), totals }).slice(0, -1)}8`);
    expect(await screen.findByText(/Mã trên giấy bị hỏng/)).toBeTruthy();
  });
});
