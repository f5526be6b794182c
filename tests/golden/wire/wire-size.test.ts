import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { pack } from '@onestop/shared/protocol/pack.ts';
import { encodeEvents, encodeSyncAnswer, encodeSyncRequest } from '@onestop/shared/protocol/wire.ts';
import { eventOf } from '../../support/builders.ts';
import { sampleAcceptances, sampleDesk } from '../../support/sample-dossiers.ts';
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
});
