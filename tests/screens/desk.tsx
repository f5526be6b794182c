/**
 * A desk with its screens: the real client on a database in memory, an officer signed in, the whole app in a document. What comes from elsewhere is brought by
 * a hand-made exchange, so that a test says exactly what the device knows.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { act, cleanup, configure, render, screen } from '@testing-library/react';
import { afterEach } from 'vitest';
import { App } from '../../client/src/app/app.tsx';
import { enrolDesk, leaseFor, newDisk, openTab, receipt, type TestDesk, type TestTime } from '../../client/src/data/db/test-desk.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { DossierId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { SyncAnswer } from '@onestop/shared/protocol/messages.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { at, communeId, officer, offices, reference } from '../support/builders.ts';

export const secret = '2580';

// A failed look-up says what was looked for; the whole document with it is more than anybody reads.
configure({ asyncUtilTimeout: 20_000, getElementError: (message) => new Error(message ?? 'not found') });
// Of a browser's fonts the screens ask only when they are there.
Object.defineProperty(document, 'fonts', { value: Object.assign(new EventTarget(), { ready: Promise.resolve() }) });

/** Every post held by one person, so that a test can sit each of them at the desk. */
export const officers = {
  clerk: officer('thanh', offices.commune, 'clerk'),
  specialist: officer('dung', offices.commune, 'specialist'),
  signer: officer('chu', offices.commune, 'signer'),
  communeAdmin: officer('quan', offices.commune, 'commune_admin'),
  auditor: officer('kiem', offices.commune, 'auditor'),
  secondClerk: officer('hoa', offices.commune, 'clerk'),
  seal: officer('dau', offices.commune, 'seal'),
  districtClerk: officer('binh', offices.centre, 'district_clerk'),
  districtSpecialist: officer('lien', offices.centre, 'district_specialist'),
  districtMonitor: officer('minh', offices.centre, 'district_monitor'),
  districtAdmin: officer('tri', offices.centre, 'district_admin'),
} as const satisfies Readonly<Record<string, Staff>>;

export interface ScreenDesk extends TestDesk {
  readonly time: TestTime;
  /** Brings events of other devices, all in one page of the office's feed. */
  readonly receive: (events: readonly EventEnvelope[], office?: OfficeId, changes?: Partial<SyncAnswer>) => Promise<void>;
  /** Opens the app at an address, or takes the open one there. */
  readonly show: (path: string) => Promise<void>;
  readonly signIn: (staff: Staff) => Promise<void>;
}

const open: TestDesk[] = [];
afterEach(async () => {
  cleanup();
  for (const desk of open.splice(0)) desk.close();
  await new Promise((resolve) => setTimeout(resolve, 0));
});

const staff = [...reference.staff, ...Object.values(officers)].map((one) => ({ ...one, verifier: `plain:${secret}` }));

/** `answers`: what the centre says at an address, where a page asks it something of its own; a function is given the body, and throws where no line is. */
interface DeskOptions {
  readonly now?: number;
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Another district than the small one; its officers are those of this file. */
  readonly reference?: ReferenceData;
  /** Officers whose secret is the one from the paper slip. */
  readonly first?: readonly Staff[];
}

export async function deskOf(
  who: Staff,
  { now = at('25/11/2026 09:00'), answers = {}, reference: district = reference, first = [] }: DeskOptions = {},
): Promise<ScreenDesk> {
  const time = { now };
  const desk = await openTab(newDisk(new IDBFactory(), IDBKeyRange), time, { fetch: centreInReach(time, answers) });
  open.push(desk);
  const roster = staff.map((one) => (first.some(({ id }) => id === one.id) ? { ...one, firstSecret: true } : one));
  await enrolDesk(desk, 'may-1', who.office, { ...district, staff: roster }, [
    leaseFor(offices.commune.agencyId),
    leaseFor(offices.centre.agencyId),
  ]);
  const signIn = async (one: Staff) => {
    const signed = await act(() => desk.services.session.signIn(one.login, secret));
    if (!signed.ok) throw new Error(`${one.login} cannot sign in: ${signed.error.code}`);
  };
  await signIn(who);
  let position = 0;
  return {
    ...desk,
    time,
    signIn,
    receive: async (events, office = communeId, changes = {}) => {
      position += events.length;
      const page = { office, events, cursor: { office, position, check: position }, reset: false };
      const taken = await act(() => desk.exchange((request) => receipt(request, { pages: [page], ...changes })));
      if (!taken.ok) throw new Error(taken.error.code);
    },
    show: async (path) => {
      cleanup();
      window.history.replaceState(null, '', path);
      await act(async () => void render(<App services={desk.services} update={noUpdate} />));
      await settled();
    },
  };
}

type Answering = (body: unknown) => Response | Promise<Response>;

/** The centre's online calls, as far as a page asks for them by opening. */
function centreInReach(time: TestTime, answers: Readonly<Record<string, unknown>>): typeof fetch {
  return async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const answer = answers[pathname];
    if (typeof answer === 'function') return (answer as Answering)(JSON.parse(String(init?.body ?? '{}')) as unknown);
    const session = { token: 'phien', expiresAt: time.now + 3_600_000 };
    return Response.json(answer ?? (pathname === '/api/session' ? session : { devices: [], entries: [], more: false }));
  };
}

const noUpdate = { waiting: { get: () => false, subscribe: () => () => undefined }, apply: () => undefined };

/** The main part of the page has a heading: what was asked for is on the screen, and its keys are listened to. */
async function settled(): Promise<void> {
  await screen.findAllByRole('heading');
  await act(async () => undefined);
}

/** The same history under another dossier id, from another device of the office. */
export function asDossier(events: readonly EventEnvelope[], id: string, device = `xa-${id}`): EventEnvelope[] {
  const own = (ref: { readonly seq: number }) => ({ device: device as EventEnvelope['device'], seq: ref.seq });
  return events.map((event) => ({ ...event, ...own(event), dossier: dossierOf(id), after: event.after.map(own) }));
}

export function dossierOf(id: string): DossierId {
  return id.padEnd(12, '0') as DossierId;
}

export function region(name: string): Promise<HTMLElement> {
  return screen.findByRole('region', { name });
}

export function heading(name: string | RegExp): Promise<HTMLElement> {
  return screen.findByRole('heading', { level: 1, name });
}
