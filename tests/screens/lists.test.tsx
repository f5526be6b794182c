/** How the lists and the dossier's page say where a dossier stands to its promise; rules in tests/rules/screens.md. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DossierEventType } from '@onestop/shared/dossier/events/index.ts';
import { at, chain } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, officers, type ScreenDesk } from './desk.tsx';

/** Received on Monday 23/11, promised for Friday 27/11 at 17:00; the last act falls on `lastAt`. */
async function deskWith(types: readonly DossierEventType[], lastAt: string | undefined, now: string): Promise<ScreenDesk> {
  const events = chain(types).map((event, index, all) =>
    lastAt !== undefined && index === all.length - 1 ? { ...event, at: at(lastAt) } : event,
  );
  const desk = await deskOf(officers.clerk, { now: at(now) });
  await desk.receive(asDossier(events, 'ho-so'));
  return desk;
}

const promise = /^(còn \d+ ngày|đến hạn .*|quá hạn .*|quá giờ .*|hẹn hôm nay.*|tạm dừng .*|xong (trước|đúng|muộn) .*)$/;
const promiseIn = (place: HTMLElement) => within(place).queryByText(promise)?.textContent;

const forwarded = ['DossierAccepted', 'DossierForwarded'] as const;
const finished = [...forwarded, 'DossierFinished'] as const;

describe('the promise in words', () => {
  it.each<readonly [string, readonly DossierEventType[], string | undefined, string, string | undefined]>([
    ['far off', forwarded, undefined, '23/11/2026 09:00', 'còn 4 ngày'],
    ['tomorrow', forwarded, undefined, '26/11/2026 09:00', 'đến hạn ngày mai'],
    ['today, before its hour', forwarded, undefined, '27/11/2026 09:00', 'đến hạn hôm nay, 17:00'],
    ['past its hour on the promised day', forwarded, undefined, '27/11/2026 17:05', 'quá giờ hẹn 17:00, còn trong ngày'],
    ['late by the morning after', forwarded, undefined, '28/11/2026 00:01', 'quá hạn 1 ngày'],
    ['days late', forwarded, undefined, '30/11/2026 08:00', 'quá hạn 3 ngày'],
    ['waiting for papers', [...forwarded, 'SupplementRequested'], undefined, '30/11/2026 08:00', 'tạm dừng tính hạn'],
    ['finished early', finished, '25/11/2026 10:00', '30/11/2026 08:00', 'xong trước hạn 2 ngày'],
    ['finished on the day', finished, '27/11/2026 10:00', '30/11/2026 08:00', 'xong đúng hạn'],
    ['finished after the hour of the promised day', finished, '27/11/2026 17:20', '30/11/2026 08:00', 'xong đúng hạn'],
    ['finished late', finished, '30/11/2026 10:00', '30/11/2026 11:00', 'xong muộn 3 ngày'],
    ['voided', ['DossierAccepted', 'DossierVoided'], undefined, '30/11/2026 08:00', undefined],
  ])('[V12] a dossier that is %s says the same in the list and on its page', async (_name, types, lastAt, now, words) => {
    const desk = await deskWith(types, lastAt, now);
    await desk.show('/so-theo-doi');
    const row = within(await screen.findByRole('grid')).getAllByRole('row')[1] as HTMLElement;
    expect(promiseIn(row)).toBe(words);
    await desk.show(`/ho-so/${dossierOf('ho-so')}`);
    const line = (await screen.findByText(/^Hẹn trả: /)).parentElement as HTMLElement;
    expect(promiseIn(line)).toBe(words);
  });
});

describe('the counters of the navigation', () => {
  it('[V13] count what their lists show', async () => {
    const desk = await deskOf(officers.clerk, { now: at('30/11/2026 09:00') });
    await desk.receive([
      ...asDossier(chain(forwarded), 'qua-han-1'),
      ...asDossier(chain(forwarded), 'qua-han-2'),
      ...asDossier(chain([...forwarded, 'SupplementRequested']), 'cho'),
      ...asDossier(chain(finished), 'xong'),
      ...asDossier(chain(['DossierDrafted'], { seq: 1, at: at('30/11/2026 08:00') }), 'nhap'),
    ]);
    for (const [slug, label, count] of [
      ['qua-han', 'Quá hạn', 2],
      ['cho-bo-sung', 'Chờ bổ sung', 1],
      ['cho-tra', 'Chờ trả', 1],
      ['nhap', 'Nháp', 1],
    ] as const) {
      await desk.show(`/danh-sach/${slug}`);
      expect(within(await screen.findByRole('grid')).getAllByRole('row'), slug).toHaveLength(count + 1);
      const entry = screen.getAllByRole('link').find((link) => link.getAttribute('href') === `/danh-sach/${slug}`);
      expect(entry?.textContent, slug).toMatch(new RegExp(`^${label}.*${count}$`));
    }
  });
});
