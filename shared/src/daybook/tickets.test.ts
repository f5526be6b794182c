import { describe, expect, test } from 'vitest';
import { at, communeId, day, offices, officer, staff } from '../../../tests/support/builders.ts';
import { type DayActInput, type DayActName, decideDayAct } from './acts/index.ts';
import { dayActOf } from './acts/index.ts';
import { type DayState, emptyDay } from './state.ts';
import { nextTicket, ticketPrefix, waitsOf } from './tickets.ts';

/** One desk doing one thing after the other; undefined data where it was refused. */
function desk(bookNumber = 1) {
  let state = emptyDay(communeId, day('23/11/2026'));
  let seq = 0;
  const act = <N extends DayActName>(name: N, input: DayActInput<N>, time: string) => {
    const when = at(`23/11/2026 ${time}`);
    const decided = decideDayAct(name, state, input, { at: when, actor: staff.commune, bookNumber, office: offices.commune });
    if (!decided.ok) return decided.error.code;
    const event = { device: 'bd-1', seq: ++seq, at: when, actor: staff.commune.id, data: decided.value.data };
    state = dayActOf(name).evolve(state, event as never);
    return undefined;
  };
  return { act, state: (): DayState => state };
}

describe('tickets', () => {
  test('[N10] each device has letters of its own, so no number is given twice', () => {
    const prefixes = Array.from({ length: 500 }, (_, i) => ticketPrefix(i + 1));
    expect(new Set(prefixes).size).toBe(500);
    expect(prefixes.slice(0, 3)).toEqual(['A', 'B', 'C']);
    expect(prefixes[20]).toBe('AA');
    expect(prefixes.join('')).not.toMatch(/[IOJWZ]/);
  });

  test('[N10] a device counts its own tickets only, from 001 each day, and goes on after 999', () => {
    const one = desk();
    for (let i = 0; i < 3; i++) one.act('takeTicket', {}, '08:00');
    expect(one.state().tickets.map(({ number }) => number)).toEqual(['A001', 'A002', 'A003']);
    const many = {
      ...emptyDay(communeId, day('23/11/2026')),
      tickets: one.state().tickets.map((ticket) => ({ ...ticket, number: 'A999' })),
    };
    const context = { at: 0, actor: staff.commune, office: offices.commune };
    expect(decideDayAct('takeTicket', many, {}, { ...context, bookNumber: 1 })).toMatchObject({ value: { data: { number: 'A1000' } } });
    expect(decideDayAct('takeTicket', many, {}, { ...context, bookNumber: 2 })).toMatchObject({ value: { data: { number: 'B001' } } });
  });

  test('[D230] taken, called, passed, called again, done; done is the end', () => {
    const { act, state } = desk();
    act('takeTicket', {}, '08:00');
    act('takeTicket', {}, '08:01');
    expect(nextTicket(state())?.number).toBe('A001');
    expect(act('passTicket', { number: 'A001' }, '08:02')).toBe('day/ticket-not-called');
    expect(act('callTicket', { number: 'A001', desk: 'Quầy 1' }, '08:04')).toBeUndefined();
    expect(nextTicket(state())?.number).toBe('A002');
    expect(act('passTicket', { number: 'A001' }, '08:05')).toBeUndefined();
    expect(act('callTicket', { number: 'A001', desk: 'Quầy 2' }, '08:20')).toBeUndefined();
    expect(act('finishTicket', { number: 'A001' }, '08:30')).toBeUndefined();
    expect(act('callTicket', { number: 'A001', desk: 'Quầy 1' }, '08:31')).toBe('day/ticket-done');
    expect(act('callTicket', { number: 'Z001', desk: 'Quầy 1' }, '08:31')).toBe('day/no-such-ticket');
    expect(state().tickets[0]).toMatchObject({ status: 'DONE', calls: [{ desk: 'Quầy 1' }, { desk: 'Quầy 2' }] });
  });

  test('[D231] the wait ends with the first call; who was never called counts as taken only', () => {
    const { act, state } = desk();
    for (const time of ['08:00', '08:10', '08:20']) act('takeTicket', {}, time);
    act('callTicket', { number: 'A001', desk: 'Quầy 1' }, '08:04');
    act('callTicket', { number: 'A001', desk: 'Quầy 1' }, '08:50');
    act('callTicket', { number: 'A002', desk: 'Quầy 1' }, '08:30');
    expect(waitsOf([state(), emptyDay(communeId, day('24/11/2026'))])).toEqual({
      taken: 3,
      called: 2,
      averageMs: 12 * 60_000,
      longestMs: 20 * 60_000,
    });
    expect(waitsOf([])).toEqual({ taken: 0, called: 0, averageMs: undefined, longestMs: undefined });
  });

  test('[S106] who has no post at the desk gives no ticket', () => {
    const context = { at: 0, bookNumber: 1, office: offices.commune };
    const outsider = officer('x', offices.commune, 'auditor');
    expect(decideDayAct('takeTicket', emptyDay(communeId, day('23/11/2026')), {}, { ...context, actor: outsider })).toMatchObject({
      error: { code: 'access/role' },
    });
  });
});
