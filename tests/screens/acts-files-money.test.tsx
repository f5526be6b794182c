/** The acts that move the paper file and the result, and those about money: to whom they are offered, what is asked, what is written; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { FeeItem } from '@onestop/shared/dossier/fees.ts';
import { moneyOf } from '@onestop/shared/judgement/money.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { at, chain, reference, sampleData, sampleIntake, type Step } from '../support/builders.ts';
import { stories, type Story } from '../support/given.ts';
import { actButtons, deskWith as deskOn, openAct as openByName, openedDossier, otherActs, send, stateOf, told } from './acting.tsx';
import { asDossier, deskOf, officers, type ScreenDesk } from './desk.tsx';

const deskWith = (who: Staff, steps: Story | readonly Step[]) => deskOn(who, chain(typeof steps === 'string' ? stories[steps] : steps));

/** The names of everything on offer, on the page or behind its list. */
async function offered(): Promise<readonly string[]> {
  return [...(await actButtons()), ...(await otherActs())].map((name) => (name ?? '').replace(/ · F9$/, ''));
}

/** By the name of the act, whether it has the key or not. */
async function openAct(name: string) {
  const isPrimary = (await actButtons()).includes(`${name} · F9`);
  const dialog = await openByName(isPrimary ? `${name} · F9` : name);
  return {
    ...dialog,
    box: (label: RegExp | string) => dialog.getByRole<HTMLInputElement>('textbox', { name: label }),
    type: (label: RegExp | string, value: string) => fireEvent.change(dialog.getByRole('textbox', { name: label }), { target: { value } }),
    choose: (label: RegExp | string, value: string) =>
      fireEvent.change(dialog.getByRole('combobox', { name: label }), { target: { value } }),
    send: () => send(dialog),
  };
}

const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
/** What this desk wrote, in order. */
async function writtenBy(desk: ScreenDesk): Promise<readonly (readonly [string, EventEnvelope['data']])[]> {
  const timeline = (await desk.services.dossiers.open(openedDossier))?.timeline ?? [];
  return timeline
    .filter(({ event, sync }) => sync === 'LOCAL' && event.type !== 'DossierViewed')
    .map(({ event }) => [event.type, event.data]);
}

const acknowledge = 'Xác nhận đã nhận hồ sơ giấy';
const handBack = 'Trả về bộ phận một cửa';
const reassign = 'Giao cho người khác';
const submit = 'Trình ký';
const sign = 'Ghi đã ký';
const rework = 'Trả lại để làm lại';
const number = 'Vào số kết quả';
const demand = 'Yêu cầu nghĩa vụ tài chính';
const met = 'Ghi đã nộp nghĩa vụ tài chính';
const pay = 'Thu phí, lệ phí';
const assess = 'Tính lại phí, lệ phí';
const refund = 'Hoàn phí, lệ phí';
const all = [acknowledge, handBack, reassign, submit, sign, rework, number, demand, met, pay, assess, refund];

const copies: FeeItem = {
  name: 'Phí chứng thực',
  kind: 'PHI',
  unitVnd: 2000,
  per: 'trang',
  quantity: { copies: 2, pages: 1 },
  amountVnd: 4000,
};
const two: readonly FeeItem[] = [{ name: 'Lệ phí', kind: 'LE_PHI', amountVnd: 8000 }, copies];
const acceptedWith = (fees: readonly FeeItem[] | undefined): Step => {
  const { fees: _fees, payment: _payment, ...intake } = sampleIntake;
  return [
    'DossierAccepted',
    { ...sampleData.DossierAccepted, intake: { ...intake, ...(fees ? { fees } : {}) } } as unknown as EventEnvelope['data'],
  ];
};

