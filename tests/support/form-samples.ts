/** A dossier for each printed form, with short data as it is on most days and with the longest that people and procedures have. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import { writeEvent } from '@onestop/shared/dossier/write-event.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { DossierView } from '../../client/src/contract/dossiers.ts';
import type { PrintedFormId } from '../../client/src/print/forms/form.ts';
import { at, chain, sampleIntake, type Step } from './builders.ts';

export type SampledForm = Exclude<PrintedFormId, 'HANDOVER_LIST'>;

/** The shortest history that has the paper. */
export const formHistories: { readonly [Id in SampledForm]: readonly Step[] } = {
  RECEIPT: ['DossierAccepted'],
  RECEIPT_REISSUED: ['DossierAccepted', 'PromiseChanged'],
  SUPPLEMENT: ['DossierAccepted', 'DossierForwarded', 'SupplementRequested'],
  REFUSAL: ['DossierDrafted', 'IntakeRefused'],
  APOLOGY: ['DossierAccepted', 'DossierForwarded', 'ApologyMade'],
  REFUSAL_RESULT: ['DossierAccepted', 'DossierForwarded', 'RefusedAfterAppraisal'],
  STOP_NOTICE: ['DossierAccepted', 'DossierStopped'],
  WITHDRAWAL: ['DossierAccepted', 'DossierWithdrawn'],
  CONTROL_SLIP: [
    'DossierAccepted',
    'DossierForwarded',
    'HandoverAcknowledged',
    'SignatureRequested',
    'ResultSigned',
    'ResultNumbered',
    'DossierFinished',
  ],
  TRANSFER_SLIP: ['DossierAccepted', 'DossierForwarded'],
};

export const sampledForms = Object.keys(formHistories) as readonly SampledForm[];

export function viewOf(events: readonly EventEnvelope[]): DossierView {
  return { state: must(foldDossier(events), 'a dossier'), timeline: events.map((event) => ({ event, sync: 'SENT' as const })) };
}

/** Received on a day of the set that is asked for. */
export function sampleView(form: SampledForm, set: '2018' | '2025' = '2025', data: 'SHORT' | 'LONG' = 'SHORT'): DossierView {
  const events = chain(formHistories[form], { seq: 1, at: at(set === '2018' ? '05/03/2018 08:00' : '23/11/2026 08:00') });
  return viewOf(data === 'SHORT' ? events : events.map(lengthened));
}

const longProcedure =
  'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng đối với đối tượng bảo trợ xã hội thuộc diện quản lý của Ủy ban nhân dân cấp xã nơi cư trú, kể cả trường hợp đối tượng thay đổi nơi cư trú giữa các xã, phường, thị trấn trong cùng một huyện hoặc giữa các huyện trong cùng một tỉnh';
const longName = 'Công Tằng Tôn Nữ Thị Huyền Trang Ngọc Bích Phương Thảo Nguyên';
const longReason =
  'Tờ khai kê khai chưa đầy đủ thông tin về nơi cư trú trước đây; bản sao giấy chứng nhận quyền sử dụng đất đã mờ, không đọc được số tờ bản đồ và số thửa; văn bản ủy quyền chưa được công chứng hoặc chứng thực theo quy định; đề nghị Ông/Bà liên hệ Ủy ban nhân dân xã nơi cư trú trước đây để được xác nhận lại toàn bộ các nội dung nêu trên trước khi nộp lại hồ sơ.';
const longAddress = 'Số nhà 128, ngõ 47, đường Hàn Thuyên, tổ dân phố số 5, thôn Đạo Sử, thị trấn Thứa, huyện Lương Tài, tỉnh Bắc Ninh';

const longIntake = {
  ...sampleIntake,
  owner: { ...sampleIntake.owner, fullName: longName, address: longAddress, email: 'nguyenthihuyentrang.luongtai@thudientu.vn' },
  papers: Array.from({ length: 18 }, (_, index) => ({
    id: index + 1,
    name: `Bản sao có chứng thực giấy tờ thứ ${index + 1} chứng minh quan hệ nhân thân, tình trạng hôn nhân hoặc hộ khẩu`,
    state: 'RECEIVED' as const,
    originals: 1,
    certified: 1,
    copies: 2,
  })),
};

/** The same event with long names, reasons and lists. */
function lengthened(event: EventEnvelope): EventEnvelope {
  const read = readEvent(event);
  if (read.kind !== 'KNOWN') return event;
  const data = { ...(read.data as Record<string, unknown>) };
  if ('reason' in data) data['reason'] = longReason;
  if ('intake' in data) data['intake'] = { ...longIntake };
  if ('printed' in data)
    data['printed'] = {
      ...(data['printed'] as object),
      procedure: longProcedure,
      notes: ['Mang theo giấy này và giấy tờ tùy thân khi đến nhận kết quả; người nhận thay phải có giấy ủy quyền.'],
    };
  if ('slip' in data) {
    const slip = data['slip'] as { readonly printed: object };
    data['slip'] = { ...slip, printed: { ...slip.printed, procedure: longProcedure } };
  }
  // Event data is plain JSON; its own type knows it more exactly.
  return writeEvent({ ...event, data: data as EventEnvelope['data'] });
}
