import { describe, expect, it } from 'vitest';
import type { OfficeId } from '../kernel/ids.ts';
import type { DeviceContact } from '../protocol/messages.ts';
import { contactAge, officeAge, slowestContact, watchLimitsDefault } from './freshness.ts';

const now = 1_795_000_000_000;
const hours = (n: number): number => now - n * 3_600_000;
const limits = { ...watchLimitsDefault, staleAfterMinutes: 240 };
const device = (name: string, rest: Omit<DeviceContact, 'name'> = {}): DeviceContact => ({ name, ...rest });

const lately = device('lately', { lastExchangeAt: hours(0.1), pendingEvents: 0 });
const atLimit = device('at the limit', { lastExchangeAt: hours(4), pendingEvents: 0 });
const overLimit = device('over the limit', { lastExchangeAt: hours(4) - 1, pendingEvents: 0 });
const silent = device('silent', { lastExchangeAt: hours(72), pendingEvents: 37, oldestPendingAt: hours(80) });
const sending = device('sending', { lastExchangeAt: hours(0.1), pendingEvents: 3, oldestPendingAt: hours(0.2) });
const stuck = device('stuck', { lastExchangeAt: hours(0.1), pendingEvents: 3, oldestPendingAt: hours(30) });
const unsaid = device('of an old build', { lastExchangeAt: hours(0.1), pendingEvents: 3 });
const emptied = device('emptied', { lastExchangeAt: hours(0.1), pendingEvents: 0, oldestPendingAt: hours(30) });
const never = device('never');
const ahead = device('by a clock ahead', { lastExchangeAt: now + 60_000, pendingEvents: 0 });

describe('[F1] how fresh one device is', () => {
  it.each([
    [lately, 'FRESH'],
    [atLimit, 'FRESH'],
    [overLimit, 'SILENT'],
    [silent, 'SILENT'],
    [sending, 'FRESH'],
    [stuck, 'WAITING'],
    [unsaid, 'FRESH'],
    [emptied, 'FRESH'],
    [never, 'NEVER'],
    [ahead, 'FRESH'],
  ] as const)('[F1] $name: %s', (contact, age) => {
    expect(contactAge(contact, now, limits)).toBe(age);
  });
});

describe('[F2] how fresh an office is: its slowest device that counts', () => {
  it.each([
    [[], 'NO_DEVICE', undefined],
    [[lately], 'FRESH', 'lately'],
    [[lately, sending], 'FRESH', 'sending'],
    [[lately, silent], 'STALE', 'silent'],
    [[silent, lately], 'STALE', 'silent'],
    [[silent, stuck], 'STALE', 'silent'],
    [[lately, stuck], 'STALE', 'stuck'],
    [[never], 'STALE', 'never'],
    [[silent, never, lately], 'STALE', 'never'],
    [[lately, overLimit], 'STALE', 'over the limit'],
    [[lately, atLimit], 'FRESH', 'at the limit'],
  ] as const)('[F2] %j is %s by %s', (devices, age, name) => {
    const slowest = slowestContact(devices);
    expect(slowest?.name).toBe(name);
    const facts = { office: '09529' as OfficeId, devices: devices.length, pendingEvents: 0, ...(slowest && { slowest }) };
    expect(officeAge(facts, now, limits)).toBe(age);
  });

  it('[F2] an office nobody told anything of has no device', () => {
    expect(officeAge(undefined, now, limits)).toBe('NO_DEVICE');
  });

  it('[F3] what is old is a setting', () => {
    const facts = { office: '09529' as OfficeId, devices: 1, pendingEvents: 0, slowest: overLimit };
    expect(officeAge(facts, now, { ...limits, staleAfterMinutes: 300 })).toBe('FRESH');
  });
});
