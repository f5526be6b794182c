/** Acts on a result that waits, went by post, was wrong or is put away; rules in tests/rules/screens.md. */
import { fireEvent } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { at, chain } from '../support/builders.ts';
import { actButtons, deskWith, type Dialog, lastEvent, openAct, otherActs, send, sent, stateOf, type } from './acting.tsx';
import { officers } from './desk.tsx';

const ready = chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished']);
const returned = chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ResultReturned']);
const posted = chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ResultPosted']);
const inProcess = chain(['DossierAccepted', 'DossierForwarded']);
const later = { now: at('27/11/2026 10:00') };

const offered = async (): Promise<string> => [...(await actButtons()), ...(await otherActs())].join('|');
const problem = (dialog: Dialog) => dialog.findByText(/./, { selector: '[aria-live] *' });

describe('a result that went by post', () => {
  it('[V247] the delivery is the moment the post tells: asked, between the posting and now, and nothing typed is lost', async () => {
    await deskWith(officers.clerk, returned, later);
    expect(await offered()).not.toContain('bưu');
    await deskWith(officers.specialist, posted, later);
    expect(await offered()).not.toContain('bưu');

    const desk = await deskWith(officers.clerk, posted, later);
    expect((await actButtons())[0]).toBe('Ghi bưu chính đã phát · F9');
    const dialog = await openAct('Ghi bưu chính đã phát · F9');
    type(dialog, /^Người đã nhận/, 'mẹ');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Ngày phát.');
    type(dialog, /^Ngày phát/, '26/11/2026');
    type(dialog, /^Giờ phát/, '25h');
    await send(dialog);
    expect(dialog.getByText(/^Giờ chưa đúng/)).toBeDefined();
    for (const [day, time] of [
      ['22/11/2026', '9h30'],
      ['27/11/2026', '10:01'],
    ] as const) {
      type(dialog, /^Ngày phát/, day);
      type(dialog, /^Giờ phát/, time);
      await send(dialog);
      expect(dialog.getByText(/chỉ phát được sau lúc gửi/), day).toBeDefined();
    }
    expect((await lastEvent(desk)).type).toBe('ResultPosted');
    expect(dialog.getByLabelText<HTMLInputElement>(/^Người đã nhận/).value).toBe('mẹ');
    type(dialog, /^Ngày phát/, '26/11/2026');
    type(dialog, /^Giờ phát/, '9h30');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'PostDelivered',
      data: { deliveredAt: at('26/11/2026 09:30'), receiver: 'mẹ' },
    });
    expect(await offered()).not.toContain('bưu');
  });

  it('[V247] a letter that came back puts the result at the desk again, with the reason of the post', async () => {
    const desk = await deskWith(officers.clerk, posted, later);
    const dialog = await openAct('Ghi bưu gửi bị trả lại');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Lý do bưu điện trả lại.');
    type(dialog, /^Lý do bưu điện/, 'sai địa chỉ');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({ type: 'PostCameBack', data: { reason: 'sai địa chỉ' } });
    expect((await stateOf(desk)).status).toBe('RESULT_READY');
  });
});