describe('who is offered which of them', () => {
  const paid: readonly Step[] = [acceptedWith([{ name: 'Lệ phí', amountVnd: 8000 }]), 'FeePaid'];
  it.each<readonly [keyof typeof officers, Story | readonly Step[], readonly string[]]>([
    ['specialist', 'IN_PROCESS', [acknowledge, submit, reassign, handBack, demand]],
    ['specialist', ['DossierAccepted', 'DossierForwarded', 'HandoverAcknowledged'], [submit, reassign, handBack, demand]],
    ['clerk', 'IN_PROCESS', [acknowledge, submit, reassign, handBack, demand, pay, assess]],
    ['signer', 'IN_PROCESS', [acknowledge, reassign]],
    ['seal', 'IN_PROCESS', []],
    ['signer', 'AWAITING_SIGNATURE', [sign, rework]],
    ['specialist', 'AWAITING_SIGNATURE', [demand]],
    ['seal', 'AWAITING_SIGNATURE', []],
    ['seal', 'SIGNED', [number]],
    ['signer', 'SIGNED', []],
    ['seal', 'NUMBERED', []],
    ['clerk', 'AWAITING_PAYMENT', [met, pay, assess]],
    ['specialist', 'AWAITING_PAYMENT', []],
    ['clerk', 'ACCEPTED', [demand, pay, assess]],
    ['clerk', paid, [demand, assess, refund]],
    ['clerk', 'VOID', []],
    ['clerk', [...paid, 'DossierVoided'], [refund]],
    ['auditor', 'AWAITING_SIGNATURE', []],
  ])('[V220] %s, %s: %j', async (who, story, expected) => {
    await deskWith(officers[who], story);
    const names = await offered();
    expect(all.filter((one) => names.includes(one)).toSorted()).toEqual([...expected].toSorted());
  });
});

