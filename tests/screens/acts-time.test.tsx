/** Acts that pause a dossier, move its promise or end it, and the one that takes an act back; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { at, chain, intakeFor, procedures, sampleData } from '../support/builders.ts';
import {
  actButtons,
  deskWith,
  type Dialog,
  lastEvent,
  openAct,
  openedDossier,
  otherActs,
  others,
  send,
  sent,
  stateOf,
  told,
  type,
} from './acting.tsx';
import { officers } from './desk.tsx';

const accepted = chain(['DossierAccepted']);
const working = chain(['DossierAccepted', 'DossierForwarded']);
const waiting = chain(['DossierAccepted', 'DossierForwarded', 'SupplementRequested']);
const askedOnce = chain(['DossierAccepted', 'DossierForwarded', 'SupplementRequested', 'SupplementCompleted']);
const returned = chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ResultReturned']);

const choose = (dialog: Dialog, label: string | RegExp, value: string) => type(dialog, label, value);
const reasonOf = (dialog: Dialog, kind: string, words: string, label: string | RegExp = /^Lý do/) => {
  choose(dialog, /^Loại lý do/, kind);
  type(dialog, label, words);
};
/** Nothing was written: the newest event is still the one the desk was given. */
const unchanged = async (desk: Awaited<ReturnType<typeof deskWith>>, events: readonly EventEnvelope[]) =>
  expect((await lastEvent(desk)).type).toBe(events.at(-1)?.type);

