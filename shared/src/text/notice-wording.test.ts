import { expect, test } from 'vitest';
import { fillNotice, firstNoticeTexts, isNoticeTemplate } from './notice-wording.ts';

test('[D257] a notice says code, office and day and has no place for anything else', () => {
  const facts = { ma: '000.01.38.H05-261123-0001', noi: 'UBND xã Bình Định', ngay: '25/11/2026' };
  for (const template of Object.values(firstNoticeTexts)) {
    const text = fillNotice(template, facts);
    for (const fact of Object.values(facts)) expect(text).toContain(fact);
    expect([isNoticeTemplate(template), /[{}]/.test(text)]).toEqual([true, false]);
  }
  for (const wrong of ['{ten}: mời đến nhận', 'hồ sơ {thu tuc}', '{ma', '{{ma}}']) expect(isNoticeTemplate(wrong)).toBe(false);
});
