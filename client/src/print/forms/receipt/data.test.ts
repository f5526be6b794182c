/** The receipt field by field; rules in tests/rules/print.md. */
import { describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { civilToInstant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { printedNames } from '@onestop/shared/dossier/acceptance.ts';
import type { FeeItem } from '@onestop/shared/dossier/fees.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { asPrinted } from '@onestop/shared/dossier/papers.ts';
import type { Intake } from '@onestop/shared/dossier/state.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';
import { at, chain } from '../../../../../tests/support/builders.ts';
import { deskTitle } from '../../parts/lines.ts';
import { type ReceiptSource, receiptData, receiptSource, reissuedSource } from './data.ts';

const date = (text: string) => text as PlainDate;
const acceptedAt = civilToInstant(date('2026-11-23'), 9 * 60 + 12);
const dueAt = civilToInstant(date('2026-11-26'), 17 * 60);

const office: Office = {
  id: '09529' as OfficeId,
  kind: 'COMMUNE',
  name: 'xã Bình Định',
  authorityName: 'UBND XÃ BÌNH ĐỊNH',
  deskName: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
  place: 'Bình Định',
  agencyId: '000.12.38.H05',
  syncs: true,
  phone: '0222 111 222',
  validFrom: date('2010-01-01'),
};
const settings: Settings = {
  districtName: 'huyện Lương Tài',
  dueTimeOfDay: 'endOfDay',
  sameDayCutoffMinute: 900,
  lateIntakeShift: false,
  paymentWait: 'suspend',
  dueSoonWorkingDays: 1,
  supplementCloseDays: 30,
  idleLockMinutes: 10,
  lockoutTries: 5,
  lockoutSecondsFirst: 30,
  receiptSuffix: 'BPTNTKQ',
  receiptNotes: ['Mang giấy này khi nhận kết quả.'],
  hotline: '0222 999 999',
  remindAfterDays: 7,
  practiceMode: false,
  staleAfterMinutes: 240,
  clockErrorSecondsMax: 120,
  storageLeftMegabytesMin: 200,
};
const document = (name: string) => ({ name, required: true, original: 1, copies: 0, form: null, note: null });
const procedure: Procedure = {
  key: '1.001193',
  version: 2,
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  level: 'commune',
  timeLimit: null,
  fee: null,
  documents: [document('Tờ khai'), document('Giấy chứng sinh'), document('Sổ hộ khẩu'), document('Giấy cam đoan')],
  resultDocument: null,
  legalBasis: [],
  interconnected: false,
  handledBy: null,
  provenance: { text: 'thử', code: 'SURE', limit: 'SURE', papers: 'SURE', fee: 'SURE' },
  validFrom: date('2016-01-01'),
};
const intake: Intake = {
  procedure: { key: '1.001193', version: 2 },
  owner: {
    kind: 'PERSON',
    fullName: 'Nguyễn Thị Thùy Dương',
    evidence: 'CCCD',
    idNumber: '027190001234',
    address: 'Thôn A, xã Bình Định',
    phone: '0912345678',
    email: 'd@vidu.vn',
  },
  papers: [
    { id: 1, component: 0, state: 'RECEIVED', originals: 1, certified: 0, copies: 2 },
    { id: 2, component: 1, state: 'FROM_DATABASE', originals: 0, certified: 0, copies: 0 },
    { id: 3, component: 2, state: 'MISSING', originals: 0, certified: 0, copies: 0 },
    { id: 4, component: 3, state: 'NOT_NEEDED', originals: 0, certified: 0, copies: 0 },
    { id: 6, name: 'Hộ chiếu', state: 'PRESENTED', originals: 0, certified: 0, copies: 0 },
    { id: 5, name: 'Đơn viết tay', state: 'RECEIVED', originals: 0, certified: 1, copies: 0 },
  ],
  sets: 2,
  summary: 'con thứ hai',
  channel: 'COUNTER',
  returnChannel: 'DESK',
  fees: [{ name: 'Lệ phí', kind: 'LE_PHI', amountVnd: 15000 }],
  payment: { method: 'CASH', amountVnd: 15000 },
};
const lan: Staff = {
  id: 'lan' as StaffId,
  office: office.id,
  login: 'lan',
  fullName: 'Nguyễn Thị Lan',
  title: 'Công chức',
  phone: '0900 000 001',
  roles: ['clerk'],
  active: true,
};
const printed = printedNames(office, lan, procedure, settings);
const source: ReceiptSource = {
  intake: { ...intake, papers: asPrinted(intake.papers, procedure.documents) },
  printed,
  code: '000.12.38.H05-261123-0001',
  register: { book: '01/2026', line: 12 },
  acceptedAt,
  due: { dueAt, rule: 'WORKING_DAYS', unit: 'WORKING_DAY', amount: 3, calendarVersion: 1 },
};

const item = (fee: Partial<FeeItem>): readonly FeeItem[] => [{ name: 'Phí', ...fee }];

describe('receipt data', () => {
  it('[P1] the head has authority, desk and place of the office that took the dossier in', () => {
    expect(receiptData(source)).toMatchObject({
      authorityName: 'UBND XÃ BÌNH ĐỊNH',
      deskName: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
      place: 'Bình Định',
    });
    expect(receiptData(source).desk).toEqual({ caption: 'Bộ phận tiếp nhận và trả kết quả:', value: 'xã Bình Định' });
    expect(receiptData(source).returnDesk).toBe('Bộ phận tiếp nhận và trả kết quả xã Bình Định');
    expect(deskTitle({ ...office, deskName: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ BÌNH ĐỊNH', name: 'xã bình định' })).toBe(
      'Trung tâm phục vụ hành chính công xã bình định',
    );
  });

  it('[P2] number, code, book and line are those drawn at acceptance, and empty before it', () => {
    expect(receiptData(source)).toMatchObject({
      formNumber: '01-12/BPTNTKQ',
      code: '000.12.38.H05-261123-0001',
      book: '01/2026',
      line: '12',
    });
    expect(receiptData({ ...source, code: undefined, register: undefined })).toMatchObject({
      formNumber: '',
      code: undefined,
      book: '',
      line: '',
    });
  });

  it('[P3] the owner is printed as declared', () => {
    expect(receiptData(source).owner).toMatchObject({
      name: 'Nguyễn Thị Thùy Dương',
      address: 'Thôn A, xã Bình Định',
      phone: '0912345678',
      email: 'd@vidu.vn',
      organisation: false,
    });
    const organisation = receiptData({
      ...source,
      intake: { ...intake, owner: { kind: 'ORGANISATION', fullName: 'Hợp tác xã Lai Hạ', evidence: 'NONE', taxCode: '0100233488' } },
    }).owner;
    expect(organisation).toMatchObject({ organisation: true, taxCode: '0100233488', idNumber: '', idPaper: '' });
  });

  it('[P4] the ID number is whole for the file and masked for the copy that is carried about', () => {
    const { owner } = receiptData(source);
    expect(owner.idNumber).toBe('027190001234');
    expect(owner.idMasked).toBe('027•••••1234');
    expect(owner.idPaper).toBe('CCCD');
  });

  it('[P5] a proxy is named with the authorisation; without one there is no such line', () => {
    const submitter = {
      kind: 'PERSON' as const,
      fullName: 'Trần Văn Bình',
      evidence: 'CMND' as const,
      idNumber: '125123456',
      authorisation: 'giấy ủy quyền',
    };
    expect(receiptData({ ...source, intake: { ...intake, submitter } }).submitter).toMatchObject({
      name: 'Trần Văn Bình',
      authorisation: 'giấy ủy quyền',
    });
    expect(receiptData(source).submitter).toBeUndefined();
  });

  it('[P6] only papers that are here stand in the table, with their counts and extra papers by name', () => {
    expect(receiptData(source).papers).toEqual([
      { name: 'Tờ khai', originals: 1, certified: 0, copies: 2, fromDatabase: false },
      { name: 'Giấy chứng sinh', originals: 0, certified: 0, copies: 0, fromDatabase: true },
      { name: 'Đơn viết tay', originals: 0, certified: 1, copies: 0, fromDatabase: false },
    ]);
    expect(receiptData(source).sets).toBe(2);
    expect(receiptData(source).presented).toEqual(['Hộ chiếu']);
  });

  it.each([
    ['SAME_DAY', 0, 'trong ngày làm việc'],
    ['WORKING_DAY', 3, '03 ngày làm việc'],
    ['WORKING_HOUR', 4, '04 giờ làm việc'],
    ['CLOCK_HOUR', 12, '12 giờ, tính liên tục cả ngày nghỉ'],
    ['DAY', 15, '15 ngày'],
    ['MONTH', 2, '02 tháng'],
    ['NONE', 0, 'theo thời gian hẹn trả tại mục 5'],
  ] as const)('[P7] the limit in words is the one that was applied: %s', (unit, amount, words) => {
    expect(receiptData({ ...source, due: { dueAt, rule: 'DAYS', unit, amount, calendarVersion: 1 } }).limit).toBe(words);
  });

  it.each([
    [900, '23/11/2026 15:00', 'SAME_DAY', 'trong ngày làm việc'],
    [900, '23/11/2026 15:01', 'NEXT_WORKING_DAY', 'trong ngày làm việc tiếp theo (nhận sau 15 giờ)'],
    [930, '23/11/2026 15:31', 'NEXT_WORKING_DAY', 'trong ngày làm việc tiếp theo (nhận sau 15 giờ 30)'],
    // A holiday: not for the hour.
    [900, '24/11/2026 09:00', 'NEXT_WORKING_DAY', 'trong ngày làm việc tiếp theo'],
    [900, '24/11/2026 15:00', 'NEXT_WORKING_DAY', 'trong ngày làm việc tiếp theo'],
  ] as const)('[L62] cut-off %i, received %s, %s: the paper says why', (sameDayCutoffMinute, acceptedAt, rule, words) => {
    const counting = { dueTimeOfDay: 'endOfDay', sameDayCutoffMinute, lateIntakeShift: false } as const;
    const due = { dueAt, rule, unit: 'SAME_DAY', amount: 0, calendarVersion: 1, settings: counting } as const;
    expect(receiptData({ ...source, acceptedAt: at(acceptedAt), due }).limit).toBe(words);
    expect(receiptData({ ...source, acceptedAt: at(acceptedAt) + 59_999, due }).limit).toBe(words);
  });

  it('[L68] a promise that may still move says so on paper', () => {
    const due = { dueAt, rule: 'DAYS', unit: 'DAY', amount: 15, calendarVersion: 1 } as const;
    expect(receiptData({ ...source, due }).due).toBe('17 giờ 00 phút, ngày 26 tháng 11 năm 2026');
    expect(receiptData({ ...source, due: { ...due, provisional: true } }).due).toBe('17 giờ 00 phút, ngày 26 tháng 11 năm 2026 (tạm tính)');
    expect(receiptData({ ...source, due: undefined }).due).toContain('……');
  });

  it('[P8] the receipt of an accepted dossier is made of the acceptance alone: what changed since is not on it', () => {
    const asked = chain(['DossierAccepted', 'DossierForwarded', 'SupplementRequested', 'SupplementCompleted', 'ContactCorrected']);
    const accepted = must(asked[0], 'the acceptance');
    const then = must(foldDossier([accepted])?.acceptance, 'an acceptance');
    const now = must(foldDossier(asked), 'a dossier');
    expect(now.intake?.papers).toHaveLength(3);
    expect(now.due?.dueAt).not.toBe(now.dueOriginal?.dueAt);
    const first = receiptData(receiptSource(then));
    expect(receiptData(receiptSource(must(now.acceptance, 'an acceptance')))).toEqual(first);
    expect(first).toMatchObject({
      authorityName: 'UBND xã Bình Định',
      code: '000.01.38.H05-261123-0001',
      formNumber: '01-1/BPTNTKQ',
      request: '1.000001',
      clerkName: 'lan',
      dueAt: then.due.dueAt,
      acceptedAt: accepted.at,
      papers: [{ name: 'Tờ khai' }, { name: 'Giấy chứng sinh', fromDatabase: true }],
    });
  });

  it('[P8] a dossier worked in another system has its code', () => {
    const { code: _code, ...acceptance } = must(foldDossier(chain(['DossierAccepted']))?.acceptance, 'an acceptance');
    expect(receiptData(receiptSource({ ...acceptance, external: { code: 'G22-261123-000001' } })).code).toBe('G22-261123-000001');
  });

  it.each<[Pick<Intake, 'fees' | 'payment'>, string | string[]]>([
    [
      {
        fees: item({ name: 'Phí chứng thực', quantity: { pages: 2, copies: 3 }, amountVnd: 12_000 }),
        payment: { method: 'CASH', amountVnd: 12_000, receipt: '0012' },
      },
      'Phí chứng thực: 2 trang × 3 bản, 12.000 đồng (đã nộp, biên lai số 0012)',
    ],
    [
      { fees: [...item({ amountVnd: 5000 }), ...item({ name: 'Lệ phí', amountVnd: 3000 })], payment: undefined },
      ['Phí: 5.000 đồng', 'Lệ phí: 3.000 đồng', 'cộng 8.000 đồng (chưa nộp)'],
    ],
    [{ fees: item({ amountVnd: 15_000 }), payment: { method: 'CASH', amountVnd: 15_000 } }, '15.000 đồng (đã nộp)'],
    [{ fees: item({ amountVnd: 1_234_567 }), payment: undefined }, '1.234.567 đồng (chưa nộp)'],
    [
      { fees: item({ amountVnd: 8000, exemption: { amountVnd: 8000, ground: 'hộ nghèo' } }), payment: undefined },
      'Phí: 8.000 đồng, miễn, giảm 8.000 đồng (hộ nghèo)',
    ],
    [{ fees: item({ unitVnd: 2000, per: 'trang' }), payment: undefined }, 'Phí: 2.000 đồng/trang'],
    [{ fees: [], payment: undefined }, 'không'],
    [{ fees: undefined, payment: undefined }, 'theo thông báo của cơ quan giải quyết'],
  ])('[P9] the fee line says amount and whether it was paid, and a price only as a price: %o', (fee, words) => {
    expect(receiptData({ ...source, intake: { ...intake, ...fee } }).fees).toEqual([words].flat());
  });

  it('[P43] the receipt is issued again where the promise or the procedure is another one since: the first date stays visible', () => {
    const accepted = must(foldDossier(chain(['DossierAccepted'])), 'a dossier');
    expect(reissuedSource(accepted)).toBeUndefined();
    const moved = chain(['DossierAccepted', 'PromiseChanged']);
    const state = must(foldDossier(moved), 'a dossier');
    const again = receiptData(must(reissuedSource(state), 'a receipt'));
    expect(again).toMatchObject({ code: accepted.code, dueAt: state.due?.dueAt, dueFirst: accepted.due?.dueAt, issuedAt: moved[1]?.at });
    const changed = must(foldDossier(chain(['DossierAccepted', 'ProcedureChanged'])), 'a dossier');
    expect(receiptData(must(reissuedSource(changed), 'a receipt'))).toMatchObject({ request: '1.000002' });
    expect(receiptData(receiptSource(must(changed.acceptance, 'an acceptance')))).toMatchObject({
      request: '1.000001',
      dueFirst: undefined,
    });
  });

  it('[P44] who signs: the proxy, else the owner, for an organisation whoever represents it', () => {
    const organisation = { kind: 'ORGANISATION' as const, fullName: 'Hợp tác xã Lai Hạ', evidence: 'NONE' as const };
    const representative = { fullName: 'Trần Văn Bình', evidence: 'NONE' as const };
    const proxy = { kind: 'PERSON' as const, fullName: 'Lê Thị Ba', evidence: 'NONE' as const };
    const signer = (changes: Partial<Intake>) => receiptData({ ...source, intake: { ...intake, ...changes } }).signer;
    expect(signer({})).toBe('Nguyễn Thị Thùy Dương');
    expect(signer({ submitter: proxy })).toBe('Lê Thị Ba');
    expect(signer({ owner: organisation })).toBe('');
    expect(signer({ owner: { ...organisation, representative } })).toBe('Trần Văn Bình');
  });

  it('[P10] the result comes to the desk, by post to an address, or electronically', () => {
    expect(receiptData(source).returnPlace).toBe('Bộ phận tiếp nhận và trả kết quả xã Bình Định');
    expect(receiptData({ ...source, intake: { ...intake, returnChannel: 'POST', returnAddress: 'Thôn B' } }).returnPlace).toContain(
      'Thôn B',
    );
    expect(receiptData({ ...source, intake: { ...intake, returnChannel: 'ELECTRONIC' } }).returnPlace).toBe('bản điện tử');
  });

  it('[P11] where the public looks up its dossier is said only where the settings have such an address', () => {
    expect(receiptData(source).publicLookup).toBe('');
    const publicLookup = 'https://dichvucong.gov.vn';
    const names = printedNames(office, lan, procedure, { ...settings, publicLookup });
    expect(receiptData({ ...source, printed: names }).publicLookup).toBe(publicLookup);
  });

  it('[P49] only an electronic receipt of the set of 2018 has a box for the digital signature', () => {
    const box = (channel: Intake['channel'], received: string) =>
      receiptData({ ...source, intake: { ...intake, channel }, acceptedAt: at(received) }).signatureBox;
    expect([box('ONLINE', '14/03/2025 09:00'), box('COUNTER', '14/03/2025 09:00'), box('ONLINE', '23/11/2026 09:00')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('[P11] notes and hot line come from the settings', () => {
    expect(receiptData(source)).toMatchObject({ notes: ['Mang giấy này khi nhận kết quả.'], hotline: '0222 999 999' });
  });
});
