/** What a dossier's page offers to whom, and what an act leaves there; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { Intake } from '@onestop/shared/dossier/state.ts';
import { at, chain, eventOf, otherCommuneId, sampleData, sampleFees, sampleIntake } from '../support/builders.ts';
import { actButtons, deskWith, openAct, otherActs, others, told } from './acting.tsx';
import { dossierOf, officers, region, type ScreenDesk } from './desk.tsx';

const histories = {
  drafted: chain(['DossierDrafted']),
  accepted: chain(['DossierAccepted']),
  inProcess: chain(['DossierAccepted', 'DossierForwarded']),
  finished: chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished']),
  returned: chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ResultReturned']),
  voided: chain(['DossierAccepted', 'DossierVoided']),
} as const satisfies Readonly<Record<string, readonly EventEnvelope[]>>;

const forward = 'Chuyển xử lý · F9';
const finish = 'Ghi đã xử lý xong · F9';
const handOut = 'Trả kết quả · F9';
const ask = 'Yêu cầu bổ sung';
const note = 'Thêm ghi chú';
const voidIt = 'Hủy hồ sơ nhập nhầm';
const goOn = 'Tiếp tục tiếp nhận · F9';

describe('acts on offer', () => {
  it.each<readonly [keyof typeof officers, keyof typeof histories, readonly string[]]>([
    ['clerk', 'drafted', [goOn, others]],
    ['clerk', 'accepted', [forward, ask, others]],
    ['clerk', 'finished', [handOut, others]],
    ['clerk', 'returned', ['Lưu trữ hồ sơ', others]],
    ['clerk', 'voided', [others]],
    ['specialist', 'drafted', [others]],
    ['clerk', 'inProcess', [finish, ask, others]],
    ['specialist', 'inProcess', ['Trình ký · F9', others]],
    ['specialist', 'finished', [others]],
    ['signer', 'inProcess', [ask, others]],
    ['communeAdmin', 'accepted', [others]],
    ['auditor', 'drafted', []],
    ['auditor', 'accepted', []],
    ['auditor', 'inProcess', []],
    ['auditor', 'finished', []],
    ['districtClerk', 'accepted', []],
    ['districtMonitor', 'accepted', []],
    ['districtAdmin', 'accepted', []],
  ])('[V1] %s, a dossier that is %s: %j', async (who, history, expected) => {
    await deskWith(officers[who], histories[history]);
    expect(await actButtons()).toEqual(expected);
  });

  it('[V200] what does not move the dossier on stands in one list, by name, and only what is allowed', async () => {
    await deskWith(officers.clerk, histories.inProcess);
    const listed = await otherActs();
    expect(listed).toEqual(expect.arrayContaining([note, voidIt]));
    expect(listed).not.toContain(finish);
    expect(listed).not.toContain(handOut);
    await deskWith(officers.specialist, histories.inProcess);
    expect(await otherActs()).not.toContain(voidIt);
    // Not the day it was taken in any more.
    await deskWith(officers.clerk, histories.inProcess, { now: at('25/11/2026 08:00') });
    expect(await otherActs()).not.toContain(voidIt);
  });

  it('[V200] the list is worked by keys alone: what is typed narrows it, arrows walk, Enter opens the first, Escape closes', async () => {
    await deskWith(officers.clerk, histories.inProcess);
    const opener = await screen.findByRole('button', { name: others });
    fireEvent.click(opener);
    const list = await screen.findByRole('dialog', { name: 'Việc khác với hồ sơ này' });
    const box = within(list).getByRole<HTMLInputElement>('textbox', { name: 'Gõ để tìm việc' });
    await waitFor(() => expect(document.activeElement).toBe(box));
    const buttons = () => within(within(list).getByRole('list', { name: 'Làm được lúc này' })).queryAllByRole('button');
    const all = buttons().length;
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(buttons()[0]);
    fireEvent.keyDown(buttons()[0] as HTMLElement, { key: 'ArrowUp' });
    fireEvent.keyDown(box, { key: 'ArrowUp' });
    // Last stands the way to what cannot be done.
    expect(document.activeElement?.textContent).toMatch(/^Xem \d+ việc chưa làm được/);
    // A letter typed anywhere in the list goes into the box.
    fireEvent.keyDown(buttons().at(-1) as HTMLElement, { key: 'h' });
    expect(document.activeElement).toBe(box);
    fireEvent.change(box, { target: { value: 'khong co' } });
    expect(buttons()).toHaveLength(0);
    expect(within(list).getByText(/Xóa bớt chữ/)).toBeDefined();
    fireEvent.change(box, { target: { value: 'ghi chu' } });
    expect(buttons().length).toBeLessThan(all);
    expect(buttons()[0]?.textContent).toBe(note);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(await screen.findByRole('dialog', { name: 'Thêm ghi chú vào hồ sơ' })).toBeDefined();
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(opener);
    fireEvent.keyDown(await screen.findByRole('dialog'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it("[V1] nobody acts on another commune's dossier", async () => {
    await deskWith(officers.clerk, histories.accepted, { office: otherCommuneId });
    expect(await actButtons()).toEqual([]);
  });

  it('[V2] an act is done from its dialog, said to be done, and stands in the timeline at once', async () => {
    await deskWith(officers.clerk, histories.accepted);
    fireEvent.keyDown(window, { key: 'F9' });
    const dialog = await screen.findByRole('dialog');
    await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: 'Chuyển xử lý · Enter' })));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByText('Đã ghi việc chuyển xử lý trên máy này.')).toBeDefined();
    await told(/Chuyển hồ sơ cho (lan|dung).*máy này.*chờ gửi/);
    await waitFor(async () => expect(await actButtons()).toEqual([finish, ask, others]));
  });

  it('[V2] what the rules refuse is said in the dialog, and nothing is written', async () => {
    const desk = await deskWith(officers.clerk, histories.accepted);
    await openAct(voidIt);
    const dialog = screen.getByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'nhập nhầm' } });
    // Only on the day it was taken in.
    desk.time.now = at('24/11/2026 08:00');
    await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: `${voidIt} · Enter` })));
    expect((await within(dialog).findByText(/ngày tiếp nhận/, { selector: '[aria-live] *' })).textContent).not.toBe('');
    expect(desk.services.dossiers.index.get(dossierOf('ho-so'))?.status).toBe('ACCEPTED');
  });

  it('[V2] an act that makes a form offers it to print with what was done', async () => {
    await deskWith(officers.clerk, histories.accepted);
    fireEvent.click(screen.getByRole('button', { name: ask }));
    const dialog = await screen.findByRole('dialog');
    const send = () => act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: `${ask} · Enter` })));
    fireEvent.change(within(dialog).getByRole('textbox', { name: /Lý do/ }), { target: { value: 'tờ khai thiếu chữ ký' } });
    await send();
    expect(within(dialog).getByText('Chưa nhập: Loại lý do.')).toBeDefined();
    fireEvent.change(within(dialog).getByRole('combobox', { name: /^Loại lý do/ }), { target: { value: 'FORM_WRONG' } });
    await send();
    expect(await within(dialog).findByText('Chọn hoặc ghi ít nhất một giấy tờ.')).toBeDefined();
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Tờ khai' }));
    await send();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const links = await screen.findAllByRole('link', { name: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ' });
    expect(links.map((link) => link.getAttribute('href'))).toContain(`/in/SUPPLEMENT/${dossierOf('ho-so')}`);
    await told(/Yêu cầu bổ sung 1 giấy tờ.*tờ khai thiếu chữ ký/);
  });

  it('[V80] case K7: a date is typed day first whatever the language of the browser, and impossible and future ones are refused', async () => {
    const desk = await deskWith(officers.clerk, histories.inProcess);
    fireEvent.click(screen.getByRole('button', { name: finish }));
    const dialog = await screen.findByRole('dialog');
    const box = within(dialog).getByRole('textbox', { name: /Ngày văn bản/ });
    const send = () => act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: /Enter$/ })));
    for (const [typed, said] of [
      ['31112026', /Không có ngày này/],
      ['24/11/2026', /ở sau hôm nay/],
      ['11', /Ngày chưa đúng/],
    ] as const) {
      fireEvent.change(box, { target: { value: typed } });
      await send();
      expect(within(dialog).getByText(said), typed).toBeDefined();
      expect(box.getAttribute('aria-invalid')).toBe('true');
    }
    fireEvent.change(box, { target: { value: '02112026' } });
    expect(within(dialog).getByText(/02\/11\/2026/)).toBeDefined();
    await send();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const { state } = (await desk.services.dossiers.open(dossierOf('ho-so'))) ?? {};
    expect(state?.result?.date).toBe('2026-11-02');
  });

  it('[V80] the day by which papers are to be brought is one press away, and a day off is answered with the next open ones', async () => {
    const desk = await deskWith(officers.clerk, histories.accepted);
    fireEvent.click(screen.getByRole('button', { name: ask }));
    const dialog = await screen.findByRole('dialog');
    const box = within(dialog).getByRole<HTMLInputElement>('textbox', { name: /Bổ sung trước ngày/ });
    const days = () =>
      within(dialog)
        .queryAllByRole('button', { name: /^(thứ|Chủ nhật)/ })
        .map((one) => one.textContent);
    // The 24th is a holiday.
    expect(days()).toEqual(['thứ Tư 25/11/2026', 'thứ Năm 26/11/2026', 'thứ Sáu 27/11/2026']);
    fireEvent.change(box, { target: { value: '29/11/26' } });
    expect(days()[0]).toBe('thứ Hai 30/11/2026');
    fireEvent.click(within(dialog).getByRole('button', { name: 'thứ Hai 30/11/2026' }));
    expect(box.value).toBe('30/11/2026');
    expect(days()).toEqual([]);
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Tờ khai' }));
    fireEvent.change(within(dialog).getByRole('combobox', { name: /^Loại lý do/ }), { target: { value: 'PAPERS_MISSING' } });
    fireEvent.change(within(dialog).getByRole('textbox', { name: /Lý do/ }), { target: { value: 'thiếu chữ ký' } });
    await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: /Enter$/ })));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await desk.services.dossiers.open(dossierOf('ho-so')))?.state.pauses.at(-1)?.bringBy).toBe('2026-11-30');
  });

  it('[V81] what is missing is said in our words, and the cursor stands there', async () => {
    const desk = await deskWith(officers.clerk, histories.accepted);
    await openAct(voidIt);
    const dialog = screen.getByRole('dialog');
    await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: `${voidIt} · Enter` })));
    expect(within(dialog).getByText(/^Chưa nhập: /).textContent).not.toMatch(/\*/);
    expect(document.activeElement).toBe(within(dialog).getByRole('textbox'));
    expect(dialog.querySelector('form')?.noValidate).toBe(true);
    expect(desk.services.dossiers.index.get(dossierOf('ho-so'))?.status).toBe('ACCEPTED');
  });

  it('[V2] a note stands in the timeline and changes nothing else', async () => {
    const desk = await deskWith(officers.specialist, histories.inProcess);
    const before = desk.services.dossiers.index.get(dossierOf('ho-so'));
    await openAct(note);
    const dialog = screen.getByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: ' đã gọi điện, hẹn chiều mai ' } });
    await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: `${note} · Enter` })));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await told(/Ghi chú: đã gọi điện, hẹn chiều mai.*chờ gửi/);
    expect(desk.services.dossiers.index.get(dossierOf('ho-so'))).toEqual(before);
  });
});

