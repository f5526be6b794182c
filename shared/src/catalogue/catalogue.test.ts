import { expect, test } from 'vitest';
import type { PlainDate } from '../kernel/plain-date.ts';
import { levelOfOffice } from '../reference/office-kinds.ts';
import { createCatalogue, nationalCode } from './catalogue.ts';
import type { Procedure } from './procedure.ts';
import { createProcedureSearch } from './search.ts';

const d = (text: string) => text as PlainDate;

function procedure(changes: Partial<Procedure>): Procedure {
  return {
    key: '1.001193',
    version: 1,
    code: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    field: 'Hộ tịch',
    level: 'commune',
    timeLimit: null,
    fee: null,
    documents: [],
    resultDocument: null,
    legalBasis: [],
    interconnected: false,
    handledBy: null,
    provenance: { text: 'thử', code: 'SURE', limit: 'SURE', papers: 'SURE', fee: 'SURE' },
    validFrom: d('2015-01-01'),
    ...changes,
  };
}

const first = procedure({ validTo: d('2020-12-31'), aliases: ['T-BNI-123456-TT'] });
const second = procedure({ version: 2, validFrom: d('2021-01-01') });
const catalogue = createCatalogue([first, second, procedure({ key: 'ly-lich', code: null, name: 'Xác nhận lý lịch' })]);

test('[C1] a dossier keeps its version, a new one takes the version of its day', () => {
  expect(catalogue.find({ key: '1.001193', version: 1 })).toBe(first);
  expect(catalogue.findOn('1.001193', d('2020-12-31'))).toBe(first);
  expect(catalogue.findOn('1.001193', d('2021-01-01'))).toBe(second);
  expect(catalogue.findOn('1.001193', d('2014-12-31'))).toBeUndefined();
  expect(catalogue.find({ key: '1.001193', version: 3 })).toBeUndefined();
  expect(catalogue.versionsOf('1.001193')).toEqual([second, first]);
  expect(catalogue.inForceOn(d('2021-01-01')).map((one) => [one.key, one.version])).toEqual([
    ['1.001193', 2],
    ['ly-lich', 1],
  ]);
});

test('[C2] every written form of a code', () => {
  for (const code of ['1.001193', ' 1.001193.H05 ', '1.001193.000.00.00.H05', '1.001193.01', 't-bni-123456-tt']) {
    expect(catalogue.findByCode(code, d('2026-11-23'))).toBe(second);
  }
  expect(catalogue.findByCode('1.00119', d('2026-11-23'))).toBeUndefined();
  expect(nationalCode('T-BNI-123456-TT')).toBeUndefined();
  expect([levelOfOffice({ kind: 'COMMUNE' }), levelOfOffice({ kind: 'CENTRE' })]).toEqual(['commune', 'district']);
});

test('[C3] i and y fall together only when nothing else is found; old codes are found', () => {
  const search = createProcedureSearch([first, procedure({ key: 'ly-lich', code: null, name: 'Xác nhận lý lịch' })]);
  expect(search('li lich').map((one) => one.key)).toEqual(['ly-lich']);
  expect(search('T-BNI-123456-TT').map((one) => one.key)).toEqual(['1.001193']);
  expect(search('khong co')).toEqual([]);
});
