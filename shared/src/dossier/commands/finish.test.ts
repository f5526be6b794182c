import { describe, test } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { at, given, offices } from '../../../../tests/support/given.ts';

describe('finish', () => {
  const input = { result: { outcome: 'GRANTED' as const, number: '45/2026' } };
  test('[D49] the result is at the desk: processing ends now', () => {
    given('IN_PROCESS')
      .when('finish', input)
      .gives(['DossierFinished', input])
      .leaves({ status: 'RESULT_READY', finishedAt: at('23/11/2026 10:00'), result: input.result });
  });
  test('[D49] what came down from the district keeps its number', () => {
    given('IN_TRANSIT_DOWN')
      .when('finish', { result: { outcome: 'GRANTED' } })
      .succeeds()
      .leaves({ status: 'RESULT_READY', result: { outcome: 'GRANTED', number: '12/QĐ', date: '2026-11-25' as never } });
  });
  test('[D49] not before it was forwarded, not twice', () => {
    given('ACCEPTED').when('finish', input).refusesWith('dossier/status');
    given('RESULT_READY').when('finish', input).refusesWith('dossier/status');
  });
  test('[D88] not refused without a reason: there is no such result', () => {
    given('IN_PROCESS')
      .when('finish', { result: { outcome: 'REFUSED', class: 'OTHER' } as never })
      .refuses({ code: 'input/invalid', fields: [{ path: 'result.reason', problem: 'required' }] });
    const refused = { outcome: 'REFUSED', reason: 'không đủ điều kiện', class: 'NOT_ELIGIBLE' } as const;
    given('IN_TRANSIT_DOWN').when('finish', { result: refused }).succeeds().leaves({ result: refused });
  });
  test('[D190] not on a paper dated after today', () => {
    const dated = (date: string) => ({ result: { outcome: 'GRANTED' as const, date: date as PlainDate } });
    given('IN_PROCESS').when('finish', dated('2026-11-23')).succeeds();
    given('IN_PROCESS')
      .when('finish', dated('2026-11-24'))
      .refuses({ code: 'input/invalid', fields: [{ path: 'date', problem: 'future' }] });
  });
  test('[D89] who signed it, what kind of document it is, and why it is late', () => {
    const signer = { kind: 'NAMED', name: 'Trần Văn Chủ', title: 'Phó Chủ tịch' } as const;
    const late = { class: 'VERIFICATION', reason: 'nơi khác trả lời chậm' } as const;
    given('IN_PROCESS')
      .when('finish', { result: { outcome: 'GRANTED', documentType: 'Giấy khai sinh', signer }, late })
      .succeeds()
      .leaves({
        result: { outcome: 'GRANTED', documentType: 'Giấy khai sinh', signer: { name: signer.name, title: signer.title } },
        lateReason: late,
      });
  });
  test('[D61] only by the office that opened it', () => {
    given('IN_TRANSIT_DOWN').when('finish', input, { office: offices.centre }).refuses({ code: 'access/office' });
    given('IN_PROCESS').when('finish', input, { office: offices.otherCommune }).refuses({ code: 'access/office' });
  });
});