describe('papers that were waited for', () => {
  const now = at('25/11/2026 10:00');

  it('[V201] what was brought is ticked, the new promise stands beside the old one, and the receipt is issued again', async () => {
    const desk = await deskWith(officers.clerk, waiting, { now });
    expect((await actButtons())[0]).toBe('Nhận giấy tờ bổ sung · F9');
    const dialog = await openAct('Nhận giấy tờ bổ sung · F9');
    expect(dialog.getByText(/Hẹn mới:.*30\/11\/2026/)).toBeDefined();
    expect(dialog.getByText(/Hẹn cũ:.*27\/11\/2026/)).toBeDefined();
    expect(dialog.getByText('Xem cách tính')).toBeDefined();
    await send(dialog);
    expect(dialog.getByText(/Đánh dấu giấy tờ đã nhận/)).toBeDefined();
    await unchanged(desk, waiting);
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Giấy khác' }));
    type(dialog, 'Số bản chứng thực: Giấy khác', '2');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'SupplementCompleted',
      data: { received: [{ component: 2, name: 'Giấy khác', state: 'RECEIVED', originals: 0, certified: 2, copies: 0 }] },
    });
    expect((await stateOf(desk)).due?.dueAt).toBe(at('30/11/2026 17:00'));
    const links = await screen.findAllByRole('link', { name: 'Giấy hẹn cấp lại (ngày hẹn mới)' });
    expect(links[0]?.getAttribute('href')).toBe(`/in/RECEIPT_REISSUED/${openedDossier}`);
    await told(/Nhận đủ giấy tờ bổ sung/);
  });

  it('[V201] a procedure without a limit asks for the day and why; a paper named by hand keeps its name', async () => {
    const intake = intakeFor(procedures.noLimit, { papers: [] });
    const named = { ...sampleData.SupplementRequested, missing: [{ name: 'Giấy ủy quyền', originals: 1, certified: 0, copies: 0 }] };
    const events = chain([
      ['DossierAccepted', { ...sampleData.DossierAccepted, intake } as never],
      'DossierForwarded',
      ['SupplementRequested', named as never],
    ]);
    const desk = await deskWith(officers.clerk, events, { now });
    const dialog = await openAct('Nhận giấy tờ bổ sung · F9');
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Giấy ủy quyền' }));
    await send(dialog);
    expect(dialog.getByText(/^Chưa nhập: Ngày hẹn mới/)).toBeDefined();
    type(dialog, /^Ngày hẹn mới/, '26/11/2026');
    type(dialog, /^Lý do chọn ngày hẹn/, 'đã thỏa thuận với người nộp');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      data: { received: [{ name: 'Giấy ủy quyền', state: 'RECEIVED', originals: 1 }], dueReason: 'đã thỏa thuận với người nộp' },
    });
    expect((await stateOf(desk)).due?.dueAt).toBe(at('26/11/2026 17:00'));
  });

  it('[V201] who does not sit at the desk is not offered it', async () => {
    await deskWith(officers.specialist, waiting, { now });
    expect([...(await actButtons()), ...(await otherActs())].join()).not.toMatch(/giấy tờ bổ sung/);
  });

  it('[V202] closing is offered after the citizen’s last day and not before, and needs a chosen class and typed words', async () => {
    const closing = 'Đóng vì không bổ sung';
    await deskWith(officers.clerk, waiting, { now: at('08/12/2026 17:00') });
    expect([...(await actButtons()), ...(await otherActs())]).not.toContain(closing);
    const desk = await deskWith(officers.clerk, waiting, { now: at('09/12/2026 08:00') });
    expect(await actButtons()).toContain(closing);
    const dialog = await openAct(closing);
    expect(dialog.getByText(/Hạn bổ sung 08\/12\/2026 đã qua/)).toBeDefined();
    await send(dialog);
    expect(dialog.getByText(/^Chưa nhập: Loại lý do/)).toBeDefined();
    choose(dialog, /^Loại lý do/, 'NOTHING_BROUGHT');
    await send(dialog);
    expect(dialog.getByText(/^Chưa nhập: Lý do/)).toBeDefined();
    await unchanged(desk, waiting);
    type(dialog, /^Lý do/, ' đã gọi hai lần, không đến ');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'UnsupplementedClosed',
      data: { class: 'NOTHING_BROUGHT', reason: 'đã gọi hai lần, không đến' },
    });
    expect((await stateOf(desk)).status).toBe('STOPPED');
  });

  it('[V203] a second request stands in the list, not among the buttons; the leader and his reason are asked', async () => {
    const desk = await deskWith(officers.clerk, askedOnce, { now });
    expect(await actButtons()).not.toContain('Yêu cầu bổ sung');
    const dialog = await openAct('Yêu cầu bổ sung');
    expect(dialog.getByText(/một lần\. Lần nữa chỉ khi lãnh đạo đồng ý/)).toBeDefined();
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Tờ khai' }));
    reasonOf(dialog, 'PAPERS_WRONG', 'tờ khai bị nhòe', /^Lý do, nội dung cần sửa/);
    await send(dialog);
    expect(dialog.getByText(/^Chưa nhập: Lý do phải yêu cầu lần nữa/)).toBeDefined();
    await unchanged(desk, askedOnce);
    type(dialog, /^Lý do phải yêu cầu lần nữa/, 'lần trước chưa thấy');
    choose(dialog, 'Lãnh đạo đồng ý', officers.signer.id);
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'SupplementRequested',
      data: { override: { by: { staff: officers.signer.id }, reason: 'lần trước chưa thấy' } },
    });
    await told(/lần nữa, .*lần trước chưa thấy/);
  });

  it.each([
    ['27/11/2026 16:00', 0],
    ['30/11/2026 08:00', 1],
  ] as const)(
    '[V284] asked for the first time at %s, "quá 3 ngày làm việc" is said %i times, and the request can be sent',
    async (moment, times) => {
      const desk = await deskWith(officers.clerk, chain(['DossierAccepted', 'DossierForwarded']), { now: at(moment) });
      const dialog = await openAct('Yêu cầu bổ sung');
      expect(dialog.queryAllByText(/quá 3 ngày làm việc kể từ ngày tiếp nhận/)).toHaveLength(times);
      fireEvent.click(dialog.getByRole('checkbox', { name: 'Tờ khai' }));
      reasonOf(dialog, 'PAPERS_WRONG', 'tờ khai bị nhòe', /^Lý do, nội dung cần sửa/);
      await sent(dialog);
      expect((await lastEvent(desk)).type).toBe('SupplementRequested');
    },
  );

  it('[V203] a leader decides it himself', async () => {
    const desk = await deskWith(officers.signer, askedOnce, { now });
    const dialog = await openAct('Yêu cầu bổ sung');
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Tờ khai' }));
    reasonOf(dialog, 'PAPERS_WRONG', 'tờ khai bị nhòe', /^Lý do, nội dung cần sửa/);
    type(dialog, /^Lý do phải yêu cầu lần nữa/, 'lần trước chưa thấy');
    await sent(dialog);
    expect((await lastEvent(desk)).data).toMatchObject({ override: { by: { staff: officers.signer.id } } });
  });
});