describe('handing the result over', () => {
  const finishedWith = (changes: Partial<Intake>) => {
    const intake = { ...sampleIntake, fees: [], ...changes };
    return [
      eventOf('DossierAccepted', { seq: 1 }, { ...sampleData.DossierAccepted, intake }),
      ...chain(['DossierForwarded', 'DossierFinished'], {
        seq: 2,
        after: [{ device: eventOf('DossierAccepted', { seq: 1 }).device, seq: 1 }],
      }),
    ];
  };
  const press = (dialog: ReturnType<typeof within>, name: string) =>
    act(async () => void fireEvent.click(dialog.getByRole('button', { name: `${name} · Enter` })));
  const status = (desk: ScreenDesk) => desk.services.dossiers.index.get(dossierOf('ho-so'))?.status;
  const returned = async (desk: ScreenDesk) => (await desk.services.dossiers.open(dossierOf('ho-so')))?.state.returned;

  it('[V65] Enter alone records nothing: which proof was seen is asked', async () => {
    const desk = await deskWith(officers.clerk, finishedWith({}));
    const dialog = await openAct(handOut);
    const first = dialog.getByRole<HTMLInputElement>('radio', { name: /^Thu lại giấy tiếp nhận/ });
    await waitFor(() => expect(document.activeElement).toBe(first));
    const proofs = dialog.getAllByRole<HTMLInputElement>('radio').filter(({ name }) => name === first.name);
    expect(proofs.map(({ checked }) => checked)).not.toContain(true);
    // As the browser does it: a key nobody took submits the form of its field.
    const enter = () => act(async () => void (fireEvent.keyDown(first, { key: 'Enter' }) && first.form?.requestSubmit()));
    await enter();
    await enter();
    expect(await dialog.findByText('Chọn giấy tờ đã đối chiếu.')).toBeDefined();
    // V81: what is missing has the focus, wherever it was pressed from.
    first.blur();
    await enter();
    await waitFor(() => expect(document.activeElement).toBe(first));
    expect(status(desk)).toBe('RESULT_READY');
    fireEvent.click(dialog.getByRole('radio', { name: /^Thu lại giấy tiếp nhận/ }));
    await enter();
    await waitFor(() => expect(status(desk)).toBe('RETURNED'));
    expect(await returned(desk)).toMatchObject({ receiver: 'Nguyễn Thị Mẫu', receiverIsOwner: true, proof: 'RECEIPT', channel: 'DESK' });
  });

  it('[V65] who handed it in for the owner is offered as the receiver, with his paper; what he is to the owner is asked', async () => {
    const submitter = { kind: 'PERSON', fullName: 'Lê Văn Cường', evidence: 'CAN_CUOC', idNumber: '027092007788' } as const;
    const desk = await deskWith(officers.clerk, finishedWith({ submitter }));
    const dialog = await openAct(handOut);
    expect((dialog.getByRole('radio', { name: 'Người nộp hồ sơ: Lê Văn Cường' }) as HTMLInputElement).checked).toBe(true);
    fireEvent.click(dialog.getByRole('radio', { name: /^Có giấy ủy quyền/ }));
    await press(dialog, 'Trả kết quả');
    expect(await dialog.findByText('Cần ghi để biết ai đã nhận kết quả.')).toBeDefined();
    expect(status(desk)).toBe('RESULT_READY');
    fireEvent.change(dialog.getByRole('combobox', { name: 'Quan hệ với chủ hồ sơ' }), { target: { value: 'CHILD' } });
    await press(dialog, 'Trả kết quả');
    await waitFor(() => expect(status(desk)).toBe('RETURNED'));
    expect(await returned(desk)).toMatchObject({
      receiver: 'Lê Văn Cường',
      receiverIsOwner: false,
      receiverPaper: { evidence: 'CAN_CUOC', number: '027092007788' },
      relation: 'CHILD',
    });
  });

  it('[V66] a result asked for by post is posted: the number of the bill is asked, then it is the proof', async () => {
    const desk = await deskWith(officers.clerk, finishedWith({ returnChannel: 'POST', returnAddress: 'thôn Đào Xuyên' }));
    expect((await actButtons()).slice(0, 2)).toEqual(['Trả qua bưu chính · F9', 'Trả kết quả']);
    const dialog = await openAct('Trả qua bưu chính · F9');
    expect((dialog.getByRole('textbox', { name: 'Địa chỉ nhận' }) as HTMLInputElement).value).toBe('thôn Đào Xuyên');
    await press(dialog, 'Trả qua bưu chính');
    expect(await dialog.findByText(/Ghi số hiệu bưu gửi/)).toBeDefined();
    expect(status(desk)).toBe('RESULT_READY');
    fireEvent.change(dialog.getByRole('textbox', { name: 'Số hiệu bưu gửi' }), { target: { value: 'EK123456789VN' } });
    await press(dialog, 'Trả qua bưu chính');
    await waitFor(() => expect(status(desk)).toBe('RETURNED'));
    expect(await returned(desk)).toMatchObject({ channel: 'POST', proof: 'POST_BILL' });
  });

  it('[V65] an unpaid fee is said once, and is paid only when the officer says so', async () => {
    const desk = await deskWith(officers.clerk, finishedWith({ fees: sampleFees, payment: undefined }));
    const dialog = await openAct(handOut);
    expect(dialog.getAllByText(/8\.000 đ/)).toHaveLength(1);
    fireEvent.click(dialog.getByRole('radio', { name: /^Thu lại giấy tiếp nhận/ }));
    await press(dialog, 'Trả kết quả');
    expect(await dialog.findByText(/./, { selector: '[aria-live] *' })).toBeDefined();
    expect(status(desk)).toBe('RESULT_READY');
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Đã thu đủ 8.000 đ lúc này' }));
    await press(dialog, 'Trả kết quả');
    await waitFor(() => expect(status(desk)).toBe('RETURNED'));
  });
});

describe('where a dossier is', () => {
  it('[V67] the page names who has the file and since when, and says when it is over', async () => {
    await deskWith(officers.clerk, histories.inProcess);
    expect((await region('Mã và tình trạng hồ sơ')).textContent).toMatch(/ở Lan từ \d\d:\d\d/);
    expect(screen.queryByText('Hồ sơ đã xong.')).toBeNull();
    await deskWith(officers.auditor, histories.returned);
    expect(await screen.findByText('Hồ sơ đã xong.')).toBeDefined();
    expect(screen.queryByText(/Không có việc nào/)).toBeNull();
  });

  it('[V67] finishing what is at the district warns that the result has to be in hand', async () => {
    await deskWith(officers.clerk, chain(['DossierAccepted', 'DossierForwardedUp']));
    fireEvent.click(await screen.findByRole('button', { name: finish }));
    expect((await screen.findByRole('dialog')).textContent).toContain('Hồ sơ đang ở huyện.');
  });
});
