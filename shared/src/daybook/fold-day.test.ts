import { describe, expect, test } from 'vitest';
import { dayEventOf, sampleDayData, sampleDayId, sampleFigures } from '../../../tests/support/day-samples.ts';
import { at, communeId, day, eventOf, offices, officer, staff } from '../../../tests/support/builders.ts';
import { seededRandom } from '../../../tests/support/random.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import { foldDossier } from '../dossier/fold.ts';
import type { DeviceId, DossierId, OfficeId, StaffId } from '../kernel/ids.ts';
import { dayActNames, dayActOf, decideDayAct, findDayAct } from './acts/index.ts';
import type { DayContext } from './define-act.ts';
import { dayEventTypes } from './event-types.ts';
import { foldDay } from './fold-day.ts';
import { judgeDayEvent } from './judge-day.ts';
import { emptyDay } from './state.ts';
import { dayIdOf, officeDayOf } from './stream.ts';

const date = day('23/11/2026');
const today = { office: communeId, date };
const head = officer('chu', offices.commune, 'signer');
const acting = { actor: staff.commune, office: offices.commune, offices: Object.values(offices) };

/** Two devices of one office through a morning and its end. */
function morning(): readonly EventEnvelope[] {
  const a = (seq: number, type: Parameters<typeof dayEventOf>[0], data?: never, after = [{ device: 'bd-1' as DeviceId, seq: seq - 1 }]) =>
    dayEventOf(type, { seq, after: seq === 1 ? [] : after }, data ?? (sampleDayData[type] as never));
  const taken = dayEventOf('TicketTaken', { device: 'bd-2', seq: 1 }, { number: 'B001' });
  const called = dayEventOf('TicketCalled', { device: 'bd-2', seq: 2, after: [{ device: 'bd-1' as DeviceId, seq: 1 }] });
  return [
    a(1, 'TicketTaken'),
    taken,
    called,
    a(2, 'TicketCalled'),
    a(3, 'TicketPassed'),
    a(4, 'TicketCalled'),
    a(5, 'DayClosed'),
    dayEventOf('ClosingSentBack', { device: 'bd-2', seq: 3, actor: head.id, after: [{ device: 'bd-1' as DeviceId, seq: 5 }] }),
    dayEventOf('ClosingApproved', { device: 'bd-1', seq: 6, actor: head.id, after: [{ device: 'bd-1' as DeviceId, seq: 5 }] }),
    a(7, 'TicketDone'),
    { ...a(8, 'TicketTaken'), type: 'LampSwitchedOff' },
  ];
}

describe('the day of an office', () => {
  test('[D225] is named by office and civil date, and no dossier has such a name', () => {
    expect(sampleDayId).toBe('2026-11-23@09529');
    expect(officeDayOf(dayIdOf('x'.repeat(32) as OfficeId, date))).toEqual({ office: 'x'.repeat(32), date });
    expect(officeDayOf('d0ss1er00001' as DossierId)).toBeUndefined();
    expect(officeDayOf('2026-02-30@09529' as DossierId)).toBeUndefined();
  });

  test('[D226] any order of delivery, also with repeats, gives the same day', () => {
    const events = morning();
    const wanted = foldDay(today, events);
    expect(wanted.tickets.map(({ number, status, calls }) => [number, status, calls.length])).toEqual([
      ['A001', 'DONE', 3],
      ['B001', 'WAITING', 0],
    ]);
    expect(wanted.unknownEvents).toEqual([{ device: 'bd-1', seq: 8 }]);
    for (let seed = 1; seed < 30; seed++) {
      const { shuffle } = seededRandom(seed);
      expect(foldDay(today, shuffle([...events, ...shuffle(events).slice(0, 4)]))).toEqual(wanted);
    }
  });

  test('[D226] every event on an empty day gives a day; what does not pass its schema has no effect', () => {
    for (const type of dayEventTypes) expect(foldDay(today, [dayEventOf(type, { seq: 1 })])).toMatchObject(today);
    const broken = { ...dayEventOf('DayClosed', { seq: 1 }), data: { figures: 7 } };
    expect(foldDay(today, [broken]).closings).toEqual([]);
  });

  test('[D226] the names of what can happen are those of the acts', () => {
    expect(dayActNames.map((name) => dayActOf(name).type).sort()).toEqual([...dayEventTypes].sort());
  });

  test('[D227] is no dossier: the fold of dossiers gives nothing for it', () => {
    expect(foldDossier(morning())).toBeUndefined();
  });
});

