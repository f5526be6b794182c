/**
 * Words that several official forms share: dates as the forms write them, limits, money, channels. NĐ 30/2020: days below 10 and the
 * months 1 and 2 carry a leading zero (domain §2.1).
 */
import { type Instant, instantToCivil } from '@onestop/shared/kernel/instant.ts';
import { type PlainDate, plainDateParts } from '@onestop/shared/kernel/plain-date.ts';
import { countedLimit } from '@onestop/shared/deadlines/due-date.ts';
import type { FeeItem } from '@onestop/shared/dossier/fees.ts';
import { moneyOf } from '@onestop/shared/judgement/money.ts';
import type { DueDate, IdentityEvidence, Intake, ReturnChannel } from '@onestop/shared/dossier/state.ts';

const blank = '…………';

/** "09 giờ 12 phút, ngày 05 tháng 02 năm 2017"; dots to write on where the moment is not known yet. */
export function formDateTime(instant: Instant | undefined): string {
  if (instant === undefined) return '…… giờ …… phút, ngày …… tháng …… năm ………';
  const { date, minuteOfDay } = instantToCivil(instant);
  return `${pad2(Math.floor(minuteOfDay / 60))} giờ ${pad2(minuteOfDay % 60)} phút, ${formDate(date)}`;
}

/** A promise that rests on days off which are not decided yet is never printed as a certain one. */
export function dueInWords(due: Pick<DueDate, 'dueAt' | 'provisional'> | undefined): string {
  return `${formDateTime(due?.dueAt)}${due?.provisional ? ' (tạm tính)' : ''}`;
}

/** "ngày 05 tháng 02 năm 2017". */
export function formDate(date: PlainDate | undefined): string {
  if (date === undefined) return 'ngày …… tháng …… năm ………';
  const { year, month, day } = plainDateParts(date);
  return `ngày ${pad2(day)} tháng ${month <= 2 ? pad2(month) : month} năm ${year}`;
}

/** "23/11/2026". */
export function shortDate(instant: Instant): string {
  return shortDay(instantToCivil(instant).date);
}

export function shortDay(date: PlainDate): string {
  const { year, month, day } = plainDateParts(date);
  return `${pad2(day)}/${pad2(month)}/${year}`;
}

export const pad2 = (n: number): string => String(n).padStart(2, '0');

/** "15.000 đồng". */
export function money(amountVnd: number): string {
  return `${String(amountVnd).replace(/\B(?=(\d{3})+(?!\d))/g, '.')} đồng`;
}

/** Item 3 of the receipt, to follow "… theo quy định là:". The limit that was really applied, not a text from elsewhere. */
export function limitInWords(
  due: Pick<DueDate, 'rule' | 'unit' | 'amount' | 'extension' | 'settings'> | undefined,
  acceptedAt: Instant | undefined,
): string {
  if (!due) return blank;
  const { unit, amount } = countedLimit(due);
  switch (unit) {
    case 'SAME_DAY':
      return due.rule === 'NEXT_WORKING_DAY'
        ? `trong ngày làm việc tiếp theo${afterCutoff(due.settings, acceptedAt)}`
        : 'trong ngày làm việc';
    case 'WORKING_DAY':
      return `${pad2(amount)} ngày làm việc`;
    case 'WORKING_HOUR':
      return `${pad2(amount)} giờ làm việc`;
    case 'CLOCK_HOUR':
      return `${pad2(amount)} giờ, tính liên tục cả ngày nghỉ`;
    case 'DAY':
      return `${pad2(amount)} ngày`;
    case 'MONTH':
      return `${pad2(amount)} tháng`;
    case 'NONE':
      return 'theo thời gian hẹn trả tại mục 5';
  }
}

/** By the minute that is printed: 15:00:59 is still 15:00 (domain §13.2 no. 3). */
function afterCutoff(settings: DueDate['settings'], acceptedAt: Instant | undefined): string {
  const minute = settings?.sameDayCutoffMinute;
  if (minute === undefined || acceptedAt === undefined || instantToCivil(acceptedAt).minuteOfDay <= minute) return '';
  return ` (nhận sau ${pad2(Math.floor(minute / 60))} giờ${minute % 60 === 0 ? '' : ` ${pad2(minute % 60)}`})`;
}

/**
 * What is to be paid, item by item, and whether it was, when the dossier was handed in. The price of a unit is printed as a price, never as an amount.
 */
export function feesInWords({ fees, payment }: Pick<Intake, 'fees' | 'payment'>): readonly string[] {
  if (fees === undefined) return ['theo thông báo của cơ quan giải quyết'];
  const { dueVnd, owedVnd } = moneyOf({ fees, payments: payment ? [payment] : [], refunds: [] });
  const items = fees.flatMap((item) => itemInWords(item, fees.length > 1));
  if (dueVnd === 0) return items.length === 0 ? ['không'] : items;
  const paid = owedVnd === 0 ? 'đã nộp' : 'chưa nộp';
  const receipt = payment?.receipt ? `, biên lai số ${payment.receipt}` : '';
  return fees.length > 1 ? [...items, `cộng ${money(dueVnd)} (${paid}${receipt})`] : [`${items.join('')} (${paid}${receipt})`];
}

/** "Phí chứng thực bản sao: 2 trang × 3 bản, 12.000 đồng, miễn 12.000 đồng (hộ nghèo)". */
function itemInWords(item: FeeItem, named: boolean): readonly string[] {
  const { quantity, exemption, amountVnd, unitVnd } = item;
  const count = [quantity?.pages && `${quantity.pages} trang`, quantity && `${quantity.copies} bản`].filter(Boolean).join(' × ');
  if (amountVnd === undefined)
    return [`${item.name}: ${unitVnd === undefined ? 'theo thông báo' : `${money(unitVnd)}/${item.per ?? 'đơn vị'}`}`];
  const exempt = exemption ? `, miễn, giảm ${money(exemption.amountVnd)} (${exemption.ground})` : '';
  const name = named || count || exempt ? `${item.name}: ` : '';
  return [`${name}${count && `${count}, `}${money(amountVnd)}${exempt}`];
}

export function returnPlaceInWords(channel: ReturnChannel, deskName: string, address: string | undefined): string {
  switch (channel) {
    case 'DESK':
      return deskName;
    case 'POST':
      return `qua dịch vụ bưu chính công ích, địa chỉ: ${address ?? blank}`;
    case 'ELECTRONIC':
      return 'bản điện tử';
  }
}

export const returnChannelShort: Readonly<Record<ReturnChannel, string>> = { DESK: 'Trực tiếp', POST: 'Bưu chính', ELECTRONIC: 'Điện tử' };

/** Name of the paper a number was read from, in brackets after the number. */
export const evidenceName: Readonly<Record<IdentityEvidence, string>> = {
  CCCD: 'CCCD',
  CAN_CUOC: 'Căn cước',
  VNEID: 'VNeID',
  PASSPORT: 'Hộ chiếu',
  CMND: 'CMND',
  OTHER: 'giấy tờ khác',
  NONE: '',
};
