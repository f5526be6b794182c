/** People and dossiers as officers look for them. */
import { describe, expect, it } from 'vitest';
import type { DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import { at, reference } from '../../../../../tests/support/builders.ts';
import { createDossierIndex } from './dossier-index.ts';
import { createQueueRules } from './queue-rules.ts';

const now = at('26/11/2026 10:00');
const office = '09529' as OfficeId;

function found(text: string, ...people: readonly Partial<DossierRow>[]): readonly (string | undefined)[] {
  return look({ text }, people);
}

function look(filter: { readonly text: string; readonly near?: boolean }, people: readonly Partial<DossierRow>[]) {
  const index = createDossierIndex({
    rules: createQueueRules(() => ({ calendar: reference.calendar, dueSoonWorkingDays: 1, remindAfterDays: 7 })),
    foldWord: foldVietnamese,
    pending: () => new Set(),
    ownOffice: () => office,
  });
  const rows = people.map((person, i) => ({
    id: `d${String(i).padStart(11, '0')}` as DossierId,
    office,
    status: 'ACCEPTED' as const,
    openedAt: now,
    contradictions: 0,
    unknownEvents: 0,
    lastAt: now,
    ...person,
  }));
  index.put(rows);
  return index.query({ ...filter, limit: 9 }, now).map(({ name }) => name);
}

describe('looking for a dossier', () => {
  const an = { name: 'Nguyễn Văn An', phone: '0987654321', idNumber: '027170001111', birthYear: 1970, code: '000.12.38.H05-261126-0001' };
  const other = {
    name: 'Trần Thị Bình',
    phone: '0912000000',
    idNumber: '027180002222',
    birthYear: 1980,
    code: '000.12.38.H05-261126-0002',
  };

  it.each([
    ['case F1', '0987 654 321'],
    ['case F1', '+84987654321'],
    ['case F1', '+84 987 654 321'],
    ['case F1', '0987.654.321'],
    ['case F2', '027 170 001 111'],
    ['case F2', '027170001111'],
    ['case F7', 'Nguyễn Văn An,'],
    ['case F7', 'an 1970'],
    ['case F7', '…261126-0001'],
    ['case F7', 'LT-0001'],
    ['case F7', '(0987654321)'],
  ])('[E110] %s: %s', (_, text) => expect(found(text, an, other)).toEqual([an.name]));

  it('[E110] case F3: a number in a name, beside what it is elsewhere', () => {
    const company = { name: 'Công ty CP Xây dựng số 27 Bắc Ninh' };
    expect(found('xay dung so 27', company, an)).toEqual([company.name]);
    expect(found('27', company, { ...other, code: '000.12.38.H05-261126-0027' })).toHaveLength(2);
  });

  it('[E110] case F4: every part of a name with an apostrophe or a hyphen, and the whole as it is written', () => {
    const people = [{ name: 'H’Hen Niê' }, { name: 'Trần Thị Ngọc-Hà' }, an];
    for (const text of ['hen nie', "H'Hen Niê", 'h’hen']) expect(found(text, ...people)).toEqual(['H’Hen Niê']);
    for (const text of ['ha', 'Ngọc-Hà', 'ngoc ha']) expect(found(text, ...people)).toEqual(['Trần Thị Ngọc-Hà']);
  });

  it('[E110] case F5: Ðỗ Văn Ðạt with the letter of another alphabet', () => {
    expect(found('do van dat', { name: 'Ðỗ Văn Ðạt' })).toEqual(['Ðỗ Văn Ðạt']);
  });

  it('[E111] case F6: past i for y and a slipped letter as a second answer, numbers never loosened', () => {
    const my = { name: 'Lý Thị Mỹ', birthYear: 1960 };
    expect(found('Lí Thị Mĩ', my, an)).toEqual([]);
    for (const text of ['Lí Thị Mĩ', 'li thi mi', 'ly thi mi 1960']) expect(look({ text, near: true }, [my, an, other])).toEqual([my.name]);
    expect(look({ text: 'nguyne van', near: true }, [my, an, other])).toEqual([an.name]);
    for (const text of ['li thi mi 1961', '0987654322', 'xyz']) expect(look({ text, near: true }, [my, an, other])).toEqual([]);
  });

  it('[E110] what only looks like it is not found', () => {
    for (const text of ['0987 654 322', 'an 1980', 'LT-0003', '027 170 001 112', 'so 28']) expect(found(text, an, other)).toEqual([]);
  });
});
