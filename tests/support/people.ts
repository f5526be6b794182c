/**
 * Seeded people of Lương Tài and what they bring to the desk: names by rough frequency, birth dates, personal numbers consistent with
 * province, sex and birth year, hamlets, phones, and procedures by how usual they are. Nobody of it is real. The caller's `draw` (0 ≤ n < 1) is the
 * only source of chance, so a seed gives the same people on every machine.
 */
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { PaperTick } from '@onestop/shared/dossier/papers.ts';
import type { Intake, Party } from '@onestop/shared/dossier/state.ts';
import { feeItemsOf } from '@onestop/shared/judgement/money.ts';
import { type PlainDate, addDays, plainDateParts } from '@onestop/shared/kernel/plain-date.ts';
import names from './names.json' with { type: 'json' };

export type Draw = () => number;

export interface PersonOptions {
  /** Statistics code of the commune; default xã Bình Định. */
  readonly commune?: string | undefined;
  readonly sex?: 'MALE' | 'FEMALE' | undefined;
  /** Ages are counted back from here. */
  readonly today?: PlainDate | undefined;
}

/** What `Party` leaves open and a citizen always has. */
export interface RandomPerson extends Party {
  readonly kind: 'PERSON';
  readonly birthDate: PlainDate;
  readonly sex: 'MALE' | 'FEMALE';
  readonly idNumber: string;
  readonly address: string;
}

export const communeNameByCode: Readonly<Record<string, string>> = {
  '09496': 'thị trấn Thứa',
  '09499': 'xã An Thịnh',
  '09502': 'xã Trung Kênh',
  '09505': 'xã Phú Hòa',
  '09508': 'xã Mỹ Hương',
  '09511': 'xã Tân Lãng',
  '09514': 'xã Quảng Phú',
  '09517': 'xã Trừng Xá',
  '09520': 'xã Lai Hạ',
  '09523': 'xã Trung Chính',
  '09526': 'xã Minh Tân',
  '09529': 'xã Bình Định',
  '09532': 'xã Phú Lương',
  '09535': 'xã Lâm Thao',
};

const defaultToday = '2026-11-23' as PlainDate;

export function randomPerson(draw: Draw, { commune = '09529', sex: wanted, today = defaultToday }: PersonOptions = {}): RandomPerson {
  const sex = wanted ?? (draw() < 0.5 ? 'MALE' : 'FEMALE');
  const birthDate = randomBirthDate(draw, today);
  const personalNumber = randomPersonalNumber(draw, birthDate, sex);
  const oldCard = plainDateParts(birthDate).year < 1975 && draw() < 0.15;
  return {
    kind: 'PERSON',
    fullName: randomName(draw, sex),
    birthDate,
    sex,
    evidence: oldCard ? 'CMND' : draw() < 0.85 ? 'CCCD' : 'CAN_CUOC',
    idNumber: oldCard ? `125${digits(draw, 6)}` : personalNumber,
    address: randomAddress(draw, commune),
    ...(draw() < 0.9 ? { phone: randomPhone(draw) } : {}),
  };
}

function randomName(draw: Draw, sex: 'MALE' | 'FEMALE'): string {
  const key = sex === 'MALE' ? 'male' : 'female';
  const usual = sex === 'MALE' ? 'Văn' : 'Thị';
  const middle = draw() < 0.45 ? usual : pick(draw, names.middleNames[key]);
  return [weighted(draw, pairs(names.familyNames)), middle, pick(draw, names.givenNames[key])].join(' ');
}

/** 12 digits: Bắc Ninh mostly, century and sex, year of birth, six more. */
function randomPersonalNumber(draw: Draw, birthDate: PlainDate, sex: 'MALE' | 'FEMALE'): string {
  const { year } = plainDateParts(birthDate);
  const province = draw() < 0.88 ? '027' : pick(draw, ['001', '030', '033', '024', '034', '038']);
  const century = (Math.floor(year / 100) - 19) * 2 + (sex === 'FEMALE' ? 1 : 0);
  return `${province}${century}${String(year % 100).padStart(2, '0')}${digits(draw, 6)}`;
}

function randomAddress(draw: Draw, commune: string): string {
  const hamlets = (names.hamlets as Readonly<Record<string, readonly string[]>>)[commune];
  const place = communeNameByCode[commune];
  if (hamlets === undefined || place === undefined) throw new Error(`No hamlets of commune ${commune}`);
  return `Thôn ${pick(draw, hamlets)}, ${place}, huyện Lương Tài, tỉnh Bắc Ninh`;
}

