/** Acts that put right what was taken down: contact, identity, papers; and what is tied to a dossier: another one, a complaint. Rules in tests/rules/screens.md. */
import { act, fireEvent } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { chain, sampleData, sampleIntake } from '../support/builders.ts';
import { actButtons, deskWith, type Dialog, lastEvent, openAct, otherActs, send, sent, stateOf, type } from './acting.tsx';
import { asDossier, dossierOf, officers } from './desk.tsx';

const accepted = chain(['DossierAccepted']);
const inProcess = chain(['DossierAccepted', 'DossierForwarded']);
const returned = chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ResultReturned']);
const voided = chain(['DossierAccepted', 'DossierVoided']);

const offered = async (): Promise<string> => [...(await actButtons()), ...(await otherActs())].join('|');
const choose = (dialog: Dialog, label: string, value: string) =>
  fireEvent.change(dialog.getByRole('combobox', { name: label }), { target: { value } });
const problem = (dialog: Dialog) => dialog.findByText(/./, { selector: '[aria-live] *' });

describe('what was taken down of the owner', () => {
  it('[V253] only what was changed of the contact is written, what was emptied is taken out, and the phone that stands is masked', async () => {
    await deskWith(officers.specialist, inProcess);
    expect(await offered()).not.toContain('Sửa thông tin liên hệ');
    await deskWith(officers.clerk, voided);
    expect(await offered()).not.toContain('Sửa thông tin liên hệ');

    const desk = await deskWith(officers.clerk, returned);
    const dialog = await openAct('Sửa thông tin liên hệ');
    await send(dialog);
    expect(dialog.getByText(/^Chưa sửa gì/)).toBeDefined();
    expect(document.body.textContent).not.toContain('0900000001');
    type(dialog, /^Số điện thoại mới/, '0912345678');
    type(dialog, /^Địa chỉ \(/, '');
    await sent(dialog);
    expect((await lastEvent(desk)).data).toEqual({ phone: '0912345678', clear: ['address'] });
    expect((await stateOf(desk)).intake?.owner).toMatchObject({ phone: '0912345678', fullName: 'Nguyễn Thị Mẫu' });
  });

  it('[V253] a phone is taken out only when the officer says so', async () => {
    const desk = await deskWith(officers.clerk, accepted);
    const dialog = await openAct('Sửa thông tin liên hệ');
    type(dialog, /^Thư điện tử/, 'mau@example.vn');
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Xóa số điện thoại đang ghi' }));
    await sent(dialog);
    expect((await lastEvent(desk)).data).toEqual({ email: 'mau@example.vn', clear: ['phone'] });
  });

  it('[V254] who the owner is gets corrected with a reason, only what was changed; a year is a birth date, a day to come is none', async () => {
    await deskWith(officers.specialist, inProcess);
    expect(await offered()).not.toContain('Sửa thông tin chủ hồ sơ');
    await deskWith(officers.clerk, voided);
    expect(await offered()).not.toContain('Sửa thông tin chủ hồ sơ');

    const desk = await deskWith(officers.clerk, accepted);
    const dialog = await openAct('Sửa thông tin chủ hồ sơ');
    expect(document.body.textContent).not.toContain('027190000001');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Lý do sửa, căn cứ vào giấy tờ nào.');
    type(dialog, /^Lý do sửa/, 'đối chiếu thẻ căn cước');
    await send(dialog);
    expect(dialog.getByText(/^Chưa sửa gì/)).toBeDefined();
    type(dialog, /^Họ, chữ đệm và tên/, 'Nguyễn Thị Mẫn');
    choose(dialog, 'Giới tính', 'MALE');
    type(dialog, /^Ngày sinh đúng/, '2027');
    await send(dialog);
    expect(dialog.getByLabelText(/^Ngày sinh đúng/).getAttribute('aria-invalid')).toBe('true');
    expect((await lastEvent(desk)).type).toBe('DossierAccepted');
    type(dialog, /^Ngày sinh đúng/, '1991');
    type(dialog, /^Ngày cấp đúng/, '15/4/2021');
    await sent(dialog);
    expect((await lastEvent(desk)).data).toEqual({
      fullName: 'Nguyễn Thị Mẫn',
      birthDate: '1991',
      sex: 'MALE',
      idIssuedOn: '2021-04-15',
      reason: 'đối chiếu thẻ căn cước',
    });
  });

  it('[V254] an organisation has a name to correct and nothing of a person', async () => {
    const owner = { kind: 'ORGANISATION', fullName: 'Hợp tác xã Đông', evidence: 'NONE', taxCode: '0100112437' } as const;
    const data = { ...sampleData.DossierAccepted, intake: { ...sampleIntake, owner } };
    const desk = await deskWith(officers.clerk, chain([['DossierAccepted', data as never]]));
    const dialog = await openAct('Sửa thông tin chủ hồ sơ');
    expect(dialog.queryByLabelText(/Ngày sinh|Giới tính/)).toBeNull();
    type(dialog, /^Tên tổ chức/, 'Hợp tác xã Đông Tiến');
    type(dialog, /^Lý do sửa/, 'theo giấy chứng nhận');
    await sent(dialog);
    expect((await lastEvent(desk)).data).toEqual({ fullName: 'Hợp tác xã Đông Tiến', reason: 'theo giấy chứng nhận' });
  });
});

describe('papers', () => {
  it('[V255] papers that came and ticks that were wrong are put right row by row; only changed rows are written, with how many lie here', async () => {
    await deskWith(officers.specialist, inProcess);
    expect(await offered()).not.toContain('Thêm, sửa giấy tờ');
    await deskWith(officers.clerk, returned);
    expect(await offered()).not.toContain('Thêm, sửa giấy tờ');

    const desk = await deskWith(officers.clerk, inProcess);
    const dialog = await openAct('Thêm, sửa giấy tờ');
    type(dialog, /^Lý do/, 'người nộp mang thêm');
    await send(dialog);
    expect(dialog.getByText(/^Chưa sửa gì/)).toBeDefined();
    expect(dialog.getByRole<HTMLSelectElement>('combobox', { name: 'Tình trạng: Tờ khai' }).value).toBe('RECEIVED');
    choose(dialog, 'Tình trạng: Giấy khác', 'RECEIVED');
    type(dialog, 'Chính: Giấy khác', '0');
    await send(dialog);
    expect(dialog.getByText(/phải ghi ít nhất một bản/)).toBeDefined();
    type(dialog, 'Sao: Giấy khác', '2');
    choose(dialog, 'Tình trạng: Giấy chứng sinh', 'PRESENTED');
    type(dialog, /^Giấy tờ khác mới nhận/, 'Văn bản ủy quyền\n');
    await sent(dialog);
    const { data } = await lastEvent(desk);
    expect(data).toMatchObject({ reason: 'người nộp mang thêm', papers: [{ id: 2 }, { component: 2 }, { name: 'Văn bản ủy quyền' }] });
    const papers = (await stateOf(desk)).intake?.papers ?? [];
    expect(papers.map(({ name, state, originals, certified, copies }) => [name, state, originals, certified, copies])).toEqual([
      ['Tờ khai', 'RECEIVED', 1, 0, 0],
      ['Giấy chứng sinh', 'PRESENTED', 0, 0, 0],
      ['Giấy khác', 'RECEIVED', 0, 0, 2],
      ['Văn bản ủy quyền', 'RECEIVED', 1, 0, 0],
    ]);
  });
});

describe('what belongs to a dossier', () => {
  it('[V256] another dossier is tied by its code, seen before it is tied; an unknown code and its own are refused', async () => {
    await deskWith(officers.auditor, inProcess);
    expect(await offered()).not.toContain('Liên kết hồ sơ');

    const desk = await deskWith(officers.specialist, inProcess);
    const code = '000.01.38.H05-261120-0007';
    const owner = { ...sampleIntake.owner, fullName: 'Trần Văn Trước' };
    const data = { ...sampleData.DossierAccepted, code, intake: { ...sampleIntake, owner } };
    await desk.receive(asDossier(chain([['DossierAccepted', data as never]]), 'hs2'));
    const dialog = await openAct('Liên kết hồ sơ');
    for (const [typed, said] of [
      ['000.01.38.H05-261120-0008', /^Không thấy mã này/],
      [sampleData.DossierAccepted.code ?? '', /chính hồ sơ này/],
    ] as const) {
      type(dialog, /^Mã hồ sơ liên quan/, typed);
      await send(dialog);
      expect(dialog.getByText(said), typed).toBeDefined();
    }
    expect((await lastEvent(desk)).type).toBe('DossierForwarded');
    type(dialog, /^Mã hồ sơ liên quan/, code.toLowerCase());
    expect(dialog.getByText(/^Trần Văn Trước · /)).toBeDefined();
    choose(dialog, 'Quan hệ', 'HOUSEHOLD');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({ type: 'DossierLinked', data: { to: dossierOf('hs2'), kind: 'HOUSEHOLD' } });
  });

  it('[V257] a complaint is taken down with how it came and by when it is answered, also of a dossier that is over', async () => {
    await deskWith(officers.auditor, returned);
    expect(await offered()).not.toContain('Ghi phản ánh');

    const desk = await deskWith(officers.clerk, returned);
    const dialog = await openAct('Ghi phản ánh, kiến nghị');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Nội dung phản ánh, kiến nghị.');
    type(dialog, /^Nội dung phản ánh/, 'chờ quá lâu');
    choose(dialog, 'Nhận qua', 'CALL');
    type(dialog, /^Trả lời trước ngày/, '23/11/2026');
    await send(dialog);
    expect(dialog.getByLabelText(/^Trả lời trước ngày/).getAttribute('aria-invalid')).toBe('true');
    // One of the days offered is one press away.
    type(dialog, /^Trả lời trước ngày/, '');
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'thứ Năm 26/11/2026' })));
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'ComplaintReceived',
      data: { content: 'chờ quá lâu', by: 'CALL', answerBy: '2026-11-26' },
    });
    expect((await stateOf(desk)).status).toBe('RETURNED');
  });
});