describe('the paper file from hand to hand', () => {
  const given = (to: object): readonly Step[] => ['DossierAccepted', ['DossierForwarded', { ...sampleData.DossierForwarded, to } as never]];
  const toDung = given({ kind: 'STAFF', staff: 'dung', name: 'Dung' });

  it('[V221] whoever has the file says so with F9: who gave it is told, what is missing is noted', async () => {
    const desk = await deskWith(officers.specialist, toDung);
    expect(await actButtons()).toEqual([`${acknowledge} · F9`, submit, 'Việc khác']);
    fireEvent.keyDown(window, { key: 'F9' });
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('lan giao lúc 08:01 ngày 23/11/2026 cho Dung.')).toBeDefined();
    fireEvent.change(dialog.getByRole('textbox', { name: /Ghi chú/ }), { target: { value: ' thiếu bản sao ' } });
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: `${acknowledge} · Enter` })));
    await closed();
    expect(await writtenBy(desk)).toEqual([['HandoverAcknowledged', { note: 'thiếu bản sao' }]]);
    expect((await stateOf(desk)).handovers.at(-1)?.acknowledged?.by).toBe(officers.specialist.id);
    await told(/Xác nhận đã nhận hồ sơ giấy. Ghi chú: thiếu bản sao.*chờ gửi/);
    expect(await offered()).not.toContain(acknowledge);
  });

  it('[V221] for others than the named receiver it is no next act: they find it in the list; a body without a name has no receiver but them', async () => {
    await deskWith(officers.signer, toDung);
    expect(await actButtons()).not.toContain(`${acknowledge} · F9`);
    expect(await otherActs()).toContain(acknowledge);
    await deskWith(officers.specialist, given({ kind: 'AGENCY', name: 'Bộ phận Tư pháp' }));
    expect((await actButtons())[0]).toBe(`${acknowledge} · F9`);
  });

  it('[V222] the file goes back to the desk only with a reason; it can be forwarded again', async () => {
    const desk = await deskWith(officers.specialist, 'IN_PROCESS');
    const dialog = await openAct(handBack);
    expect(dialog.getByText(/^Hồ sơ đang ở Lan.* từ 08:01/)).toBeDefined();
    await dialog.send();
    expect(dialog.getByText('Chưa nhập: Lý do.')).toBeDefined();
    expect(await writtenBy(desk)).toEqual([]);
    dialog.type('Lý do', 'không đúng lĩnh vực');
    await dialog.send();
    await closed();
    expect(await writtenBy(desk)).toEqual([['HandedBack', { reason: 'không đúng lĩnh vực' }]]);
    expect((await stateOf(desk)).step).toBe('AT_DESK');
    await desk.signIn(officers.clerk);
    await desk.show(`/ho-so/${openedDossier}`);
    expect((await offered())[0]).toBe('Chuyển xử lý');
  });

  it('[V223] the file goes to another officer with a reason and, if wanted, until the close of a working day; who has it is not offered', async () => {
    const desk = await deskWith(officers.signer, 'IN_PROCESS');
    const dialog = await openAct(reassign);
    const people = dialog.getByRole<HTMLSelectElement>('combobox', { name: 'Giao cho' });
    expect([...people.options].map((one) => one.text)).toEqual(['dung', 'Người khác']);
    dialog.type('Lý do', 'nghỉ phép');
    // The 24th is a holiday.
    dialog.type(/Hạn của bước này/, '24/11/2026');
    await dialog.send();
    expect(dialog.getByText(/24.11.2026.*nghỉ/)).toBeDefined();
    expect(dialog.box('Lý do').value).toBe('nghỉ phép');
    expect(await writtenBy(desk)).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'thứ Tư 25/11/2026' }));
    await dialog.send();
    await closed();
    expect(await writtenBy(desk)).toEqual([
      ['Reassigned', { to: { kind: 'STAFF', staff: 'dung', name: 'dung' }, reason: 'nghỉ phép', stepDue: at('25/11/2026 17:00') }],
    ]);
  });

  it('[V223] somebody who is not in the roster is named by hand; the name is asked for', async () => {
    const desk = await deskWith(officers.specialist, 'IN_PROCESS');
    const dialog = await openAct(reassign);
    dialog.choose('Giao cho', 'other');
    dialog.type('Lý do', 'biệt phái');
    await dialog.send();
    expect(dialog.getByText('Chưa nhập: Họ tên hoặc bộ phận.')).toBeDefined();
    dialog.type('Họ tên hoặc bộ phận', 'Công chức Địa chính');
    await dialog.send();
    await closed();
    expect(await writtenBy(desk)).toEqual([['Reassigned', { to: { kind: 'AGENCY', name: 'Công chức Địa chính' }, reason: 'biệt phái' }]]);
  });
});

