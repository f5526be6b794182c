/** Which forms can be made of a dossier, and by which set; rules in tests/rules/print.md. */
import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { at, chain, day, reference } from '../../../../tests/support/builders.ts';
import type { DossierView, TimelineEntry } from '../../contract/dossiers.ts';
import { print } from '../../texts/vi/print.ts';
import { ReprintMark } from '../parts/sheet.tsx';
import { defineDossierForm, formSetOf, formSetOn } from './form.ts';
import { printsOf } from '../times-printed.ts';
import { formIds, forms } from './index.ts';

function viewOf(events: readonly EventEnvelope[], sync: TimelineEntry['sync'] = 'SENT'): DossierView {
  return { state: must(foldDossier(events), 'a dossier'), timeline: events.map((event) => ({ event, sync })) };
}

const made = (view: DossierView) =>
  formIds.filter((id) => {
    const form = forms[id];
    return form.of === 'DOSSIER' && form.sheets(view, reference) !== undefined;
  });

describe('forms', () => {
  it('[P40] the set of forms follows the day the dossier was received, or opened where it is not received yet', () => {
    expect(formSetOn(day('14/09/2025'))).toBe('2018');
    expect(formSetOn(day('15/09/2025'))).toBe('2025');
    expect(formSetOf({ openedAt: at('14/09/2025 16:00') })).toBe('2018');
    expect(formSetOf({ openedAt: at('14/09/2025 16:00'), acceptedAt: at('15/09/2025 08:00') })).toBe('2025');
  });

  it('[P40] a form that the set of the dossier does not have is not made', () => {
    const stopNotice = defineDossierForm({
      id: 'RECEIPT',
      title: 'Thông báo dừng giải quyết hồ sơ',
      numbers: { 2025: '05' },
      none: '',
      copies: ['KEEP'],
      data: () => ({}),
      issue: () => ({ at: undefined }),
      sheet: () => null,
    });
    expect(stopNotice.sheets(viewOf(chain(['DossierAccepted'])), reference)).toHaveLength(1);
    expect(stopNotice.sheets(viewOf(chain(['DossierAccepted'], { seq: 1, at: at('05/03/2018') })), reference)).toBeUndefined();
  });

  it('[P48] a paper whose time an officer stated says who stated it: receipt, receipt issued again, supplement slip', () => {
    const events = chain(['DossierAccepted', 'DossierForwarded', 'SupplementRequested', 'PromiseChanged']);
    const name = must(
      reference.staff.find((one) => one.id === events[0]?.actor),
      'the officer',
    ).fullName;
    const said = `Ngày, giờ trên giấy này do ${name} khai (đồng hồ của máy không đúng).`;
    const printed = (id: 'RECEIPT' | 'RECEIPT_REISSUED' | 'SUPPLEMENT', statedType: string | undefined) => {
      const view = viewOf(events.map((one) => (one.type === statedType ? { ...one, stated: true as const } : one)));
      const form = forms[id];
      return form.of === 'DOSSIER' ? must(form.sheets(view, reference), id).map((sheet) => renderToStaticMarkup(sheet)) : [];
    };
    for (const [id, type] of [
      ['RECEIPT', 'DossierAccepted'],
      ['RECEIPT_REISSUED', 'DossierAccepted'],
      ['RECEIPT_REISSUED', 'PromiseChanged'],
      ['SUPPLEMENT', 'SupplementRequested'],
    ] as const) {
      expect(
        printed(id, type).map((sheet) => sheet.includes(said)),
        `${id} ${type}`,
      ).toEqual([true, true]);
      expect(printed(id, 'DossierForwarded').join(''), id).not.toContain('khai (đồng hồ');
    }
  });

  it('[P83] printed again it names who stated the time as it named him then, whatever the roster says since', () => {
    const sheetOf = (id: 'RECEIPT' | 'RECEIPT_REISSUED' | 'SUPPLEMENT', view: DossierView) => {
      const form = forms[id];
      const today = { ...reference, staff: reference.staff.map((one) => ({ ...one, fullName: 'Tên Mới Đổi' })) };
      return form.of === 'DOSSIER' ? renderToStaticMarkup(must(form.sheets(view, today), id)[0]) : '';
    };
    const events = chain(['DossierAccepted', 'DossierForwarded', 'SupplementRequested', 'PromiseChanged']);
    const stated = (type: string) => events.map((one) => (one.type === type ? { ...one, stated: true as const } : one));
    expect(sheetOf('RECEIPT', viewOf(stated('DossierAccepted')))).not.toContain('Tên Mới Đổi');
    expect(sheetOf('RECEIPT_REISSUED', viewOf(stated('DossierAccepted')))).not.toContain('Tên Mới Đổi');
    expect(sheetOf('SUPPLEMENT', viewOf(stated('SupplementRequested')))).not.toContain('Tên Mới Đổi');
    // A promise moved by an officer whose name no event holds: the first print keeps it.
    const moved = stated('PromiseChanged');
    expect(sheetOf('RECEIPT_REISSUED', viewOf(moved)), 'not printed yet').toContain('do Tên Mới Đổi khai');
    const newest = must(moved.at(-1), 'an event');
    const data = { form: 'RECEIPT_REISSUED', copies: 2, again: false, statedBy: 'Tên Ngày Ấy' };
    const print = { ...newest, type: 'FormPrinted', version: 1, at: newest.at + 60_000, seq: newest.seq + 1, data, stated: undefined };
    expect(sheetOf('RECEIPT_REISSUED', viewOf([...moved, print as EventEnvelope]))).toContain('do Tên Ngày Ấy khai');
  });

  it('[P84] a receipt with yet another date, and a second slip, are new papers: what was printed before them is no first print of theirs', () => {
    const events = chain(['DossierAccepted', 'SupplementRequested']);
    const view = viewOf(events);
    const slip = forms.SUPPLEMENT.of === 'DOSSIER' ? forms.SUPPLEMENT.issue(view, reference) : undefined;
    expect(slip?.at).toBe(events[1]?.at);
    const printedAt = (when: number) => [
      {
        event: { ...must(events[1], 'the slip'), type: 'FormPrinted', at: when, data: { form: 'SUPPLEMENT', copies: 2, again: false } },
        sync: 'SENT',
      },
    ];
    const since = slip?.at ?? 0;
    expect(printsOf(printedAt(since - 1) as TimelineEntry[], 'SUPPLEMENT', since)).toHaveLength(0);
    expect(printsOf(printedAt(since + 1) as TimelineEntry[], 'SUPPLEMENT', since)).toHaveLength(1);
    expect(printsOf(printedAt(since + 1) as TimelineEntry[], 'RECEIPT', since)).toHaveLength(0);
  });

  it('[P85] a form alone on A5 is as wide as its half of an A4: what fits one fits the other', () => {
    const css = readFileSync(new URL('../print.css', import.meta.url), 'utf8');
    const [, size, right, left] = must(
      /@page form-a5 \{\s*size: (\d+)mm 210mm;[^}]*margin: 9mm (\d+)mm 8mm ([\d.]+)mm;/.exec(css),
      'the page',
    );
    const [, half] = must(/grid-template-columns: ([\d.]+)mm \1mm;/.exec(css), 'the two halves');
    const [, inner, outer] = must(/\.print-half \{\s*padding: 0 (\d+)mm 0 (\d+)mm;/.exec(css), 'their padding');
    expect(Number(size) - Number(right) - Number(left)).toBe(Number(half) - Number(inner) - Number(outer));
  });

  it('[P49] a sheet says at its foot after which set it is printed, and that the set of 2025 still has the layout of 2018', () => {
    const foot = (received: string) => {
      const form = forms.RECEIPT;
      const view = viewOf(chain(['DossierAccepted'], { seq: 1, at: at(received) }));
      return form.of === 'DOSSIER' ? renderToStaticMarkup(must(form.sheets(view, reference), 'sheets')[0]) : '';
    };
    expect(foot('14/03/2025 09:00')).toMatch(/· Mẫu 01, TT 01\/2018\/TT-VPCP</);
    expect(foot('23/11/2026 09:00')).toMatch(/· Mẫu 01, TT 03\/2025\/TT-VPCP \(bố cục TT 01\/2018\)</);
  });

  it('[P61] the foot of a receipt printed again fits the line of an A5 sheet', () => {
    const view = viewOf(chain(['DossierAccepted']));
    const value = print.reprint(12, '26/11/2026');
    const sheets = forms.RECEIPT.of === 'DOSSIER' ? must(forms.RECEIPT.sheets(view, reference), 'sheets') : [];
    const feet = sheets.map(
      (sheet) => /"print-footer">([^<]+)</.exec(renderToStaticMarkup(createElement(ReprintMark, { value }, sheet)))?.[1],
    );
    expect(feet).toHaveLength(2);
    // So many characters of its size the line of 129 mm holds, measured on paper.
    for (const foot of feet) expect(must(foot, 'a foot').length).toBeLessThanOrEqual(114);
  });

  it('[P41] a receipt is made of what was received and is not voided, a slip where one was given and not refused', () => {
    expect(made(viewOf(chain(['DossierDrafted'])))).toEqual([]);
    expect(made(viewOf(chain(['DossierAccepted'])))).toEqual(['RECEIPT', 'CONTROL_SLIP']);
    expect(made(viewOf(chain(['DossierAccepted', 'DossierVoided'])))).toEqual([]);
    expect(made(viewOf(chain(['DossierDrafted', 'CitizenGuided'])))).toEqual(['SUPPLEMENT']);
    expect(made(viewOf(chain(['DossierDrafted', 'CitizenGuided']), 'REFUSED'))).toEqual([]);
    expect(made(viewOf(chain(['DossierAccepted', 'SupplementRequested'])))).toEqual(['RECEIPT', 'SUPPLEMENT', 'CONTROL_SLIP']);
  });
});