function randomPhone(draw: Draw): string {
  const prefixes = weighted(
    draw,
    names.mobilePrefixes.map(([list, share]) => [list as readonly string[], share as number] as const),
  );
  return `${pick(draw, prefixes)}${digits(draw, 7)}`;
}

/** The text in the QR of the person's card. */
export function citizenQrText(person: RandomPerson, issuedOn = '2021-04-15' as PlainDate): string {
  const compact = (date: PlainDate) => date.split('-').toReversed().join('');
  return [
    person.idNumber,
    '',
    person.fullName,
    compact(person.birthDate),
    person.sex === 'MALE' ? 'Nam' : 'Nữ',
    person.address,
    compact(issuedOn),
  ].join('|');
}

function randomProcedure(draw: Draw, procedures: readonly Procedure[]): Procedure {
  return weighted(
    draw,
    procedures.map((procedure) => [procedure, weightByCode.get(procedure.code ?? '') ?? 0.2] as const),
  );
}

export function randomIntake(draw: Draw, procedures: readonly Procedure[], options: PersonOptions = {}): Intake {
  const procedure = randomProcedure(draw, procedures);
  const owner = randomPerson(draw, options);
  const proxy = draw() < 0.12 ? { ...randomPerson(draw, options), authorisation: 'Giấy ủy quyền' } : undefined;
  const fees = feeItemsOf(procedure.fee);
  const amountVnd = fees?.[0]?.amountVnd;
  const byPost = draw() < 0.06;
  return {
    procedure: { key: procedure.key, version: procedure.version },
    owner,
    ...(proxy === undefined ? {} : { submitter: proxy }),
    papers: randomPapers(draw, procedure),
    sets: draw() < 0.93 ? 1 : 2,
    ...(draw() < 0.15
      ? { summary: pick(draw, ['Làm hồ sơ xin việc', 'Bổ sung hồ sơ học sinh', 'Làm thủ tục vay vốn', 'Theo đơn đề nghị']) }
      : {}),
    channel: 'COUNTER',
    returnChannel: byPost ? 'POST' : 'DESK',
    ...(byPost ? { returnAddress: owner.address } : {}),
    ...(fees === undefined ? {} : { fees }),
    ...(amountVnd !== undefined && draw() < 0.85 ? { payment: { method: draw() < 0.7 ? 'CASH' : 'TRANSFER', amountVnd } } : {}),
  };
}

function randomPapers(draw: Draw, { documents }: Procedure): PaperTick[] {
  if (documents.length === 0) return [{ id: 1, name: 'Đơn đề nghị', state: 'RECEIVED', originals: 1, certified: 0, copies: 0 }];
  return documents.map((paper, component) => {
    const id = component + 1;
    if (!paper.required && draw() < 0.75) return { id, component, state: 'NOT_NEEDED', originals: 0, certified: 0, copies: 0 };
    if (paper.shown && paper.copies === 0) return { id, component, state: 'PRESENTED', originals: 0, certified: 0, copies: 0 };
    const certified = paper.copies > 0 && draw() < 0.5 ? paper.copies : 0;
    const tick = {
      id,
      component,
      state: 'RECEIVED' as const,
      originals: paper.shown ? 0 : paper.original,
      certified,
      copies: paper.copies - certified,
    };
    return tick.originals + tick.certified + tick.copies > 0 ? tick : { ...tick, copies: 1 };
  });
}

function randomBirthDate(draw: Draw, today: PlainDate): PlainDate {
  // Young and middle-aged people come most often; nobody under 18 comes alone.
  const age = 18 + Math.floor(70 * draw() ** 1.5);
  return addDays(today, -Math.floor(age * 365.25 + draw() * 365));
}

const weightByCode = new Map(pairs(names.procedureWeights));

function pairs(list: readonly (readonly (string | number)[])[]): (readonly [string, number])[] {
  return list.map(([name, weight]) => [String(name), Number(weight)] as const);
}

function pick<T>(draw: Draw, items: readonly T[]): T {
  const item = items[Math.floor(draw() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

function weighted<T>(draw: Draw, items: readonly (readonly [T, number])[]): T {
  let left = draw() * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return pick(draw, items)[0];
}

function digits(draw: Draw, count: number): string {
  let out = '';
  for (let i = 0; i < count; i++) out += Math.floor(draw() * 10);
  return out;
}