describe('a promise that moves', () => {
  const sorry = 'Xin lỗi và hẹn lại';
  const byPaper = 'Đổi ngày hẹn theo văn bản';
  const days = (dialog: Dialog) => dialog.queryAllByRole('button', { name: /^(thứ|Chủ nhật)/ }).map((one) => one.textContent);

  it('[V204] an apology offers days after the promise, takes one, is signed by a leader and made once', async () => {
    const desk = await deskWith(officers.clerk, working, { now: at('25/11/2026 10:00') });
    const dialog = await openAct(sorry);
    expect(dialog.getByText('Chỉ được xin lỗi và hẹn lại một lần.')).toBeDefined();
    expect(dialog.getByText(/Đang hẹn:.*27\/11\/2026/)).toBeDefined();
    expect(days(dialog)[0]).toBe('thứ Hai 30/11/2026');
    reasonOf(dialog, 'VERIFICATION', 'xã khác chưa trả lời', /^Lý do chậm/);
    // A day before the promise is refused, and what was typed stays.
    type(dialog, /^Ngày hẹn mới/, '26/11/2026');
    await send(dialog);
    expect(dialog.getByRole('textbox', { name: /^Ngày hẹn mới/ }).getAttribute('aria-invalid')).toBe('true');
    await unchanged(desk, working);
    // A day off is answered with the next ones.
    type(dialog, /^Ngày hẹn mới/, '29/11/2026');
    expect(days(dialog)[0]).toBe('thứ Hai 30/11/2026');
    type(dialog, /^Ngày hẹn mới/, '01/12/2026');
    type(dialog, /^Giờ hẹn/, 'chiều');
    await send(dialog);
    expect(dialog.getByText(/Ghi giờ như 16:30/)).toBeDefined();
    type(dialog, /^Giờ hẹn/, '16:30');
    choose(dialog, 'Người ký', officers.signer.id);
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'ApologyMade',
      data: { class: 'VERIFICATION', reason: 'xã khác chưa trả lời', slip: { signer: { staff: officers.signer.id } } },
    });
    expect((await stateOf(desk)).due?.dueAt).toBe(at('01/12/2026 16:30'));
    expect((await screen.findAllByRole('link', { name: /^Giấy hẹn cấp lại/ })).length).toBeGreaterThan(0);
    expect(await otherActs()).not.toContain(sorry);
  });

  it.each([
    ['26/11/2026 16:00', false],
    ['27/11/2026 08:00', true],
    ['30/11/2026 08:00', true],
  ])('[V204] on %s, the warning that it is later than one day before: %s', async (now, isWarned) => {
    await deskWith(officers.clerk, working, { now: at(now) });
    const dialog = await openAct(sorry);
    expect(dialog.queryByText(/chậm nhất một ngày trước ngày hẹn/) !== null).toBe(isWarned);
  });

  it('[V205] a regulation moves the promise: the paper is named, a leader does it, nobody else', async () => {
    await deskWith(officers.clerk, working);
    expect(await otherActs()).not.toContain(byPaper);
    const desk = await deskWith(officers.signer, working);
    const dialog = await openAct(byPaper);
    type(dialog, /^Ngày hẹn mới/, '04/12/2026');
    type(dialog, /^Lý do/, 'bão');
    await send(dialog);
    expect(dialog.getByText(/^Chưa nhập: Văn bản/)).toBeDefined();
    type(dialog, /^Văn bản/, 'Thông báo 01/TB-UBND');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'PromiseChanged',
      data: { regulation: 'Thông báo 01/TB-UBND', reason: 'bão' },
    });
    expect((await stateOf(desk)).due?.dueAt).toBe(at('04/12/2026 17:00'));
  });
});

