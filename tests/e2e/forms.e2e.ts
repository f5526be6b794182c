/** Every printed form on paper: rendered by Chromium, read back, and compared with its field list; rules in tests/rules/print.md. */
import type { ReactNode } from 'react';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import { forms } from '../../client/src/print/forms/index.ts';
import fields from '../golden/forms/fields.json' with { type: 'json' };
import { reference } from '../support/builders.ts';
import { chromiumArgs, mustChromium } from '../support/chromium.ts';
import { sampleView } from '../support/form-samples.ts';
import { copiesOf, pdfOf } from './paper.ts';
import { pdfPages, pdfText } from './pdf.ts';

const listed = Object.keys(fields) as readonly (keyof typeof fields)[];
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: mustChromium(), args: [...chromiumArgs] });
});
afterAll(() => browser.close());

function sheetsOf(form: (typeof listed)[number], set: '2018' | '2025', data: 'SHORT' | 'LONG') {
  const definition = forms[form];
  if (definition.of !== 'DOSSIER') throw new Error(`${form} is made of no dossier`);
  return must(definition.sheets(sampleView(form, set, data), reference), form);
}

/** Letters only: where a word changes its font, the text of a PDF has a space. */
const squeezed = (text: string) => text.replace(/\s/g, '');

async function readBack(paper: readonly ReactNode[]) {
  const { text, pages } = await pdfText(await pdfOf(browser, paper));
  return { text: squeezed(text), pages };
}

/** Captions that are not there, or not after those before them. */
function missingOf(text: string, captions: readonly string[]): readonly string[] {
  let from = 0;
  return captions.filter((caption) => {
    const found = text.indexOf(squeezed(caption), from);
    if (found >= 0) from = found;
    return found < 0;
  });
}

describe('forms on paper', () => {
  it.each(listed)('[P95] %s has the fields of its list in their order, under the title and number of either set', async (form) => {
    const { titles, numbers, fields: captions } = fields[form];
    for (const set of ['2018', '2025'] as const) {
      const { text, pages } = await readBack([copiesOf(sheetsOf(form, set, 'SHORT').slice(0, 1), 'A5')]);
      expect(missingOf(text, captions), `${form} ${set}`).toEqual([]);
      expect(text).toContain(squeezed(titles[set]));
      expect(text).toContain(squeezed(numbers[set]));
      expect(pages, `${form} ${set}`).toBe(1);
    }
  });

  it.each(listed)('[P96] %s with the longest data loses nothing on any paper', async (form) => {
    const [sheet] = sheetsOf(form, '2025', 'LONG');
    const layouts = ['A5', 'A4', 'TWO_ON_A4'] as const;
    const { text } = await readBack(layouts.map((layout) => copiesOf([sheet], layout)));
    expect(
      missingOf(
        text,
        layouts.flatMap(() => fields[form].fields),
      ),
    ).toEqual([]);
  });

  it('[P105] on a roll the receipt is 80 mm wide; many dossiers have a page break at each', async () => {
    const [receipt, slip] = [forms.RECEIPT, forms.CONTROL_SLIP];
    if (receipt.of !== 'DOSSIER' || slip.of !== 'DOSSIER') throw new Error('made of dossiers');
    const view = sampleView('RECEIPT');
    const roll = await pdfOf(browser, [copiesOf(must(receipt.sheets(view, reference, 'ROLL'), 'a piece'), 'ROLL')]);
    expect((await pdfPages(roll)).map(([width]) => width)).toEqual([80]);
    const { text } = await pdfText(roll);
    expect(
      missingOf(squeezed(text), ['GIẤY TIẾP NHẬN', '000.01.38.H05-261123-0001', 'Hồ sơ của:', 'Thủ tục:', 'Nhận lúc:', 'Hẹn trả:']),
    ).toEqual([]);
    const many = [receipt, receipt, slip, slip].flatMap((form) => must(form.sheets(view, reference), 'sheets'));
    const sizes = async (layout: 'TWO_ON_A4' | 'A5') => pdfPages(await pdfOf(browser, [copiesOf(many, layout)]));
    // Two receipts of two copies each, and one copy of each control slip: three sheets of A4, or six of A5.
    expect(await sizes('TWO_ON_A4')).toEqual(Array.from({ length: 3 }, () => [297, 210]));
    expect(await sizes('A5')).toEqual(Array.from({ length: 6 }, () => [148, 210]));
  });
});
