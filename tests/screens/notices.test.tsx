/** What citizens are told, from the page "Tin báo"; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { at, chain, day, reference, sampleData, type Step } from '../support/builders.ts';
import { stories } from '../support/given.ts';
import { asDossier, deskOf, dossierOf, heading, officers, region, type ScreenDesk } from './desk.tsx';

const code = '000.01.38.H05-261123-0001';
const { phone: _, ...nameless } = sampleData.DossierAccepted.intake.owner;
const withoutPhone: Step = [
  'DossierAccepted',
  { ...sampleData.DossierAccepted, intake: { ...sampleData.DossierAccepted.intake, owner: nameless } } as never,
];

async function page(steps: readonly Step[], now = '25/11/2026 09:00', who = officers.clerk, district = reference): Promise<ScreenDesk> {
  const desk = await deskOf(who, { now: at(now), reference: district });
  await desk.receive(asDossier(chain([...steps]), 'ho-so'));
  await desk.show('/tin-bao');
  await heading('Tin báo');
  return desk;
}

const last = async (desk: ScreenDesk) => (await desk.services.dossiers.open(dossierOf('ho-so')))?.timeline.at(-1)?.event;
const press = async (name: RegExp) => act(async () => void fireEvent.click(await screen.findByRole('button', { name })));

describe('Tin báo', () => {
  it('[V458] a result is proposed in the district’s words with the number to call; not there keeps the line and counts, told ends it', async () => {
    const own = { ...reference, settings: { ...reference.settings, noticeResultReady: 'Kết quả {ma} chờ ông/bà tại {noi}.' } };
    const desk = await page(stories.RESULT_READY, '25/11/2026 09:00', officers.clerk, own);
    const owed = await region('Cần báo');
    expect(owed.textContent).toContain(`Kết quả ${code} chờ ông/bà tại UBND xã Bình Định.`);
    expect(within(owed).getByRole('link', { name: '0900000001' }).getAttribute('href')).toBe('tel:0900000001');
    await press(/^Không gặp/);
    await waitFor(() => expect(owed.textContent).toContain('đã gọi 1 lần chưa gặp'));
    expect(await last(desk)).toMatchObject({ type: 'CitizenTold', data: { cause: 'RESULT_READY', outcome: 'NOT_REACHED' } });
    await press(/^Đã gọi, đã báo/);
    await screen.findByText(/^Không có việc nào cần báo/);
    expect(await last(desk)).toMatchObject({ type: 'CitizenTold', data: { channel: 'CALL', outcome: 'REACHED' } });
  });

  it.each([
    ['SUPPLEMENT', stories.SUPPLEMENT_REQUESTED, 'cần bổ sung giấy tờ theo phiếu ngày 23/11/2026'],
    ['APOLOGY', ['DossierAccepted', 'DossierForwarded', 'ApologyMade'], 'Ngày hẹn mới là 02/12/2026'],
  ] as const)(
    '[V458] %s is proposed too, and the text is kept as it was sent; nothing of the matter or a person is in it',
    async (cause, steps, words) => {
      const desk = await page(steps);
      const text = (await screen.findByText(new RegExp(words))).textContent ?? '';
      expect(text).toContain(code);
      for (const word of ['Mẫu', '1.000001', 'thiếu bản sao', 'chờ xác minh']) expect(text).not.toContain(word);
      await press(/^Đã nhắn Zalo/);
      await screen.findByText(/^Không có việc nào cần báo/);
      expect(await last(desk)).toMatchObject({ data: { cause, channel: 'ZALO', outcome: 'SENT', text } });
    },
  );

  it('[V459] without a number no call is offered, but the way to add one', async () => {
    await page([withoutPhone, 'DossierForwarded', 'DossierFinished']);
    const owed = await region('Cần báo');
    expect(owed.textContent).toContain('Chưa có số điện thoại');
    expect(within(owed).queryAllByRole('button')).toEqual([]);
    expect(within(owed).getByRole('link', { name: 'Mở hồ sơ để thêm số' }).getAttribute('href')).toBe(`/ho-so/${dossierOf('ho-so')}`);
  });

  it('[V460] a result told and not collected comes up again after the district’s days, once a day', async () => {
    const told: Step = ['CitizenTold', { cause: 'RESULT_READY', of: day('23/11/2026'), channel: 'CALL', outcome: 'REACHED' }];
    const desk = await page([...stories.RESULT_READY, told], '01/12/2026 09:00');
    expect((await region('Cần báo')).textContent).toContain('Không có việc nào cần báo');
    expect((await region('Chưa đến nhận, nhắc lại')).textContent).toContain('chưa có người đến nhận');
    await press(/^Đã nhắn SMS/);
    await screen.findByText(/^Không có kết quả nào báo quá 7 ngày/);
    expect(await last(desk)).toMatchObject({ data: { cause: 'UNCOLLECTED', channel: 'SMS', outcome: 'SENT' } });
  });

  it('[V461] who may not tell citizens sees no line; the second of two tellings is marked on the timeline', async () => {
    await page(stories.RESULT_READY, '25/11/2026 09:00', officers.specialist);
    expect(screen.queryByRole('region', { name: 'Cần báo' })).toBeNull();
    expect(screen.queryByText('0900000001')).toBeNull();
    const desk = await deskOf(officers.clerk, { now: at('25/11/2026 09:00') });
    const before = asDossier(chain([...stories.RESULT_READY]), 'ho-so');
    const ref = (event: (typeof before)[number] | undefined) => (event ? [{ device: event.device, seq: event.seq }] : []);
    const again = (device: string, hour: string) =>
      asDossier(
        chain([['CitizenTold', { cause: 'RESULT_READY', of: day('23/11/2026'), channel: 'CALL', outcome: 'REACHED' }]], {
          seq: 40,
          at: at(`24/11/2026 ${hour}`),
        }),
        'ho-so',
        device,
      ).map((event) => ({ ...event, after: ref(before.at(-1)) }));
    await desk.receive([...before, ...again('xa-2', '09:00'), ...again('xa-3', '10:00')]);
    await desk.show(`/ho-so/${dossierOf('ho-so')}`);
    const timeline = await region('Diễn biến');
    expect(within(timeline).getAllByText(/^Đã báo người dân/)).toHaveLength(2);
    expect(within(timeline).getAllByText('việc này đã được báo trước đó')).toHaveLength(1);
  });
});
