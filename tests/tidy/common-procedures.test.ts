/** The thirty commonest procedures of a commune desk are complete, and what could not be found out is named: whoever finds it takes it off the list. */
import { expect, test } from 'vitest';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { demoReference } from '../../sync-server/src/demo/reference.ts';

const { procedures } = demoReference();

const certified = ['2.000815', '2.000884', '2.001035', '2.001019', '2.000908'];
const civilStatus = [
  '1.001193',
  '1.000656',
  '1.000894',
  '1.001022',
  '1.004837',
  '1.004859',
  '1.004873',
  '1.004884',
  '1.004772',
  '2.000635',
  '2.002516',
];
const residence = ['1.004222', '1.004194', '1.010041', '1.003197'];
const social = ['1.001776', '1.001731', '1.001699', '1.001653', '1.011607', '1.010833', '1.010803', '2.002307'];
const other = ['2.000986', '1.012812'];
const common = [...certified, ...civilStatus, ...residence, ...social, ...other];

/** Known gaps: set by the province (fees of civil status), or in no source that could be read. */
const gaps: Readonly<Record<string, readonly string[]>> = {
  '1.001193 đăng ký khai sinh': ['forms'],
  '1.000656 đăng ký khai tử': ['forms'],
  '1.000894 đăng ký kết hôn': ['forms'],
  '1.001022 đăng ký nhận cha, mẹ, con': ['fee', 'forms'],
  '1.004837 đăng ký giám hộ': ['forms'],
  '1.004859 đăng ký thay đổi, cải chính, bổ sung thô': ['fee', 'forms'],
  '1.004873 cấp Giấy xác nhận tình trạng hôn nhân': ['fee', 'forms'],
  '1.004884 đăng ký lại khai sinh': ['fee', 'forms'],
  '1.004772 đăng ký khai sinh cho người đã có hồ sơ,': ['fee', 'forms'],
  '2.000635 Cấp bản sao Trích lục hộ tịch, bản sao G': ['forms'],
  '2.002516 xác nhận thông tin hộ tịch': ['forms'],
  '1.010833 Cấp giấy xác nhận thân nhân của người có': ['forms'],
  '1.010803 Giải quyết chế độ trợ cấp thờ cúng liệt ': ['limit'],
  '2.002307 Giải quyết chế độ mai táng phí đối với c': ['limit', 'forms'],
  '2.000986 Liên thông thủ tục hành chính về đăng ký': ['forms'],
  '1.012812 Hòa giải tranh chấp đất đai': ['forms'],
};

function missingOf(procedure: Procedure): readonly string[] {
  const { timeLimit, fee, documents, provenance, resultDocument } = procedure;
  return [
    timeLimit === null ? 'limit' : '',
    documents.some((paper) => paper.required) ? '' : 'papers',
    documents.every((paper) => paper.required || paper.when !== undefined) ? '' : 'cases',
    fee?.items ? '' : 'fee',
    provenance.forms === 'UNKNOWN' ? 'forms' : '',
    resultDocument === null ? 'result' : '',
  ].filter((part) => part !== '');
}

test('[K70] thirty common procedures have limit, papers with their cases, fee items, numbered forms and a result, but for the gaps named here', () => {
  expect(new Set(common).size).toBe(30);
  const found = Object.fromEntries(
    common.flatMap((key) => {
      const procedure = procedures.find((one) => one.key === key && one.level === 'commune');
      const missing = procedure === undefined ? ['procedure'] : missingOf(procedure);
      return missing.length === 0 ? [] : [[`${key} ${procedure?.name.replace('Thủ tục ', '').slice(0, 40) ?? ''}`, missing]];
    }),
  );
  expect(found).toEqual(gaps);
});
