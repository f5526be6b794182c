import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { presetDictionary1 } from '@onestop/shared/protocol/dictionary.ts';
import { pack } from '@onestop/shared/protocol/pack.ts';
import { encodeEvents, encodeSyncAnswer, encodeSyncRequest } from '@onestop/shared/protocol/wire.ts';
import { demoOffices } from '@onestop/sync-server/demo/offices.ts';
import { demoStaff } from '@onestop/sync-server/demo/staff.ts';
import { eventOf } from '../../support/builders.ts';
import { sampleAcceptances, sampleDesk } from '../../support/sample-dossiers.ts';
import { highlands, mekong, moveElsewhere } from '../../support/elsewhere.ts';
import { answerWith, demoProcedures, requestWith } from '../../support/wire-samples.ts';

const acceptances = sampleAcceptances(10_000, demoProcedures(), 11);

function jsonLines(events: readonly EventEnvelope[]): number {
  return gzipSync(events.map((event) => JSON.stringify(event)).join('\n'), { level: 6 }).length;
}

describe('bytes on the line', () => {
  test('[S9] ten thousand acceptances, at once and in batches, beat gzip’d JSON lines', () => {
    const reference = jsonLines(acceptances);
    const whole = pack(encodeEvents(acceptances)).length;
    let batches = 0;
    for (let i = 0; i < acceptances.length; i += 2_000) batches += pack(encodeEvents(acceptances.slice(i, i + 2_000))).length;
    expect(whole).toBeLessThan(reference * 0.6);
    expect(batches).toBeLessThan(reference * 0.6);
    expect(batches / acceptances.length).toBeLessThan(150);
  });

  test('[S10] small exchanges are small', () => {
    const request = (events: readonly EventEnvelope[]): number => pack(encodeSyncRequest(requestWith(events))).length;
    const answer = (events: readonly EventEnvelope[]): number => pack(encodeSyncAnswer(answerWith(events))).length;
    expect(request([])).toBeLessThanOrEqual(100);
    expect(answer([])).toBeLessThanOrEqual(100);
    for (let i = 0; i < 30; i++) expect(request(acceptances.slice(i, i + 1))).toBeLessThanOrEqual(950);
    expect(
      request([eventOf('DossierForwarded', { device: sampleDesk.device, seq: 9, after: [{ device: sampleDesk.device, seq: 3 }] })]),
    ).toBeLessThanOrEqual(260);
    expect(request(acceptances.slice(0, 20))).toBeLessThanOrEqual(3_000);
    expect(answer(acceptances.slice(0, 20))).toBeLessThanOrEqual(3_000);
  });

  test.each([
    [1, 270],
    [5, 200],
    [20, 125],
  ])('[S56] %d dossiers a message cost other provinces no more than the demonstration, within 15 in the hundred', (count, bytesMax) => {
    const base = acceptances.slice(0, 200);
    const each = (events: readonly EventEnvelope[]): number => {
      let bytes = 0;
      for (let i = 0; i < events.length; i += count) bytes += pack(encodeEvents(events.slice(i, i + count))).length;
      return bytes / events.length;
    };
    const here = each(base);
    expect(here).toBeLessThanOrEqual(bytesMax);
    for (const there of [highlands, mekong]) {
      const ratio = each(moveElsewhere(base, there)) / here;
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
    }
  });

  test('[S56] the preset dictionary knows no desk, no officer and no test', () => {
    const text = new TextDecoder().decode(presetDictionary1);
    const own = [
      ...demoStaff.flatMap((one) => [one.id, `.${one.login}`, one.fullName]),
      ...demoOffices.flatMap((one) => [one.id, one.name]),
    ];
    const words = [...own, sampleDesk.device, 'bd-1', 'Lương Tài', 'Synthetic'];
    // Two letters are nobody's name.
    expect(words.filter((word) => word.length > 2 && text.includes(word))).toEqual([]);
  });
});
