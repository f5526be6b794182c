/**
 * Seeded events as a commune desk would write them: names by their real frequency, addresses of the district, identity numbers with province, century
 * and year of birth, random phones, papers, fees and promises. For measuring the wire and for its golden messages; nothing of it is a real person.
 */
import type { DeviceId, DossierId, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { dossierIdFromBytes } from '@onestop/shared/kernel/ids.ts';
import { civilToInstant } from '@onestop/shared/kernel/instant.ts';
import { type PlainDate, addDays, weekdayOf } from '@onestop/shared/kernel/plain-date.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';

export type Draw = () => number;

/** mulberry32: small, seeded, good enough for samples. */
export function drawFrom(seed: number): Draw {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const surnames = 'Nguyễn*38 Trần*11 Lê*9 Phạm*7 Hoàng*5 Vũ*4 Phan*4 Đặng*3 Bùi*3 Đỗ*3 Hồ*2 Ngô*2 Dương*2 Lý Đào Đinh Trịnh Mai Lương Hà Tạ Chu Cao Khổng';
const middlesMale = 'Văn*50 Đức*8 Hữu*7 Quang*6 Xuân*5 Đình*5 Minh*4 Công*4 Ngọc*3 Thanh*3 Anh*2 Tiến*2 Trọng Bá Duy Việt Hồng Gia Hoàng';
const middlesFemale = 'Thị*60 Thu*5 Ngọc*5 Thanh*4 Minh*3 Hồng*3 Phương*3 Kim*3 Bích*2 Thúy*2 Mai Lan Khánh Diệu Hoài Như Quỳnh';
const givenNames =
  'Hùng Dũng Tuấn Hải Nam Minh Sơn Long Thắng Hoàng Đức Anh Quân Tùng Trung Kiên Cường Mạnh Thành Bình Lan Hương Hoa Mai Thảo Linh Trang Hà Hằng Nga Yến Thu Thủy Ngọc Nhung Phương Huyền Vân Oanh Tâm Hạnh Liên Loan Dung Chi Giang Hiền Hậu Khánh Lộc Nghĩa Phúc Quý Tài Thịnh Toàn Vinh Xuân Đạt Điệp Ánh';
const villages =
  'Ngọc Quan;Quan Kênh;Cổ Lãm;Phú Dưới;Phú Trên;Đào Xá;Ngô Phần;Bùi;Đông Hương;Cáp Trên;Cáp Hạ;Bà Khê;Tuyên Bá;Ấp Ngoài;Hoàng Kênh;Lạng Khê;Thiên Đức;An Trụ;Nhiêu Đậu;Thanh Hà';
const communes = ['Bình Định', 'Bình Định', 'Bình Định', 'Bình Định', 'Bình Định', 'Quảng Phú', 'Lâm Thao', 'Tân Lãng', 'Phú Lương', 'Trung Kênh', 'Phú Hòa'];
const procedures = ['1.001193', '2.000815', '2.000884', '1.004873', '1.000894', '1.004837', '2.001023', '1.001653', '1.001776', '1.010833', '2.000635', '1.000656', '1.004746', '1.003005', '1.001022', '2.000913'];
const days = [0, 0, 0, 1, 1, 3, 3, 5, 5, 7, 10, 15, 20, 25, 30];

export interface SampleDesk {
  readonly device: DeviceId;
  readonly office: OfficeId;
  readonly agencyId: string;
  readonly actors: readonly StaffId[];
  readonly book: string;
}

export const sampleDesk: SampleDesk = {
  device: 'bd-7k2m9x' as DeviceId,
  office: '09529' as OfficeId,
  agencyId: '000.12.31.H05',
  actors: ['09529.lan', '09529.hung', '09529.mai'] as StaffId[],
  book: '01/2026',
};

/** `count` acceptances in working hours, one after the other, from the morning of the day. */
export function sampleAcceptances(count: number, seed = 1, desk: SampleDesk = sampleDesk): EventEnvelope[] {
  const draw = drawFrom(seed);
  const events: EventEnvelope[] = [];
  let date = '2026-03-02' as PlainDate;
  let minute = 450;
  let serial = 1;
  for (let seq = 1; seq <= count; seq++) {
    minute += 1 + Math.floor(draw() * 12);
    if (minute > 1010) {
      date = workingDay(addDays(date, 1));
      minute = 450 + Math.floor(draw() * 15);
      serial = 1;
    }
    const at = civilToInstant(date, minute) + Math.floor(draw() * 60_000);
    const id = dossierIdFromBytes(Uint8Array.from({ length: 12 }, () => Math.floor(draw() * 256)));
    const yymmdd = date.slice(2).replaceAll('-', '');
    events.push({
      device: desk.device,
      seq,
      dossier: id,
      after: [],
      type: 'DossierAccepted',
      version: 1,
      at,
      clockOffsetMs: -1873,
      actor: oneOf(draw, desk.actors),
      office: desk.office,
      data: {
        code: `${desk.agencyId}-${yymmdd}-${String(serial++).padStart(4, '0')}`,
        register: { book: desk.book, line: seq },
        intake: sampleIntake(draw, date),
        due: sampleDue(draw, date),
      },
    });
  }
  return events;
}

function sampleIntake(draw: Draw, today: PlainDate): EventEnvelope['data'] {
  const owner = samplePerson(draw);
  const fee = oneOf(draw, [0, 0, 0, 0, 8000, 5000, 15000, 50000, 2000 * (1 + Math.floor(draw() * 20))]);
  const paperCount = 1 + Math.floor(draw() * 4);
  return {
    procedure: { key: weighted(draw, procedures), version: 1 },
    owner,
    ...(draw() < 0.12 ? { submitter: { ...samplePerson(draw), authorisation: oneOf(draw, ['Giấy ủy quyền', `Giấy ủy quyền ngày ${today}`, 'Người thân']) } } : {}),
    papers: Array.from({ length: paperCount }, (_, component) => ({
      component,
      state: draw() < 0.93 ? 'RECEIVED' : 'FROM_DATABASE',
      originals: draw() < 0.7 ? 1 : 0,
      certified: 0,
      copies: draw() < 0.4 ? 1 : 0,
    })),
    sets: 1,
    channel: 'COUNTER',
    returnChannel: draw() < 0.95 ? 'DESK' : 'POST',
    feeVnd: fee,
    feePaid: fee > 0,
  };
}

function samplePerson(draw: Draw): { [key: string]: string } {
  const male = draw() < 0.48;
  const year = 1945 + Math.floor(Math.sqrt(draw()) * 61);
  const birthDate = addDays(`${year}-01-01` as PlainDate, Math.floor(draw() * 365));
  const century = (year < 2000 ? 0 : 2) + (male ? 0 : 1);
  const province = draw() < 0.86 ? '027' : oneOf(draw, ['001', '030', '024', '019', '033', '034', '038']);
  const middle = draw() < 0.93 ? `${star(draw, male ? middlesMale : middlesFemale)} ` : '';
  const extra = draw() < 0.22 ? `${star(draw, givenNames)} ` : '';
  return {
    kind: 'PERSON',
    fullName: `${star(draw, surnames)} ${middle}${extra}${star(draw, givenNames)}`,
    birthDate,
    sex: male ? 'MALE' : 'FEMALE',
    evidence: draw() < 0.9 ? 'CCCD' : 'CAN_CUOC',
    idNumber: `${province}${century}${String(year).slice(2)}${digits(draw, 6)}`,
    ...(draw() < 0.6 ? { idIssuedOn: addDays('2021-01-05' as PlainDate, Math.floor(draw() * 1500)) } : {}),
    address: `Thôn ${oneOf(draw, villages.split(';'))}, xã ${oneOf(draw, communes)}, huyện Lương Tài, tỉnh Bắc Ninh`,
    ...(draw() < 0.85 ? { phone: `0${oneOf(draw, ['98', '97', '96', '86', '32', '33', '34', '35', '36', '37', '38', '39', '91', '94', '90', '93', '70'])}${digits(draw, 7)}` } : {}),
  };
}

function sampleDue(draw: Draw, today: PlainDate): { [key: string]: number | string } {
  const amount = oneOf(draw, days);
  let date = today;
  for (let left = amount; left > 0; left--) date = workingDay(addDays(date, 1));
  return { dueAt: civilToInstant(date, 17 * 60), unit: amount === 0 ? 'SAME_DAY' : 'WORKING_DAY', amount, calendarVersion: 3 };
}

function workingDay(date: PlainDate): PlainDate {
  let day = date;
  while (weekdayOf(day) === 0 || weekdayOf(day) === 6) day = addDays(day, 1);
  return day;
}

function oneOf<T>(draw: Draw, list: readonly T[]): T {
  return list[Math.floor(draw() * list.length)] as T;
}

/** The first ones much more often, as at every desk. */
function weighted<T>(draw: Draw, list: readonly T[]): T {
  return list[Math.floor(draw() ** 2 * list.length)] as T;
}

const starLists = new Map<string, readonly string[]>();

/** `Nguyễn*38 Trần*11 Lý`: words with their weights. */
function star(draw: Draw, text: string): string {
  let list = starLists.get(text);
  if (!list) {
    list = text.split(' ').flatMap((one) => {
      const [word, weight] = one.split('*') as [string, string | undefined];
      return new Array<string>(Number(weight ?? 1)).fill(word);
    });
    starLists.set(text, list);
  }
  return oneOf(draw, list);
}

function digits(draw: Draw, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += Math.floor(draw() * 10);
  return text;
}
