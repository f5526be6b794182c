/** Acts between commune and district, and with agencies asked to verify; rules in tests/rules/screens.md. */
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DossierEventType } from '@onestop/shared/dossier/events/index.ts';
import { at, centreId, chain, intakeFor, procedures, sampleData, type Step } from '../support/builders.ts';
import { actButtons, deskWith, type Dialog, lastEvent, openAct, otherActs, send, sent, stateOf, type } from './acting.tsx';
import { officers } from './desk.tsx';

const interconnected: Step = ['DossierAccepted', { ...sampleData.DossierAccepted, intake: intakeFor(procedures.interconnected) } as never];
const history = (...types: readonly DossierEventType[]) => chain([interconnected, ...types]);
const inTransitUp = history('DossierForwardedUp');
const received = history('DossierForwardedUp', 'UpTransferAcknowledged');
const processing = history('DossierForwardedUp', 'UpTransferAcknowledged', 'UpTransferProcessing');

const offered = async (): Promise<string> => [...(await actButtons()), ...(await otherActs())].join('|');
const choose = (dialog: Dialog, label: string, value: string) =>
  fireEvent.change(dialog.getByRole('combobox', { name: label }), { target: { value } });
const problem = (dialog: Dialog) => dialog.findByText(/./, { selector: '[aria-live] *' });

describe('up to the district and back', () => {
  it('[V240] an interconnected dossier goes up to whom and until when it is said; a procedure of the commune alone is not offered it', async () => {
    await deskWith(officers.clerk, chain(['DossierAccepted']));
    expect(await offered()).not.toContain('Chuyển lên cấp trên');
    await deskWith(officers.specialist, history());
    expect(await offered()).not.toContain('Chuyển lên cấp trên');

    const desk = await deskWith(officers.clerk, history());
    expect((await actButtons())[0]).toBe('Chuyển lên cấp trên · F9');
    const dialog = await openAct('Chuyển lên cấp trên · F9');
    expect(dialog.getByRole<HTMLSelectElement>('combobox', { name: 'Nơi nhận' }).value).toBe(centreId);
    choose(dialog, 'Gửi cho', 'other');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Tên phòng, quầy hoặc người nhận.');
    type(dialog, /^Tên phòng, quầy/, ' Phòng Lao động ');
    // A holiday is no day to be done by.
    type(dialog, /^Nơi nhận giải quyết xong/, '24/11/2026');
    await send(dialog);
    expect(dialog.getByText(/24\/11\/2026.*nghỉ/)).toBeDefined();
    expect((await lastEvent(desk)).type).toBe('DossierAccepted');
    fireEvent.click(dialog.getByRole('button', { name: 'thứ Tư 25/11/2026' }));
    type(dialog, /^Ghi chú/, 'kèm 2 bản sao');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'DossierForwardedUp',
      data: {
        toOffice: centreId,
        to: { kind: 'AGENCY', name: 'Phòng Lao động' },
        stepDue: at('25/11/2026 17:00'),
        note: 'kèm 2 bản sao',
      },
    });
  });

  it('[V240] without a name it goes to the desk above, and a day that cannot be is named', async () => {
    const desk = await deskWith(officers.clerk, history());
    const dialog = await openAct('Chuyển lên cấp trên · F9');
    type(dialog, /^Nơi nhận giải quyết xong/, '22/11/2026');
    await send(dialog);
    expect(dialog.getByLabelText(/^Nơi nhận giải quyết xong/).getAttribute('aria-invalid')).toBe('true');
    type(dialog, /^Nơi nhận giải quyết xong/, '');
    await sent(dialog);
    const { type: what, data } = await lastEvent(desk);
    expect([what, data['toOffice'], data['to'], data['stepDue']]).toEqual(['DossierForwardedUp', centreId, undefined, undefined]);
  });

  it('[V241] the counter of the centre confirms what it holds; nobody at the commune does, and not twice', async () => {
    await deskWith(officers.clerk, inTransitUp);
    expect(await offered()).not.toContain('Xác nhận đã nhận');
    await deskWith(officers.districtSpecialist, inTransitUp);
    expect(await offered()).not.toContain('Xác nhận đã nhận');
    await deskWith(officers.districtClerk, received);
    expect(await offered()).not.toContain('Xác nhận đã nhận');

    const desk = await deskWith(officers.districtClerk, inTransitUp);
    const dialog = await openAct('Xác nhận đã nhận hồ sơ · F9');
    type(dialog, /^Ghi chú/, 'đủ 5 tờ');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({ type: 'UpTransferAcknowledged', data: { note: 'đủ 5 tờ' } });
  });

  it('[V242] the centre hands it to an officer or an agency of the district, until a working day', async () => {
    await deskWith(officers.clerk, received);
    expect(await offered()).not.toContain('Chuyển phòng giải quyết');
    await deskWith(officers.districtClerk, inTransitUp);
    expect(await offered()).not.toContain('Chuyển phòng giải quyết');

    const desk = await deskWith(officers.districtClerk, received);
    const dialog = await openAct('Chuyển phòng giải quyết · F9');
    // Whoever appraises there is offered by name.
    expect(dialog.getAllByRole('option').map((one) => one.textContent)).toContain(officers.districtSpecialist.fullName);
    choose(dialog, 'Chuyển cho', officers.districtSpecialist.id);
    type(dialog, /^Giải quyết xong/, '26/11/2026');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'UpTransferProcessing',
      data: { to: { kind: 'STAFF', staff: officers.districtSpecialist.id }, stepDue: at('26/11/2026 17:00') },
    });
  });

  it('[V243] what came wrong goes back to the commune with a reason, never by Enter alone', async () => {
    await deskWith(officers.clerk, received);
    expect(await offered()).not.toContain('Trả hồ sơ về xã');
    const desk = await deskWith(officers.districtClerk, inTransitUp);
    const dialog = await openAct('Trả hồ sơ về xã');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Lý do trả về, nội dung xã cần sửa.');
    expect((await stateOf(desk)).step).toBe('IN_TRANSIT_UP');
    type(dialog, /^Lý do trả về/, 'thiếu chữ ký của chủ hồ sơ');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({ type: 'UpTransferSentBack', data: { reason: 'thiếu chữ ký của chủ hồ sơ' } });
    expect(screen.getByText(/Giao lại hồ sơ giấy cho xã/)).toBeDefined();
  });

  it('[V244] the result goes down as the paper it is; a refusal never without its reason, a paper of tomorrow never', async () => {
    await deskWith(officers.clerk, processing);
    expect(await offered()).not.toContain('Chuyển kết quả về xã');
    const desk = await deskWith(officers.districtSpecialist, processing);
    const dialog = await openAct('Chuyển kết quả về xã · F9');
    fireEvent.click(dialog.getByRole('radio', { name: /^Không đồng ý/ }));
    type(dialog, /^Số văn bản/, '12/QĐ');
    type(dialog, /^Ngày văn bản/, '25/11/2026');
    type(dialog, /^Tên giấy tờ/, 'Văn bản trả lời');
    type(dialog, /^Người ký/, 'Lê Văn Trưởng');
    await send(dialog);
    // No class is taken as said.
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Loại lý do.');
    type(dialog, /^Loại lý do/, 'NOT_IN_SCOPE');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Lý do không đồng ý.');
    type(dialog, /^Lý do không đồng ý/, 'không thuộc đối tượng');
    await send(dialog);
    expect(dialog.getByText(/ở sau hôm nay/)).toBeDefined();
    type(dialog, /^Ngày văn bản/, '23/11/2026');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'ResultSentDown',
      data: {
        result: {
          outcome: 'REFUSED',
          class: 'NOT_IN_SCOPE',
          reason: 'không thuộc đối tượng',
          number: '12/QĐ',
          date: '2026-11-23',
          documentType: 'Văn bản trả lời',
          signer: { name: 'Lê Văn Trưởng' },
        },
      },
    });
  });

  it('[V244] what was signed and numbered at the centre stands in the dialog and stays as it is', async () => {
    const signed = history('DossierForwardedUp', 'UpTransferAcknowledged', 'SignatureRequested', 'ResultSigned', 'ResultNumbered');
    const desk = await deskWith(officers.districtClerk, signed);
    const dialog = await openAct('Chuyển kết quả về xã · F9');
    expect(dialog.getByLabelText<HTMLInputElement>(/^Số văn bản/).value).toBe('45/2026');
    expect(dialog.queryByLabelText(/^Người ký/)).toBeNull();
    type(dialog, /^Ngày văn bản/, '');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      data: { result: { outcome: 'GRANTED', number: '45/2026', documentType: 'Giấy khai sinh' } },
    });
  });
});

