import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlainDate, addDays } from '../kernel/plain-date.ts';
import { day } from '../../../tests/support/builders.ts';
import { type SeededRandom, seededRandom } from '../../../tests/support/random.ts';
import type { Lease } from './lease.ts';
import { type HeldLease, chooseLease, firstDay, planLeases, rangesPerDeviceMax, restDays, retireLease } from './lease-plan.ts';
import {
  type NumbersUsed,
  agencyIdPattern,
  countFree,
  drawSerial,
  formatCode,
  isLeaseLive,
  leaseCovers,
  noteUsed,
  parseCode,
  registerBook,
} from './numbers.ts';

const agency = '000.01.38.H05';
const today = day('23/11/2026');
const range = (from: number, to: number): Lease => ({ agencyId: agency, kind: 'RANGE', from, to, digits: 4, validFrom: firstDay });
const overflow: Lease = { agencyId: agency, kind: 'OVERFLOW', from: 9_007_001, to: 9_007_999, digits: 7, validFrom: firstDay };

describe('dossier codes', () => {
  test.each([
    ['000.00.01.H26-260930-0012', '000.00.01.H26', '2026-09-30', 12, 4],
    ['H15.50.05.13-261008-0975', 'H15.50.05.13', '2026-10-08', 975, 4],
    ['000.A0.01.H26-210212-9090', '000.A0.01.H26', '2021-02-12', 9090, 4],
    ['H55.242-261123-9007001', 'H55.242', '2026-11-23', 9_007_001, 7],
  ])('[N1] %s', (code, agencyId, date, serial, digits) => {
    expect(parseCode(code)).toEqual({ agencyId, date, serial, digits });
    expect(formatCode(agencyId, date as PlainDate, serial, digits)).toBe(code);
  });

  test.each([
    'H55.242-261123-001',
    'H55.242-261323-0001',
    'H55.242-260230-0001',
    'h55.242-261123-0001',
    '000.00.01-261123-0001',
    ' H55.242-261123-0001',
    'H55.242-261123-00000001',
    '',
  ])('[N1] not a code: %s', (text) => expect(parseCode(text)).toBeUndefined());

  test('[N1] agency identifiers of both generations', () => {
    expect(['000.00.38.H05', '000.A0.01.H26', 'H05', 'H15.50.05.13'].every((id) => agencyIdPattern.test(id))).toBe(true);
    expect(['H5', '000.00.31', 'H05.1234', 'H05-1'].some((id) => agencyIdPattern.test(id))).toBe(false);
  });

  test('[N2] the register has one book per device and year', () => {
    expect(registerBook(3, today)).toBe('03/2026');
    expect(registerBook(12, day('01/01/2027'))).toBe('12/2027');
  });
});

