/**
 * One small day at a commune's desk, Wednesday 25/11/2026, by the product's own commands, and the II.06a of it as a person counts it with pencil and paper.
 * Procedures: 1.000001 takes three working days, 1.000002 is done the same day (both "Hộ tịch", commune level).
 */
import { dossierRow, type DossierRow } from '@onestop/shared/register/row.ts';
import type { FeeItem } from '@onestop/shared/dossier/fees.ts';
import type { Intake } from '@onestop/shared/dossier/state.ts';
import { DrivenDossier } from '../oracle/dossier.ts';
import { at, intakeFor, procedures, reference, sampleIntake } from './builders.ts';

const fee = (amountVnd: number): readonly FeeItem[] => [{ name: 'Lệ phí', kind: 'LE_PHI', amountVnd }];

interface Told {
  readonly name: string;
  readonly procedure?: 'threeDays' | 'instant';
  readonly changes?: Partial<Intake>;
  readonly story: (dossier: DrivenDossier, intake: Intake) => void;
}

const accept = (time: string) => (dossier: DrivenDossier, intake: Intake) => dossier.do('accept', at(time), { intake });
const forward = (dossier: DrivenDossier, time: string) =>
  dossier.do('forward', at(time), { to: { kind: 'AGENCY', name: 'Công chức Tư pháp – hộ tịch' } });
const finish = { result: { outcome: 'GRANTED' } } as const;

const told: readonly Told[] = [
  {
    // Done while he waits, paid in cash, and content.
    name: 'Ngay',
    procedure: 'instant',
    changes: { fees: fee(8000), payment: { method: 'CASH', amountVnd: 8000, receipt: 'AA/26P 0000009' } },
    story: (dossier, intake) => {
      dossier.do('acceptAndFinish', at('25/11/2026 08:10'), {
        intake,
        ...finish,
        returned: { receiver: intake.owner.fullName, receiverIsOwner: true, proof: 'RECEIPT' },
      });
      dossier.do('recordRating', at('25/11/2026 08:12'), { score: 'GOOD' });
    },
  },
  { name: 'Mới', changes: { channel: 'POST' }, story: accept('25/11/2026 09:00') },
  { name: 'Qua mạng', changes: { channel: 'ONLINE' }, story: accept('25/11/2026 09:30') },
  {
    // From Monday, due on Thursday, finished on Wednesday: early.
    name: 'Sớm',
    story: (dossier, intake) => {
      accept('20/11/2026 08:00')(dossier, intake);
      forward(dossier, '20/11/2026 08:30');
      dossier.do('finish', at('25/11/2026 10:00'), finish);
    },
  },
  {
    // Accepted on Thursday 19/11 and due on Wednesday 25/11 (24/11 is a holiday): finished on Thursday, two days ago; not of this day.
    name: 'Xong hôm trước',
    story: (dossier, intake) => {
      accept('19/11/2026 08:00')(dossier, intake);
      forward(dossier, '19/11/2026 08:30');
      dossier.do('finish', at('23/11/2026 10:00'), finish);
    },
  },
  {
    // Due on Monday 23/11, finished on Wednesday: late, with its reason; the fee was paid by transfer when the result was handed over.
    name: 'Trễ',
    changes: { fees: fee(16_000) },
    story: (dossier, intake) => {
      accept('18/11/2026 08:00')(dossier, intake);
      forward(dossier, '18/11/2026 08:30');
      dossier.do('finish', at('25/11/2026 11:00'), { ...finish, late: { class: 'VERIFICATION', reason: 'chờ nơi khác trả lời' } });
      dossier.do('payFee', at('25/11/2026 11:05'), { method: 'TRANSFER', amountVnd: 16_000, receipt: 'AA/26P 0000010' });
    },
  },
  // Due on Friday 20/11 and still open: overdue.
  { name: 'Quá hạn', story: accept('17/11/2026 08:00') },
  {
    // Asked on Wednesday for a paper, in time: waits, and is within its limit.
    name: 'Chờ bổ sung',
    story: (dossier, intake) => {
      accept('23/11/2026 08:00')(dossier, intake);
      forward(dossier, '23/11/2026 08:30');
      dossier.do('requestSupplement', at('25/11/2026 14:00'), {
        reason: 'thiếu',
        class: 'PAPERS_MISSING',
        missing: [{ name: 'Giấy khác' }],
      });
    },
  },
  {
    name: 'Xin lỗi',
    story: (dossier, intake) => {
      accept('23/11/2026 09:00')(dossier, intake);
      dossier.do('apologise', at('25/11/2026 15:00'), { reason: 'chờ xác minh', class: 'VERIFICATION', date: '2026-12-04' as never });
    },
  },
  {
    // Taken back by the citizen before its date: finished early.
    name: 'Rút',
    story: (dossier, intake) => {
      accept('23/11/2026 10:00')(dossier, intake);
      dossier.do('withdraw', at('25/11/2026 16:00'), { reason: 'không cần nữa', class: 'NO_LONGER_NEEDED' });
    },
  },
  {
    name: 'Hủy',
    story: (dossier, intake) => {
      accept('25/11/2026 10:00')(dossier, intake);
      dossier.do('voidDossier', at('25/11/2026 10:05'), { reason: 'nhập nhầm' });
    },
  },
  {
    name: 'Từ chối',
    story: (dossier, intake) =>
      dossier.do('refuseIntake', at('25/11/2026 10:30'), { reason: 'không thuộc thẩm quyền', class: 'NOT_COMPETENT', intake }),
  },
];

/** The list rows at the end of that day. */
export function smallDay(): readonly DossierRow[] {
  return told.map(({ name, procedure = 'threeDays', changes = {}, story }, index) => {
    const dossier = new DrivenDossier(reference);
    story(dossier, intakeFor(procedures[procedure], { owner: { ...sampleIntake.owner, fullName: name }, ...changes }));
    return { ...dossierRow(dossier.state), id: `day${index}` as DossierRow['id'] };
  });
}

/** Columns 2 to 13, by hand; the last line is the sum. */
export const smallDayTable: readonly (readonly (string | number)[])[] = [
  //             3  4  5  6   7  8  9 10  11 12 13
  ['1.000001', 8, 1, 1, 6, 3, 2, 0, 1, 5, 4, 1],
  ['1.000002', 1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0],
  ['', 9, 1, 2, 6, 4, 2, 1, 1, 5, 4, 1],
];
