/** Looks that are no one dossier's, as the screens write them down; rules in tests/rules/screens.md. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi as mocks } from 'vitest';
import { at, chain } from '../support/builders.ts';
import { asDossier, deskOf, officers, type ScreenDesk } from './desk.tsx';

/** What was written down of lists, and the whole log beside it. */
async function looksIn(desk: ScreenDesk): Promise<{ readonly looks: readonly unknown[]; readonly log: string }> {
  const lines = await desk.log.exportLines();
  const events = lines.map((line) => (JSON.parse(line) as { readonly event?: { readonly type: string; readonly data: unknown } }).event);
  return { looks: events.flatMap((event) => (event?.type === 'PersonsLookedAt' ? [event.data] : [])), log: lines.join() };
}

const type = async (text: string): Promise<void> => {
  await act(async () => void fireEvent.change(screen.getByRole('combobox', { name: /tên không dấu/ }), { target: { value: text } }));
};

it('[V324] at the centre a full number that finds nobody is written down once, without the number; at a commune it is not', async () => {
  const desk = await deskOf(officers.districtClerk);
  await desk.show('/so-theo-doi');
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
  await screen.findByRole('combobox', { name: /tên không dấu/ });
  for (const text of ['Trần', '02719900', '027199000', '027199000077', '', '027 199 000 077']) await type(text);
  await waitFor(async () => expect((await looksIn(desk)).looks).toEqual([{ what: 'SEARCH', count: 0 }]));
  // Nine digits may be an old card, or the beginning of twelve: known when he goes on to something else.
  await type('125478963');
  await type('Trần');
  await waitFor(async () => expect((await looksIn(desk)).looks).toHaveLength(2));
  expect((await looksIn(desk)).log).not.toMatch(/027199000|125478963/);

  const commune = await deskOf(officers.clerk);
  await commune.show('/so-theo-doi');
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
  await screen.findByRole('combobox', { name: /tên không dấu/ });
  await type('027199000077');
  await screen.findByText(/Không thấy gì trùng/);
  expect((await looksIn(commune)).looks).toEqual([]);
});

it('[V325] a register that is printed is written down with its sheets', async () => {
  mocks.stubGlobal('print', () => undefined);
  const desk = await deskOf(officers.clerk, { now: at('23/11/2026 10:00') });
  await desk.receive(asDossier(chain(['DossierAccepted']), 'ho-so'));
  await desk.show('/in/REGISTER/2026-11');
  await act(async () => void fireEvent.click(await screen.findByRole('button', { name: 'In' })));
  await waitFor(async () => expect((await looksIn(desk)).looks).toEqual([{ what: 'PRINT', of: 'REGISTER', count: 1 }]));
  mocks.unstubAllGlobals();
});