describe('drawing', () => {
  test('[N3] from the lowest range up, every day from its start, then overflow with longer serials', () => {
    const leases = [overflow, range(201, 202), range(101, 101)];
    let used: NumbersUsed | undefined;
    const codes: string[] = [];
    for (let i = 0; i < 4; i++) {
      const draw = drawSerial(leases, used, agency, today);
      if (!draw.ok) throw new Error('none');
      used = draw.value.used;
      codes.push(draw.value.code);
    }
    expect(codes.map((code) => code.slice(-8))).toEqual(
      ['23-0101', '23-0201', '23-0202', '-9007001'].map((text) => expect.stringContaining(text)),
    );
    expect(drawSerial(leases, used, agency, addDays(today, 1))).toMatchObject({ ok: true, value: { code: `${agency}-261124-0101` } });
  });

  test('[N3] nothing left, or nothing leased, is a refusal', () => {
    const draw = drawSerial([range(1, 1)], undefined, agency, today);
    expect(draw.ok && drawSerial([range(1, 1)], draw.value.used, agency, today)).toEqual({
      ok: false,
      error: { code: 'numbers/none-left', agencyId: agency },
    });
    expect(drawSerial([range(1, 1)], undefined, 'H05', today)).toEqual({ ok: false, error: { code: 'numbers/no-lease', agencyId: 'H05' } });
  });

  test('[N4] a retired range gives nothing from its last day on; before, it still covers', () => {
    const retired = retireLease(range(1, 100), today);
    expect(isLeaseLive(retired, addDays(today, -1))).toBe(true);
    expect(isLeaseLive(retired, today)).toBe(false);
    expect(retireLease(retired, addDays(today, 5))).toBe(retired);
    expect(drawSerial([retired], undefined, agency, today)).toMatchObject({ ok: false });
    expect(leaseCovers(retired, { agencyId: agency, date: addDays(today, -1), serial: 100, digits: 4 })).toBe(true);
    expect(leaseCovers(retired, { agencyId: agency, date: today, serial: 101, digits: 4 })).toBe(false);
    expect(leaseCovers(retired, { agencyId: agency, date: today, serial: 100, digits: 5 })).toBe(false);
  });

  test('[N5] free serials count ordinary ranges of the day', () => {
    const draw = drawSerial([range(1, 100)], undefined, agency, today);
    expect(countFree([range(1, 100), range(301, 400), overflow], draw.ok ? draw.value.used : undefined, agency, today)).toBe(199);
    expect(countFree([range(1, 100), overflow], draw.ok ? draw.value.used : undefined, agency, addDays(today, 1))).toBe(100);
  });

  test('[N6] the record is rebuilt from the codes of the log', () => {
    const leases = [range(1, 100), range(201, 300)];
    let used: NumbersUsed | undefined;
    for (const code of [`${agency}-261123-0007`, `${agency}-261123-0003`, `${agency}-261123-0201`]) {
      const parsed = parseCode(code);
      if (parsed) used = noteUsed(leases, used, parsed);
    }
    expect(used?.last).toEqual({ 1: 7, 201: 201 });
    expect(drawSerial(leases, used, agency, today)).toMatchObject({ ok: true, value: { serial: 8 } });
  });
});

describe('choosing leases', () => {
  const held = (lease: Lease, device: string): HeldLease => ({ ...lease, device });

  test('[N7] disjoint ranges of 100 four-digit serials up to 9000; one overflow range of its own', () => {
    expect(chooseLease([], agency, 'RANGE', today)).toMatchObject({ from: 1, to: 100, digits: 4, validFrom: firstDay });
    expect(chooseLease([held(range(1, 100), 'a')], agency, 'RANGE', today)).toMatchObject({ from: 101, to: 200 });
    expect(chooseLease([], agency, 'OVERFLOW', today)).toMatchObject({ from: 9_000_001, to: 9_000_999, digits: 7 });
    const all = Array.from({ length: 90 }, (_, i) => held(range(i * 100 + 1, i * 100 + 100), `d${i}`));
    expect(all.at(-1)?.to).toBe(9000);
    expect(chooseLease(all, agency, 'RANGE', today)).toBeUndefined();
  });

  test('[N8] a retired range rests long and is then valid only after its rest', () => {
    const all = Array.from({ length: 90 }, (_, i) =>
      held(i === 40 ? retireLease(range(4001, 4100), today) : range(i * 100 + 1, i * 100 + 100), `d${i}`),
    );
    expect(chooseLease(all, agency, 'RANGE', addDays(today, restDays - 1))).toBeUndefined();
    expect(chooseLease(all, agency, 'RANGE', addDays(today, restDays))).toMatchObject({ from: 4001, validFrom: addDays(today, restDays) });
    const again = held({ ...range(4001, 4100), validFrom: addDays(today, restDays) }, 'next');
    expect(chooseLease([...all, again], agency, 'RANGE', addDays(today, 2 * restDays))).toBeUndefined();
  });

  test('[N5] a new device gets both kinds; topped up when low, up to a bound; its overflow only once', () => {
    const first = planLeases([], 'a', { agencyId: agency, free: 0 }, today);
    expect(first.map((lease) => lease.kind)).toEqual(['RANGE', 'OVERFLOW']);
    const own = first.map((lease) => held(lease, 'a'));
    expect(planLeases(own, 'a', { agencyId: agency, free: 60 }, today)).toEqual([]);
    expect(planLeases(own, 'a', { agencyId: agency, free: 5 }, today)).toMatchObject([{ kind: 'RANGE', from: 101 }]);
    const many = [...own, ...Array.from({ length: rangesPerDeviceMax - 1 }, (_, i) => held(range(i * 100 + 101, i * 100 + 200), 'a'))];
    expect(planLeases(many, 'a', { agencyId: agency, free: 0 }, today)).toEqual([]);
  });
});

