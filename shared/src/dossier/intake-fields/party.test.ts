import { describe, expect, test } from 'vitest';
import { randomPerson } from '../../../../tests/support/people.ts';
import { drawFrom } from '../../../../tests/support/sample-dossiers.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Party } from '../state.ts';
import { emptyParty, readParty, sayParty } from './party.ts';

const today = '2026-11-23' as PlainDate;

describe('fields of a party', () => {
  test('[D151] what is stored, said and typed again is stored the same', () => {
    const draw = drawFrom(5);
    const organisation: Party = {
      kind: 'ORGANISATION',
      fullName: 'Chùa Bình Định',
      evidence: 'NONE',
      decisionNumber: '12/QĐ',
      phone: '0912345678',
    };
    const parties: readonly Party[] = [
      ...Array.from({ length: 200 }, () => randomPerson(draw)),
      organisation,
      {
        ...organisation,
        taxCode: '0100233488',
        representative: { fullName: 'Nguyễn Văn Tâm', evidence: 'CCCD', idNumber: '027060000001' },
      },
      { kind: 'PERSON', fullName: 'Nguyễn Thị An', evidence: 'NONE', birthDate: '1990', oldIdNumber: '125123456' },
    ];
    for (const party of parties) expect(readParty(sayParty(party), today)).toEqual(party);
  });

  test('[D151] text is composed and single-spaced, a number without its paper proves nothing', () => {
    const typed = { ...emptyParty, fullName: ' Nguyễn  Văn An '.normalize('NFD'), birth: '5/2/1990', phone: '0912 345 678' };
    expect(readParty(typed, today)).toEqual({
      kind: 'PERSON',
      fullName: 'Nguyễn Văn An',
      birthDate: '1990-02-05',
      evidence: 'NONE',
      phone: '0912345678',
    });
  });
});
