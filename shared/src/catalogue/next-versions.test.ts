import { expect, test } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { nextProcedures } from './next-versions.ts';
import type { Procedure } from './procedure.ts';

const today = '2026-11-26' as PlainDate;
const one = { key: 'a', version: 1, name: 'Chứng thực', validFrom: '2020-01-01' } as unknown as Procedure;

test('[C4] a changed procedure is a new version from today beside the old one, which ends the day before', () => {
  expect(nextProcedures([one], [{ ...one, name: 'Chứng thực bản sao' }], today)).toEqual([
    { ...one, validTo: '2026-11-25' },
    { ...one, name: 'Chứng thực bản sao', version: 2, validFrom: today },
  ]);
});

test('[C4] what stayed the same stays, what is new comes, what is gone ends', () => {
  const gone = { ...one, key: 'b' };
  const added = { ...one, key: 'c' };
  expect(nextProcedures([one, gone], [one, added], today)).toEqual([one, { ...gone, validTo: '2026-11-25' }, added]);
});