/** A device as the world sees it: its leases as last told, its own record of what it drew, its own clock. */
interface Tablet {
  device: string;
  readonly commune: number;
  leases: Lease[];
  used: Map<string, NumbersUsed>;
  readonly drift: number;
}

/** 10 communes × 3 devices × 60 days mostly offline: two agencies each, busy days into overflow, wipes with re-enrolment, clocks going back. */
function drawForSixtyDays(random: SeededRandom): {
  readonly codes: readonly string[];
  readonly refused: number;
  readonly overflowed: number;
} {
  const district = '000.00.38.H05';
  const agencyOf = (commune: number) => `000.${String(commune + 1).padStart(2, '0')}.38.H05`;
  const registry: HeldLease[] = [];
  const codes: string[] = [];
  let refused = 0;
  let overflowed = 0;
  let names = 0;
  const exchange = (tablet: Tablet, date: PlainDate): void => {
    for (const agencyId of [agencyOf(tablet.commune), district]) {
      const free = countFree(tablet.leases, tablet.used.get(`${agencyId}|${date}`), agencyId, date);
      for (const lease of planLeases(registry, tablet.device, { agencyId, free }, date)) registry.push({ ...lease, device: tablet.device });
    }
    tablet.leases = registry.filter((lease) => lease.device === tablet.device);
  };
  const enrol = (commune: number, date: PlainDate): Tablet => {
    const tablet: Tablet = {
      device: `d${names++}`,
      commune,
      leases: [],
      used: new Map(),
      drift: random.chance(0.1) ? -random.below(20) : 0,
    };
    exchange(tablet, date);
    return tablet;
  };
  const tablets = Array.from({ length: 30 }, (_, i) => enrol(i % 10, today));
  for (let d = 0; d < 60; d++) {
    const date = addDays(today, d);
    tablets.forEach((tablet, i) => {
      if (random.chance(0.01)) {
        registry.forEach((lease, at) => {
          if (lease.device === tablet.device) registry[at] = retireLease(lease, date);
        });
        tablets[i] = enrol(tablet.commune, date);
      } else if (random.chance(0.05)) exchange(tablet, date);
    });
    for (const tablet of tablets) {
      const draws = random.chance(0.02) ? 120 : random.below(8);
      for (let n = 0; n < draws; n++) {
        const agencyId = random.chance(0.2) ? district : agencyOf(tablet.commune);
        // The device's own day: a slow clock, and now and then one that jumps back for a single act.
        const own = addDays(date, tablet.drift - (random.chance(0.02) ? random.below(30) : 0));
        const key = `${agencyId}|${own}`;
        const draw = drawSerial(tablet.leases, tablet.used.get(key), agencyId, own);
        if (!draw.ok) {
          refused++;
          continue;
        }
        tablet.used.set(key, draw.value.used);
        codes.push(draw.value.code);
        if (draw.value.serial > 9000) overflowed++;
      }
    }
  }
  return { codes, refused, overflowed };
}

describe('a district for sixty days', () => {
  test('[N9] no code is ever drawn twice, and intake never blocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const { codes, refused } = drawForSixtyDays(seededRandom(seed));
        expect(codes.length).toBeGreaterThan(5000);
        expect(new Set(codes).size).toBe(codes.length);
        expect(refused).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  test('[N9] the days are busy enough to reach overflow', () => {
    expect(drawForSixtyDays(seededRandom(1)).overflowed).toBeGreaterThan(0);
  });
});