describe('signature, number, rework', () => {
  it('[V224] the draft goes to a leader of the office, or to nobody in particular', async () => {
    const desk = await deskWith(officers.specialist, ['DossierAccepted', 'DossierForwarded', 'HandoverAcknowledged']);
    fireEvent.keyDown(window, { key: 'F9' });
    await screen.findByRole('dialog');
    const leaders = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Người ký' });
    expect([...leaders.options].map((one) => one.text)).toEqual(['chu', 'lan', 'Chưa chỉ định người ký', 'Người khác']);
    fireEvent.change(leaders, { target: { value: 'chu' } });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: `${submit} · Enter` })));
    await closed();
    expect(await writtenBy(desk)).toEqual([['SignatureRequested', { to: { kind: 'STAFF', staff: 'chu', name: 'chu' } }]]);
    const again = await deskWith(officers.specialist, 'AT_DESK');
    const dialog = await openAct(submit);
    dialog.choose('Người ký', 'nobody');
    await dialog.send();
    await closed();
    expect(await writtenBy(again)).toEqual([['SignatureRequested', {}]]);
  });

  it('[V225] the leader reads who signs what, signs in his own name; then it waits for its number', async () => {
    const desk = await deskWith(officers.signer, 'AWAITING_SIGNATURE');
    fireEvent.keyDown(window, { key: 'F9' });
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/^Người ký: chu\. Kết quả: .*Nguyễn Thị Mẫu/)).toBeDefined();
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: `${sign} · Enter` })));
    await closed();
    expect(await writtenBy(desk)).toEqual([['ResultSigned', { signer: { staff: 'chu', name: 'chu' } }]]);
    expect((await stateOf(desk)).step).toBe('SIGNED_NUMBERING');
  });

  it('[V226] what is not signed goes back with what has to be different', async () => {
    const desk = await deskWith(officers.signer, 'AWAITING_SIGNATURE');
    const dialog = await openAct(rework);
    await dialog.send();
    expect(dialog.getByText('Chưa nhập: Cần sửa gì.')).toBeDefined();
    dialog.type('Cần sửa gì', 'sai ngày sinh');
    await dialog.send();
    await closed();
    expect(await writtenBy(desk)).toEqual([['ReworkRequested', { reason: 'sai ngày sinh' }]]);
    expect((await stateOf(desk)).step).toBe('AT_SPECIALIST');
  });

  it('[V227] the records office gives number and date, once; today stands there, no day to come is taken', async () => {
    const desk = await deskWith(officers.seal, 'SIGNED');
    const dialog = await openAct(number);
    expect(dialog.getByText('Đã ký: Trần Văn Chủ, Phó Chủ tịch.')).toBeDefined();
    expect(dialog.box('Ngày văn bản').value).toBe('23/11/2026');
    await dialog.send();
    expect(dialog.getByText('Chưa nhập: Số văn bản.')).toBeDefined();
    dialog.type('Số văn bản', '46/2026');
    dialog.type('Ngày văn bản', '24/11/2026');
    await dialog.send();
    expect(dialog.getByText(/ở sau hôm nay/)).toBeDefined();
    expect(dialog.box('Số văn bản').value).toBe('46/2026');
    expect(await writtenBy(desk)).toEqual([]);
    dialog.type('Ngày văn bản', '22/11/26');
    dialog.type(/Loại văn bản/, 'Giấy khai sinh');
    await dialog.send();
    await closed();
    expect(await writtenBy(desk)).toEqual([['ResultNumbered', { number: '46/2026', date: '2026-11-22', documentType: 'Giấy khai sinh' }]]);
  });
});

describe('financial obligations', () => {
  it('[V228] what has to be paid first is asked with amount and reason; what becomes of the promise is told', async () => {
    const desk = await deskWith(officers.specialist, 'IN_PROCESS');
    const dialog = await openAct(demand);
    expect(dialog.getByText(/Thời hạn giải quyết tạm dừng/)).toBeDefined();
    dialog.type(/Khoản phải nộp/, 'lệ phí trước bạ, thông báo 15');
    for (const [typed, said] of [
      ['0', 'Nhập số tiền lớn hơn 0.'],
      ['15,00', /^Số tiền chưa đúng/],
    ] as const) {
      dialog.type('Số tiền', typed);
      await dialog.send();
      expect(dialog.getByText(said), typed).toBeDefined();
    }
    expect(await writtenBy(desk)).toEqual([]);
    dialog.type('Số tiền', '1.250.000');
    expect(dialog.getByText('1.250.000 đ')).toBeDefined();
    await dialog.send();
    await closed();
    expect(await writtenBy(desk)).toEqual([['PaymentRequired', { amountVnd: 1_250_000, reason: 'lệ phí trước bạ, thông báo 15' }]]);
    expect((await stateOf(desk)).pauses.at(-1)).toMatchObject({ kind: 'PAYMENT' });
  });

  it('[V229] the amount asked for stands in the box; another is marked; the promise that follows is the rules’ own', async () => {
    const desk = await deskWith(officers.clerk, 'AWAITING_PAYMENT');
    const dialog = await openAct(met);
    await waitFor(() => expect(dialog.box('Số tiền').value).toBe('250.000'));
    expect(dialog.getByText('Đã yêu cầu 250.000 đ: thông báo thuế')).toBeDefined();
    const promised = dialog.getByText(/^(Ghi lúc này thì hẹn trả là|Hẹn trả giữ nguyên:)/).textContent ?? '';
    dialog.type('Số tiền', '200.000');
    expect(dialog.getByText(/^Khác số đã yêu cầu \(250\.000 đ\)/)).toBeDefined();
    dialog.type('Số tiền', '250000');
    expect(dialog.queryByText(/^Khác số đã yêu cầu/)).toBeNull();
    dialog.type(/Số chứng từ/, 'GNT 7');
    await dialog.send();
    await closed();
    expect((await writtenBy(desk))[0]).toMatchObject(['PaymentMade', { amountVnd: 250_000, receipt: 'GNT 7' }]);
    const state = await stateOf(desk);
    expect(state.status).toBe('IN_PROCESS');
    const [, day = ''] = /(\d\d\/\d\d\/\d{4}), 17:00/.exec(promised) ?? [];
    expect(state.due?.dueAt).toBe(at(`${day} 17:00`));
  });
});

