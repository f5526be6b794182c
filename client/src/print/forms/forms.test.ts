/** What the slips say and where it comes from; rules in tests/rules/print.md. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import fields from '../../../../tests/golden/forms/fields.json' with { type: 'json' };
import { at, chain, eventOf, offices, reference, sampleData, type Step } from '../../../../tests/support/builders.ts';
import { sampledForms, sampleView, viewOf } from '../../../../tests/support/form-samples.ts';
import type { DossierView } from '../../contract/dossiers.ts';
import { qrPath } from '../parts/code-marks.tsx';
import { movesOf } from './control-slip/moves.ts';
import { formSetOf, type PrintedFormId, titleOf } from './form.ts';
import { handoverListPages } from './handover-list/index.tsx';
import { formIds, forms } from './index.ts';

const viewFor = (...steps: readonly Step[]) => viewOf(chain(steps));

function sheetsOf(form: PrintedFormId, view: DossierView, known: ReferenceData = reference): readonly string[] | undefined {
  const definition = forms[form as keyof typeof forms];
  if (definition.of !== 'DOSSIER') throw new Error(`${form} is made of no dossier`);
  return definition.sheets(view, known)?.map((sheet) => renderToStaticMarkup(sheet));
}

const textOf = (form: PrintedFormId, view: DossierView, known?: ReferenceData) => must(sheetsOf(form, view, known)?.[0], form);

describe('slips', () => {
  it('[P97] every form that is written down when printed can be made, but for the list of many dossiers', () => {
    for (const form of sampledForms)
      for (const set of ['2018', '2025'] as const) expect(sheetsOf(form, sampleView(form, set)), form).toBeDefined();
    expect(formIds.filter((id) => forms[id].of === 'DOSSIER').toSorted()).toEqual([...sampledForms].toSorted());
    expect(Object.keys(fields).toSorted()).toEqual(sampledForms.filter((form) => form !== 'RECEIPT_REISSUED').toSorted());
  });

  it('[P97] the title follows the set', () => {
    const [old, now] = [sampleView('APOLOGY', '2018'), sampleView('APOLOGY', '2025')];
    expect(titleOf(forms.APOLOGY, formSetOf(old.state))).toBe('Phiếu xin lỗi và hẹn lại ngày trả kết quả');
    expect(titleOf(forms.APOLOGY, formSetOf(now.state))).toBe('Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết');
  });

  it('[P98] an apology says the promise that is missed, also where an earlier one was moved before, and the new one; the leader signs in the place of the head', () => {
    const moved = textOf(
      'APOLOGY',
      viewFor('DossierAccepted', 'DossierForwarded', 'SupplementRequested', 'SupplementCompleted', 'ApologyMade', 'PromiseChanged'),
    );
    expect(moved).toMatch(/hẹn trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 03 tháng 12 năm 2026/);
    expect(moved).toMatch(/hẹn trả kết quả lại: <strong>17 giờ 00 phút, ngày 02 tháng 12 năm 2026/);
    expect(moved).toContain('KT. CHỦ TỊCH');
    const chair = {
      ...sampleData.ApologyMade,
      slip: { ...sampleData.ApologyMade.slip, signer: { name: 'Lê Thị Trưởng', title: 'Chủ tịch' } },
    };
    const signed = textOf('APOLOGY', viewFor('DossierAccepted', 'DossierForwarded', ['ApologyMade', chair as never]));
    expect(signed).toContain('>CHỦ TỊCH<');
    expect(signed).not.toContain('KT.');
  });

  it('[P99] a slip is made of its event and of the dossier as it stood then: what was corrected or renamed since changes no word of it', () => {
    const renamed: ReferenceData = {
      ...reference,
      offices: reference.offices.map((one) => ({
        ...one,
        name: 'xã Mới',
        authorityName: 'UBND XÃ MỚI',
        deskName: 'TRUNG TÂM MỚI',
        place: 'Mới',
      })),
      staff: [],
      procedures: [],
    };
    for (const form of ['REFUSAL', 'APOLOGY', 'STOP_NOTICE', 'WITHDRAWAL', 'REFUSAL_RESULT', 'SUPPLEMENT'] as const) {
      const view = sampleView(form);
      const last = must(view.timeline.at(-1), 'an event').event;
      const corrected = viewOf([
        ...view.timeline.map(({ event }) => event),
        eventOf('IdentityCorrected', { seq: last.seq + 1, after: [last], at: last.at + 1 }),
      ]);
      expect(sheetsOf(form, corrected, renamed), form).toEqual(sheetsOf(form, view));
    }
  });

  it('[P99] what its officer took back, and what the centre refused, is on no paper', () => {
    const steps: readonly Step[] = ['DossierAccepted', 'DossierForwarded', 'ApologyMade'];
    const events = chain(steps);
    const apology = must(events.at(-1), 'an apology');
    const undone = eventOf('LastActUndone', { seq: 4, after: [apology] }, { event: { device: apology.device, seq: apology.seq } });
    expect(sheetsOf('APOLOGY', viewOf([...events, undone]))).toBeUndefined();
    const refused = {
      ...viewOf(events),
      timeline: events.map((event) => ({ event, sync: event === apology ? ('REFUSED' as const) : ('SENT' as const) })),
    };
    expect(sheetsOf('APOLOGY', refused)).toBeUndefined();
  });

  it('[P100] a stop is signed by the leader, a closing for want of papers by the desk; both are the stop notice', () => {
    expect(textOf('STOP_NOTICE', viewFor('DossierAccepted', 'DossierStopped'))).toContain('KT. CHỦ TỊCH');
    const closed = textOf('STOP_NOTICE', viewFor('DossierAccepted', 'DossierForwarded', 'SupplementRequested', 'UnsupplementedClosed'));
    expect(closed).toContain('Đã hết thời hạn bổ sung');
    expect(closed).not.toContain('CHỦ TỊCH');
  });

  it('[P101] the control slip has a row for each hand-over with giver, receiver, both times, limit and whether the step was in time, and empty rows while the file is on its way', () => {
    const late = { ...sampleData.DossierForwarded, stepDue: at('22/11/2026 17:00') };
    const view = viewFor(
      'DossierAccepted',
      ['DossierForwarded', late as never],
      'HandoverAcknowledged',
      'Reassigned',
      'HandedBack',
      'DossierForwarded',
      'SignatureRequested',
      'ResultSigned',
      'DossierFinished',
    );
    const moves = movesOf(view, reference);
    expect(moves.map(({ receiverUnit, timeliness, note }) => [receiverUnit, timeliness, note])).toEqual([
      ['xã Bình Định', 'LATE', 'đủ giấy'],
      ['', 'EARLY', 'nghỉ phép'],
      ['Bộ phận một cửa, xã Bình Định', undefined, 'cần bổ sung thông tin'],
      ['xã Bình Định', 'EARLY', 'đủ giấy'],
      ['', undefined, 'Trình ký'],
      ['Văn thư, xã Bình Định', undefined, 'Đã ký'],
      ['Bộ phận một cửa, xã Bình Định', undefined, 'Kết quả giải quyết'],
    ]);
    expect(moves[0]?.receivedAt).toBe(at('23/11/2026 08:02'));
    const finished = textOf('CONTROL_SLIP', view);
    expect(finished).toContain('Kết thúc xử lý:');
    expect(finished.match(/1\. Giao: …/g)).toBeNull();
    expect(textOf('CONTROL_SLIP', viewFor('DossierAccepted', 'DossierForwarded')).match(/1\. Giao: …/g)).toHaveLength(3);
    // Printed before the first hand-over it has room for its number.
    expect(textOf('CONTROL_SLIP', viewFor('DossierAccepted'))).toContain('Số: ……');
  });

  it('[P102] between commune and centre the slips name both; what the centre hands on is headed by the centre', () => {
    const up = viewFor(
      'DossierAccepted',
      'DossierForwardedUp',
      'UpTransferAcknowledged',
      'UpTransferProcessing',
      'ResultSentDown',
      'DossierFinished',
    );
    expect(movesOf(up, reference).map(({ giverUnit, receiver, receiverUnit }) => [giverUnit, receiver, receiverUnit])).toEqual([
      ['xã Bình Định', 'hung', 'huyện Lương Tài'],
      ['huyện Lương Tài', 'Phòng Lao động – Thương binh và Xã hội', ''],
      ['huyện Lương Tài', 'lan', 'Bộ phận một cửa, xã Bình Định'],
    ]);
    const slip = textOf(
      'TRANSFER_SLIP',
      viewFor('DossierAccepted', 'DossierForwardedUp', 'UpTransferAcknowledged', 'UpTransferProcessing'),
    );
    expect(slip).toContain(offices.centre.authorityName);
    expect(slip).toContain('Kính chuyển: <strong>Phòng Lao động');
  });

  it('[P103] a hand-over list has its number, a line for each dossier, both names, and in its code nothing but what it was given', () => {
    const [page] = handoverListPages({
      head: { authorityName: 'UBND XÃ BÌNH ĐỊNH', deskName: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ', place: 'Bình Định' },
      number: '01-4',
      at: at('23/11/2026 15:00'),
      giver: 'Lan',
      receiver: 'Hùng',
      lines: [1, 2].map((line) => ({ code: `000.01.38.H05-261123-000${line}`, owner: 'Nguyễn Thị Mẫu', procedure: 'Khai sinh', sets: 1 })),
      qr: 'abc',
    });
    const html = renderToStaticMarkup(page);
    expect(html).toContain('Số: 01-4/BK');
    expect(html.match(/000\.01\.38\.H05-261123-000/g)).toHaveLength(2);
    expect(html).toContain('Tổng số hồ sơ: 02');
    expect(html).toMatch(/NGƯỜI GIAO.*Lan.*NGƯỜI NHẬN.*Hùng/s);
  });

  it('[P104] on a roll the receipt is the one piece that is given away: code, promise and papers, the number of the ID masked; a form without a roll gives its sheets', () => {
    const view = sampleView('RECEIPT');
    const rolled = (form: 'RECEIPT' | 'APOLOGY', of = view) => {
      const definition = forms[form];
      return definition.of === 'DOSSIER'
        ? must(definition.sheets(of, reference, 'ROLL'), form).map((piece) => renderToStaticMarkup(piece))
        : [];
    };
    const [piece = '', ...more] = rolled('RECEIPT');
    expect(more).toEqual([]);
    for (const said of [
      '000.01.38.H05-261123-0001',
      'Nguyễn Thị Mẫu',
      '027•••••0001',
      'Tờ khai (1 chính)',
      '17 giờ 00 phút, ngày 27 tháng 11 năm 2026',
      'Mẫu 01',
    ])
      expect(piece).toContain(said);
    expect(piece).not.toContain('027190000001');
    // The same drawing as the code alone gives: nothing else is in it.
    expect(piece).toContain(`d="${qrPath('000.01.38.H05-261123-0001').path}"`);
    expect(rolled('APOLOGY', sampleView('APOLOGY'))).toHaveLength(2);
  });

  it('[P112] a draft printed ahead has no number, no date and no name under a signature, and says what it is; after the act there is none', () => {
    const draftOf = (form: 'RECEIPT' | 'APOLOGY', ...steps: readonly Step[]) => {
      const definition = forms[form];
      const drafts = definition.of === 'DOSSIER' ? definition.drafts(viewFor(...steps), reference) : undefined;
      return drafts?.map((sheet) => renderToStaticMarkup(sheet)).join('');
    };
    const signedNames = (html: string) => [...html.matchAll(/print-signed-name">([^<]*)</g)].map(([, name]) => name);
    const apology = must(draftOf('APOLOGY', 'DossierAccepted', 'DossierForwarded'), 'a draft');
    for (const said of ['DỰ THẢO', 'Số: ……', 'ngày …… tháng', 'Nguyễn Thị Mẫu', '17 giờ 00 phút, ngày 27 tháng 11 năm 2026'])
      expect(apology).toContain(said);
    expect(signedNames(apology)).toEqual(['']);
    expect(draftOf('APOLOGY', 'DossierAccepted', 'DossierForwarded', 'ApologyMade')).toBeUndefined();
    const receipt = must(draftOf('RECEIPT', 'DossierDrafted'), 'a draft');
    for (const said of ['DỰ THẢO', 'Số: ……', 'Mã hồ sơ: <strong class="print-code-text">……', 'Tờ khai']) expect(receipt).toContain(said);
    expect(signedNames(receipt)).toEqual(['', '']);
    expect(draftOf('RECEIPT', 'DossierAccepted')).toBeUndefined();
    expect(textOf('RECEIPT', sampleView('RECEIPT'))).not.toContain('DỰ THẢO');
  });
});
