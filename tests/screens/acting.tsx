/** A dossier's page with its acts: what is offered as a button, what stands in the list of other acts, and an act opened from wherever it stands. */
import { act, type BoundFunctions, fireEvent, type queries, screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { at, communeId } from '../support/builders.ts';
import { asDossier, deskOf, dossierOf, region, type ScreenDesk } from './desk.tsx';

export const openedDossier = dossierOf('ho-so');
export const others = 'Việc khác';
export type Dialog = BoundFunctions<typeof queries>;

interface PageOptions {
  readonly office?: OfficeId;
  readonly now?: Instant;
}

/** The page of one dossier with this history, at the desk of this officer. */
export async function deskWith(who: Staff, events: readonly EventEnvelope[], options: PageOptions = {}): Promise<ScreenDesk> {
  const { office = communeId, now = at('23/11/2026 10:00') } = options;
  const desk = await deskOf(who, { now });
  await desk.receive(
    asDossier(events, 'ho-so').map((event) => ({ ...event, office: event.office === communeId ? office : event.office })),
    office,
  );
  await desk.show(`/ho-so/${openedDossier}`);
  return desk;
}

export async function actButtons(): Promise<(string | null)[]> {
  const panel = within(await region('Việc làm tiếp'));
  return panel.queryAllByRole('button').map((button) => button.textContent);
}

/** The names in the list of other acts; none where there is no list. The list is closed again. */
export async function otherActs(): Promise<(string | null)[]> {
  const open = within(await region('Việc làm tiếp')).queryByRole('button', { name: others });
  if (open === null) return [];
  fireEvent.click(open);
  const dialog = await screen.findByRole('dialog');
  const names = within(within(dialog).getByRole('list', { name: 'Làm được lúc này' }))
    .queryAllByRole('button')
    .map((button) => button.textContent);
  fireEvent.keyDown(dialog, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  return names;
}

/** Opens an act by the name on its button, on the page or in the list; answers its dialog. */
export async function openAct(name: string): Promise<Dialog> {
  const panel = within(await region('Việc làm tiếp'));
  const own = panel.queryByRole('button', { name });
  if (own) fireEvent.click(own);
  else {
    fireEvent.click(panel.getByRole('button', { name: others }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name }));
  }
  await waitFor(() => expect(screen.getByRole('dialog').querySelector('form')).not.toBeNull());
  return within(screen.getByRole('dialog'));
}

export function type(dialog: Dialog, label: string | RegExp, value: string): void {
  fireEvent.change(dialog.getByLabelText(label), { target: { value } });
}

/** Presses the dialog's own button. */
export async function send(dialog: Dialog): Promise<void> {
  await act(async () => void fireEvent.click(dialog.getByRole('button', { name: /Enter$/ })));
}

/** The act is on disk and its dialog gone. */
export async function sent(dialog: Dialog): Promise<void> {
  await send(dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

/** The newest event of the open dossier, with everything its storage leaves out as usual. */
export async function lastEvent(desk: ScreenDesk): Promise<Pick<EventEnvelope, 'type' | 'data'>> {
  const view = must(await desk.services.dossiers.open(openedDossier), 'the dossier is on the device');
  const read = readEvent(must(view.timeline.at(-1), 'a dossier has a history').event);
  if (read.kind !== 'KNOWN') throw new Error('the event is not known');
  // Event data is plain JSON; the event's own type knows it more exactly.
  return { type: read.type, data: read.data as EventEnvelope['data'] };
}

export async function stateOf(desk: ScreenDesk): Promise<DossierState> {
  return must(await desk.services.dossiers.open(openedDossier), 'the dossier is on the device').state;
}

/** The page reads the dossier again once the act is on disk. */
export function told(sentence: RegExp): Promise<void> {
  return waitFor(async () => expect((await region('Diễn biến')).textContent).toMatch(sentence));
}