describe('fees', () => {
  it('[V230] what is owed stands in the box; an item can be paid alone, and more than is owed is marked', async () => {
    const desk = await deskWith(officers.clerk, [acceptedWith(two)]);
    const dialog = await openAct(pay);
    expect(dialog.getByText('Phải nộp 12.000 đ; còn phải thu 12.000 đ.')).toBeDefined();
    expect(dialog.box('Số tiền').value).toBe('12.000');
    fireEvent.click(dialog.getByRole('checkbox', { name: /^Phí chứng thực/ }));
    expect(dialog.box('Số tiền').value).toBe('4.000');
    expect(dialog.getByText('Thu một phần: còn lại 8.000 đ.')).toBeDefined();
    dialog.type('Số tiền', '40.000');
    expect(dialog.getByText(/^Nhiều hơn số còn phải thu \(12\.000 đ\)/)).toBeDefined();
    dialog.type('Số tiền', '');
    await dialog.send();
    expect(dialog.getByText('Chưa nhập: Số tiền.')).toBeDefined();
    expect(await writtenBy(desk)).toEqual([]);
    dialog.type('Số tiền', '4.000');
    dialog.choose('Hình thức nộp tiền', 'TRANSFER');
    dialog.type(/Số biên lai/, 'BL 9');
    await dialog.send();
    await closed();
    expect(await writtenBy(desk)).toEqual([['FeePaid', { method: 'TRANSFER', amountVnd: 4000, items: [1], receipt: 'BL 9' }]]);
  });

  it('[V231] the list of items is counted anew with a reason: an item more, an exemption with its ground; each box is named where it is wrong', async () => {
    const desk = await deskWith(officers.clerk, [acceptedWith(two), 'FeePaid']);
    const dialog = await openAct(assess);
    const item = (n: number) => within(dialog.getByRole('group', { name: `Khoản ${n}` }));
    const put = (n: number, label: string, value: string) =>
      fireEvent.change(item(n).getByRole('textbox', { name: label }), { target: { value } });
    dialog.type('Lý do tính lại', 'hộ nghèo');
    fireEvent.click(item(1).getByRole('checkbox', { name: 'Miễn, giảm' }));
    put(1, 'Số được miễn, giảm', '9.000');
    await dialog.send();
    expect(item(1).getByText('Không được nhiều hơn thành tiền.')).toBeDefined();
    put(1, 'Số được miễn, giảm', '8.000');
    await dialog.send();
    expect(item(1).getByText('Chưa nhập: Căn cứ miễn, giảm.')).toBeDefined();
    put(1, 'Căn cứ miễn, giảm', 'NQ 04/2023');
    fireEvent.click(dialog.getByRole('button', { name: 'Bỏ khoản 2' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Thêm khoản' }));
    await dialog.send();
    expect(item(2).getByText('Chưa nhập: Tên khoản.')).toBeDefined();
    put(2, 'Tên khoản', 'Phí khai thác');
    await dialog.send();
    expect(item(2).getByText(/^Nhập thành tiền/)).toBeDefined();
    expect(await writtenBy(desk)).toEqual([]);
    put(2, 'Thành tiền', '5 000');
    expect(
      dialog.getByText('Sau khi tính lại: Phải nộp 5.000 đ; đã trừ miễn, giảm 8.000 đ; đã thu 8.000 đ; thu thừa 3.000 đ.'),
    ).toBeDefined();
    await dialog.send();
    await closed();
    const fees = [
      { name: 'Lệ phí', kind: 'LE_PHI', amountVnd: 8000, exemption: { amountVnd: 8000, ground: 'NQ 04/2023' } },
      { name: 'Phí khai thác', amountVnd: 5000 },
    ];
    expect(await writtenBy(desk)).toEqual([['FeeAssessed', { fees, reason: 'hộ nghèo' }]]);
    const state = await stateOf(desk);
    expect(moneyOf(state).overpaidVnd).toBe(3000);
  });

  it('[V231] pages and copies counted on the desk are paid by the published price', async () => {
    const fee = {
      text: '',
      items: [
        {
          name: 'Phí chứng thực',
          kind: 'PHI',
          unitVnd: 2000,
          unit: 'PAGE',
          per: 'trang',
          further: { afterPages: 2, unitVnd: 1000 },
          mostVnd: 200_000,
        },
      ],
    } as const;
    const procedures = reference.procedures.map((one) => (one.key === sampleIntake.procedure.key ? { ...one, fee } : one));
    const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00'), reference: { ...reference, procedures } });
    await desk.receive(asDossier(chain([acceptedWith(undefined)]), 'ho-so'));
    await desk.show(`/ho-so/${openedDossier}`);
    const dialog = await openAct(assess);
    dialog.type('Lý do tính lại', 'đếm trang');
    dialog.type('Số trang mỗi bản', '5');
    dialog.type('Số bản', '2');
    expect(dialog.box('Thành tiền').value).toBe('14.000');
    await dialog.send();
    await closed();
    expect((await stateOf(desk)).fees).toEqual([
      { name: 'Phí chứng thực', kind: 'PHI', unitVnd: 2000, per: 'trang', quantity: { copies: 2, pages: 5 }, amountVnd: 14_000 },
    ]);
  });

  it('[V232] money goes back only with a reason and never more than was paid; what was paid too much stands in the box', async () => {
    const desk = await deskWith(officers.clerk, [acceptedWith([{ name: 'Lệ phí', amountVnd: 5000 }]), 'FeePaid']);
    const dialog = await openAct(refund);
    expect(dialog.box('Số tiền').value).toBe('3.000');
    await dialog.send();
    expect(dialog.getByText('Chưa nhập: Lý do.')).toBeDefined();
    dialog.type('Lý do', 'thu nhầm');
    dialog.type('Số tiền', '8.001');
    await dialog.send();
    expect(await dialog.findByText('Chỉ hoàn được số đã thu, hiện là 8.000 đ.')).toBeDefined();
    expect(dialog.box('Lý do').value).toBe('thu nhầm');
    expect(await writtenBy(desk)).toEqual([]);
    dialog.type('Số tiền', '3.000');
    dialog.type(/Số phiếu chi/, 'PC 2');
    await dialog.send();
    await closed();
    expect(await writtenBy(desk)).toEqual([['FeeRefunded', { amountVnd: 3000, method: 'CASH', reason: 'thu nhầm', voucher: 'PC 2' }]]);
    const state = await stateOf(desk);
    expect(moneyOf(state)).toMatchObject({ paidVnd: 5000, owedVnd: 0, overpaidVnd: 0 });
  });
});