describe('what the server says of it', () => {
  const taken = dayEventOf('TicketTaken', { seq: 1 });
  const judge = (changes: Partial<EventEnvelope>, by = acting) => judgeDayEvent({ ...taken, ...changes }, by);

  test('[S105] only the office itself writes on its day, and not before the day', () => {
    expect(judge({})).toBeUndefined();
    expect(judge({ dossier: dayIdOf(offices.otherCommune.id, date) })).toBe('event/other-office');
    expect(judge({ dossier: dayIdOf(communeId, day('24/11/2026')) })).toBe('event/malformed');
    expect(judge({ at: at('24/11/2026 08:00') }), 'the next morning').toBeUndefined();
  });

  test('[S106] rights are asked of each act', () => {
    const clerk = { ...acting, actor: officer('a', offices.commune, 'clerk') };
    const approved = dayEventOf('ClosingApproved', { seq: 1 });
    expect(judgeDayEvent(approved, clerk)).toBe('event/actor-not-allowed');
    expect(judgeDayEvent(approved, { ...acting, actor: head })).toBeUndefined();
    expect(judge({}, { ...acting, actor: officer('b', offices.commune, 'auditor') })).toBe('event/actor-not-allowed');
    expect(judge({}, { ...acting, actor: staff.otherCommune })).toBe('event/other-office');
  });

  test('[S107] what is not understood is kept; what is broken, or an event of a dossier, is refused', () => {
    expect(judge({ type: 'LampSwitchedOff' })).toBe('event/unknown-type');
    expect(judge({ version: 9 })).toBe('event/newer-version');
    expect(judge({ data: { number: '1' } })).toBe('event/malformed');
    expect(judgeDayEvent({ ...eventOf('NoteAdded', { seq: 1 }), dossier: sampleDayId }, acting)).toBe('event/malformed');
  });
});

describe('closing the day', () => {
  const context: DayContext & { office: typeof offices.commune } = {
    at: at('23/11/2026 17:00'),
    actor: staff.commune,
    bookNumber: 1,
    office: offices.commune,
  };
  const closing = { figures: sampleFigures, counted: { totalVnd: sampleFigures.cashVnd } };
  const closed = (by: StaffId = staff.commune.id) => dayEventOf('DayClosed', { seq: 5, actor: by });

  test('[D228] a box that holds something else than the receipts say needs a reason; denominations come to the total', () => {
    const decide = (input: Parameters<typeof decideDayAct<'closeDay'>>[2]) =>
      decideDayAct('closeDay', emptyDay(communeId, date), input, context);
    expect(decide(closing).ok).toBe(true);
    const less = { ...closing, counted: { totalVnd: 30_000 } };
    expect(decide(less)).toMatchObject({ error: { code: 'day/difference-needs-reason', differenceVnd: -7_000 } });
    expect(decide({ ...less, reason: 'trả thừa' }).ok).toBe(true);
    const notes = [{ valueVnd: 10_000, count: 3 }];
    expect(decide({ ...closing, counted: { totalVnd: 37_000, notes } })).toMatchObject({
      error: { code: 'day/count-does-not-add-up', notesVnd: 30_000 },
    });
    expect(decideDayAct('closeDay', emptyDay(communeId, date), closing, { ...context, actor: head })).toMatchObject({
      error: { code: 'access/role' },
    });
  });

  test('[D229] the head of the desk judges the newest closing, once, and never his own', () => {
    const approve = (events: readonly EventEnvelope[], actor = head) =>
      decideDayAct('approveClosing', foldDay(today, events), {}, { ...context, actor });
    expect(approve([])).toMatchObject({ error: { code: 'day/nothing-to-judge' } });
    expect(approve([closed()])).toMatchObject({ ok: true, value: { data: { closing: { device: 'bd-1', seq: 5 } } } });
    expect(approve([closed(head.id)])).toMatchObject({ error: { code: 'day/second-person-needed' } });
    expect(approve([closed()], officer('c', offices.commune, 'clerk'))).toMatchObject({ error: { code: 'access/role' } });
    const after = { device: 'bd-1', after: [{ device: 'bd-1' as DeviceId, seq: 5 }] };
    const back = dayEventOf('ClosingSentBack', { seq: 6, ...after, actor: head.id });
    expect(approve([closed(), back])).toMatchObject({ error: { code: 'day/nothing-to-judge' } });
  });

  test('[D229] the first verdict stands, and a verdict of the very person who closed counts for nothing', () => {
    const own = dayEventOf('ClosingApproved', { seq: 6, after: [{ device: 'bd-1' as DeviceId, seq: 5 }] });
    expect(foldDay(today, [closed(), own]).closings[0]?.verdict).toBeUndefined();
    const verdicts = foldDay(today, morning()).closings.map(({ verdict }) => verdict?.kind);
    expect(verdicts).toEqual(['SENT_BACK']);
  });
});

test('[D226] every act is found by its event', () => {
  for (const type of dayEventTypes) expect(findDayAct(type)?.type).toBe(type);
});