describe('a dossier that ends without its result', () => {
  it('[V206] a leader stops it on a legal ground; Enter alone asks for everything first', async () => {
    const stopping = 'Dừng xử lý';
    await deskWith(officers.clerk, working);
    expect(await otherActs()).not.toContain(stopping);
    const desk = await deskWith(officers.signer, working);
    const dialog = await openAct(stopping);
    await send(dialog);
    expect(dialog.getByText(/^Chưa nhập: Loại lý do/)).toBeDefined();
    reasonOf(dialog, 'DISPUTE', 'có đơn tranh chấp đất');
    await send(dialog);
    expect(dialog.getByText(/^Chưa nhập: Căn cứ pháp lý/)).toBeDefined();
    await unchanged(desk, working);
    type(dialog, /^Căn cứ pháp lý/, 'khoản 2 Điều 21 Nghị định 118/2025/NĐ-CP');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'DossierStopped',
      data: { class: 'DISPUTE', slip: { ground: 'khoản 2 Điều 21 Nghị định 118/2025/NĐ-CP', signer: { staff: officers.signer.id } } },
    });
    expect((await stateOf(desk)).status).toBe('STOPPED');
  });

  it('[V207] the citizen’s withdrawal is written with his reason, until there is a decision', async () => {
    const withdrawing = 'Người dân rút hồ sơ';
    await deskWith(officers.clerk, returned);
    expect(await otherActs()).not.toContain(withdrawing);
    const desk = await deskWith(officers.clerk, accepted);
    const dialog = await openAct(withdrawing);
    await send(dialog);
    await unchanged(desk, accepted);
    reasonOf(dialog, 'NO_LONGER_NEEDED', 'không cần nữa');
    type(dialog, /^Căn cứ pháp lý/, 'Điều 20');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'DossierWithdrawn',
      data: { class: 'NO_LONGER_NEEDED', reason: 'không cần nữa', slip: { ground: 'Điều 20', signer: { staff: officers.clerk.id } } },
    });
    expect((await stateOf(desk)).status).toBe('WITHDRAWN');
  });

  it('[V208] a draft is not taken in: the reason is classed and written, what was wanted stays', async () => {
    const refusing = 'Từ chối tiếp nhận';
    await deskWith(officers.clerk, accepted);
    expect(await otherActs()).not.toContain(refusing);
    const drafted = chain(['DossierDrafted']);
    const desk = await deskWith(officers.clerk, drafted);
    const dialog = await openAct(refusing);
    await send(dialog);
    await unchanged(desk, drafted);
    reasonOf(dialog, 'NOT_COMPETENT', 'thuộc thẩm quyền của tỉnh');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'IntakeRefused',
      data: { class: 'NOT_COMPETENT', reason: 'thuộc thẩm quyền của tỉnh', intake: { owner: { fullName: 'Nguyễn Thị Mẫu' } } },
    });
    expect((await stateOf(desk)).status).toBe('REFUSED_INTAKE');
  });

  it('[V209] the refusal after appraisal is the result, signed by a leader; a paper of tomorrow is refused', async () => {
    const refusing = 'Không đủ điều kiện giải quyết';
    await deskWith(officers.clerk, accepted);
    expect(await otherActs()).not.toContain(refusing);
    const desk = await deskWith(officers.specialist, working);
    const dialog = await openAct(refusing);
    reasonOf(dialog, 'NOT_ELIGIBLE', 'chưa đủ tuổi kết hôn');
    type(dialog, /^Số văn bản/, '7/TB');
    type(dialog, /^Ngày văn bản/, '24/11/2026');
    await send(dialog);
    expect(dialog.getByText(/ở sau hôm nay/)).toBeDefined();
    await unchanged(desk, working);
    type(dialog, /^Ngày văn bản/, '23/11/2026');
    choose(dialog, 'Người ký', 'other');
    await send(dialog);
    expect(dialog.getByText(/^Chưa nhập: Họ tên người ký/)).toBeDefined();
    type(dialog, /^Họ tên người ký/, 'Trần Văn Chủ');
    type(dialog, /^Chức vụ/, 'Phó Chủ tịch');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'RefusedAfterAppraisal',
      data: {
        class: 'NOT_ELIGIBLE',
        number: '7/TB',
        date: '2026-11-23',
        slip: { signer: { name: 'Trần Văn Chủ', title: 'Phó Chủ tịch' } },
      },
    });
    expect((await stateOf(desk)).status).toBe('RESULT_READY');
  });
});

describe('taking an act back', () => {
  const undo = 'Rút lại việc vừa làm';
  const byOtherDevice = chain(['DossierAccepted', 'DossierForwarded'], { seq: 1, actor: officers.clerk.id });

  it('[V210] the dialog says which act is taken back; it is the own newest one of this device, and nobody else’s', async () => {
    // His own act, but done on another device, is not taken back here.
    await deskWith(officers.clerk, byOtherDevice);
    expect(await otherActs()).not.toContain(undo);
    const desk = await deskWith(officers.clerk, accepted);
    const forwarding = await openAct('Chuyển xử lý · F9');
    await sent(forwarding);
    await told(/Chuyển hồ sơ cho/);
    const dialog = await openAct(undo);
    expect(dialog.getByText(/^Chuyển hồ sơ cho/)).toBeDefined();
    type(dialog, /^Ghi chú/, 'chọn nhầm người');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({ type: 'LastActUndone', data: { note: 'chọn nhầm người' } });
    expect((await stateOf(desk)).status).toBe('ACCEPTED');
    await told(/Rút lại chuyển xử lý/);
    await waitFor(async () => expect(await otherActs()).not.toContain(undo));
  });

  it('[V210] another officer at the same machine is not offered it', async () => {
    const desk = await deskWith(officers.clerk, accepted);
    await sent(await openAct('Chuyển xử lý · F9'));
    await act(async () => void (await desk.signIn(officers.secondClerk)));
    await desk.show(`/ho-so/${openedDossier}`);
    fireEvent.click(await screen.findByRole('button', { name: others }));
    const list = await screen.findByRole('dialog');
    expect(within(list).queryByRole('button', { name: undo })).toBeNull();
    expect(within(list).getByRole('button', { name: 'Thêm ghi chú' })).toBeDefined();
  });
});