describe('asking another agency', () => {
  const atSpecialist = chain(['DossierAccepted', 'DossierForwarded']);
  const verifying = chain(['DossierAccepted', 'DossierForwarded', 'VerificationSent']);

  it('[V245] a verification says whom, what and until when; a day that has gone is named, and the limit goes on', async () => {
    await deskWith(officers.clerk, chain(['DossierAccepted']));
    expect(await offered()).not.toContain('Gửi xác minh');
    await deskWith(officers.signer, atSpecialist);
    expect(await offered()).not.toContain('Gửi xác minh');

    const desk = await deskWith(officers.specialist, atSpecialist);
    const dialog = await openAct('Gửi xác minh');
    type(dialog, /^Gửi tới cơ quan/, 'UBND xã Phú Hòa');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Nội dung cần xác minh.');
    type(dialog, /^Nội dung cần xác minh/, 'tình trạng hôn nhân');
    type(dialog, /^Đề nghị trả lời/, '23/11/2026');
    await send(dialog);
    expect(dialog.getByLabelText(/^Đề nghị trả lời/).getAttribute('aria-invalid')).toBe('true');
    expect((await lastEvent(desk)).type).toBe('DossierForwarded');
    type(dialog, /^Đề nghị trả lời/, '27/11/2026');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'VerificationSent',
      data: { to: 'UBND xã Phú Hòa', question: 'tình trạng hôn nhân', answerBy: '2026-11-27' },
    });
  });

  it('[V246] the answer is taken down with its paper, which is not of a day to come', async () => {
    await deskWith(officers.clerk, atSpecialist);
    expect(await offered()).not.toContain('Ghi kết quả xác minh');
    const desk = await deskWith(officers.clerk, verifying);
    expect((await actButtons())[0]).toBe('Ghi kết quả xác minh · F9');
    const dialog = await openAct('Ghi kết quả xác minh · F9');
    await send(dialog);
    expect((await problem(dialog)).textContent).toBe('Chưa nhập: Nội dung trả lời.');
    type(dialog, /^Nội dung trả lời/, 'chưa đăng ký kết hôn với ai');
    type(dialog, /^Số văn bản/, '88/UBND');
    type(dialog, /^Ngày văn bản/, '30/11/2026');
    await send(dialog);
    expect(dialog.getByText(/ở sau hôm nay/)).toBeDefined();
    type(dialog, /^Ngày văn bản/, '23/11/2026');
    await sent(dialog);
    expect(await lastEvent(desk)).toMatchObject({
      type: 'VerificationAnswered',
      data: { answer: 'chưa đăng ký kết hôn với ai', number: '88/UBND', date: '2026-11-23' },
    });
  });
});