describe('a result that waits', () => {
  it('[V248] how the citizen was reminded is chosen, never taken as said; the result still waits', async () => {
    await deskWith(officers.clerk, inProcess);
    expect(await offered()).not.toContain('Ghi đã nhắc');
    await deskWith(officers.specialist, ready);
    expect(await offered()).not.toContain('Ghi đã nhắc');

    const desk = await deskWith(officers.clerk, ready);
    const dialog = await openAct('Ghi đã nhắc nhận kết quả');
    await send(dialog);
    expect(dialog.getByText('Chọn đã nhắc bằng cách nào.')).toBeDefined();
    expect((await lastEvent(desk)).type).toBe('DossierFinished');
    fireEvent.click(dialog.getByRole('radio', { name: 'Nhắn tin' }));
    type(dialog, /^Ghi chú/, 'hẹn thứ Hai đến');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({ type: 'UncollectedReminded', data: { by: 'SMS', note: 'hẹn thứ Hai đến' } });
    expect((await stateOf(desk)).status).toBe('RESULT_READY');
  });

  it('[V249] a result found wrong before it was handed over goes back to work, with a reason', async () => {
    await deskWith(officers.clerk, returned);
    expect(await offered()).not.toContain('Đưa kết quả trở lại');
    await deskWith(officers.signer, ready);
    expect(await offered()).not.toContain('Đưa kết quả trở lại');

    const desk = await deskWith(officers.clerk, ready);
    const dialog = await openAct('Đưa kết quả trở lại xử lý');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Lý do.');
    expect((await stateOf(desk)).status).toBe('RESULT_READY');
    type(dialog, /^Lý do/, 'in sai họ tên');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({ type: 'ResultReopened', data: { reason: 'in sai họ tên' } });
    expect((await stateOf(desk)).status).toBe('IN_PROCESS');
  });

  it('[V250] the way the result goes to the citizen is changed; the post needs where to, and the same once more is none', async () => {
    await deskWith(officers.clerk, returned);
    expect(await offered()).not.toContain('Đổi cách nhận');
    await deskWith(officers.specialist, ready);
    expect(await offered()).not.toContain('Đổi cách nhận');

    const desk = await deskWith(officers.clerk, ready);
    const dialog = await openAct('Đổi cách nhận kết quả');
    await send(dialog);
    expect(dialog.getByText(/^Chưa đổi gì/)).toBeDefined();
    fireEvent.click(dialog.getByRole('radio', { name: 'Qua bưu chính công ích' }));
    // Where the owner lives, until another place is typed.
    expect(dialog.getByLabelText<HTMLInputElement>(/^Địa chỉ nhận/).value).toBe('thôn Ngọc Quan');
    type(dialog, /^Địa chỉ nhận/, ' ');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Địa chỉ nhận qua bưu chính.');
    type(dialog, /^Địa chỉ nhận/, 'số 9 phố Đông');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'ReturnChannelChanged',
      data: { returnChannel: 'POST', returnAddress: 'số 9 phố Đông' },
    });
    expect((await actButtons())[0]).toBe('Trả qua bưu chính · F9');
  });
});

describe('after the result was handed over', () => {
  it("[V251] the agency's own error is corrected within three working days, by the desk, with what is wrong", async () => {
    await deskWith(officers.clerk, ready);
    expect(await offered()).not.toContain('Sửa sai sót');
    await deskWith(officers.specialist, returned);
    expect(await offered()).not.toContain('Sửa sai sót');

    const desk = await deskWith(officers.clerk, returned);
    const dialog = await openAct('Sửa sai sót của kết quả');
    expect(dialog.getByText(/03 ngày làm việc/)).toBeDefined();
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Sai sót cần sửa.');
    expect((await stateOf(desk)).status).toBe('RETURNED');
    type(dialog, /^Sai sót/, 'sai ngày sinh');
    await sent(dialog);
    // The 24th is a holiday.
    expect(await lastEvent(desk)).toMatchObject({
      type: 'ResultCorrectionOpened',
      data: { reason: 'sai ngày sinh', due: { dueAt: at('27/11/2026 17:00') } },
    });
  });

  it('[V252] a closed file is put away under a number, by the desk or the records office', async () => {
    await deskWith(officers.clerk, ready);
    expect(await offered()).not.toContain('Lưu trữ');
    await deskWith(officers.specialist, returned);
    expect(await offered()).not.toContain('Lưu trữ');

    const desk = await deskWith(officers.seal, returned);
    const dialog = await openAct('Lưu trữ hồ sơ');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Số lưu trữ (cặp, hộp, tờ số).');
    expect((await stateOf(desk)).status).toBe('RETURNED');
    type(dialog, /^Số lưu trữ/, 'H12/2026, tờ 40');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({ type: 'DossierArchived', data: { archiveNumber: 'H12/2026, tờ 40' } });
    expect(await offered()).not.toContain('Lưu trữ');
  });
});
