/**
 * Every golden file through every reader: edge, facts, judgement, fold, row, timeline and printed forms. Then the same once more beside a build in which
 * every event has had another shape: what was written in the old one must be told, printed, judged and folded exactly like what is written today.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { formIds, forms } from '@onestop/client/print/forms/index.ts';
import { namesAmong, timelineSentence, unknownEventSentence } from '@onestop/client/texts/timeline.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { dossierEventTypes, findEventDefinition } from '@onestop/shared/dossier/events/index.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { factsAtEdge, readAtEdge } from '@onestop/shared/dossier/read-event.ts';
import { canonicalJson } from '@onestop/shared/kernel/canonical-json.ts';
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { dossierRow } from '@onestop/shared/register/row.ts';
import { judgeEvent } from '@onestop/shared/sync/judge-event.ts';
import { chain, eventOf, offices, reference, staff } from '../support/builders.ts';
import { withVersions } from '../support/versions.ts';

const filesIn = (name: string) => readdirSync(join(import.meta.dirname, name)).filter((file) => file.endsWith('.json'));
const read = <T>(name: string): T => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as T;

const stored = filesIn('events').map((file) => [file, read<EventEnvelope>(`events/${file}`)] as const);
const histories: readonly (readonly [string, readonly EventEnvelope[]])[] = [
  ...filesIn('dossiers').map((file) => [file, read<{ events: EventEnvelope[] }>(`dossiers/${file}`).events] as const),
  // What the golden histories have no slip of.
  ['guided', chain(['DossierDrafted', 'CitizenGuided'])],
];
const names = { office: (id: string) => id, staff: (id: string) => id };

/** Everything anybody here makes of a dossier's events. */
function allReadings(events: readonly EventEnvelope[]) {
  const state = must(foldDossier(events), 'a dossier');
  const view = { state, timeline: events.map((event) => ({ event, sync: 'SENT' as const })) };
  const printed = formIds.flatMap((id) => {
    const form = forms[id];
    return form.of === 'DOSSIER' ? (form.sheets(view, reference) ?? []) : [];
  });
  return {
    state: canonicalJson(state),
    row: canonicalJson(dossierRow(state)),
    told: events.map((event) => timelineSentence(event, namesAmong(events, names))),
    printed: printed.map((sheet) => renderToStaticMarkup(createElement('div', null, sheet))),
    facts: events.map(factsAtEdge),
    judged: events.map(judged),
  };
}

/** What the server says to the event, from a device that holds the number it draws. */
function judged(event: EventEnvelope) {
  const office = must(
    Object.values(offices).find((one) => one.id === event.office),
    'an office',
  );
  return judgeEvent(event, {
    serverTime: event.at + 60_000,
    device: event.device,
    office,
    offices: Object.values(offices),
    findStaff: (id) => Object.values(staff).find((one) => one.id === id),
    dossierOffices: () => [event.office],
    leases: [{ agencyId: offices.commune.agencyId, kind: 'RANGE', from: 1, to: 9999, digits: 4, validFrom: '1900-01-01' as PlainDate }],
  });
}

/** The body, beside a build that knows every event under a second shape; what is stored has the first. */
function besideNewShapes<T>(body: () => T): T {
  const play = dossierEventTypes.reduceRight<() => T>(
    (next, type) => () => {
      let result: { readonly value: T } | undefined;
      const definition = must(findEventDefinition(type), 'a known type');
      withVersions(definition, 2, [({ once }) => once as Record<string, unknown>], () => void (result = { value: next() }));
      return must(result, 'the body ran').value;
    },
    body,
  );
  return play();
}

/** As an older build wrote it: the same words under another name. What no build here knows stays as it is. */
function inFirstShape(event: EventEnvelope): EventEnvelope {
  return readAtEdge(event).kind === 'KNOWN' ? { ...event, version: 1, data: { once: event.data } } : event;
}

describe('readers', () => {
  test.each(stored)('[D19] %s is read at the edge, judged and told', (_file, event) => {
    expect(readAtEdge(event).kind).toBe('KNOWN');
    expect(['event/malformed', 'event/unknown-type', 'event/newer-version']).not.toContain(judged(event)?.code);
    const sentence = timelineSentence(
      event,
      namesAmong(
        stored.map(([, one]) => one),
        names,
      ),
    );
    expect(sentence.length).toBeGreaterThan(5);
    expect(sentence).not.toMatch(/undefined|\[object|NaN/);
    expect(sentence).not.toBe(unknownEventSentence);
  });

  test.each(histories)('[D19] %s is told, printed and judged as it is folded', (_file, events) => {
    const readings = allReadings(events);
    expect(readings.told).toHaveLength(events.length);
    // What the fold put aside as not understood, and only that, is told as such.
    const aside = new Set(must(foldDossier(events), 'a dossier').unknownEvents.map(eventKey));
    expect(readings.told.map((sentence) => sentence === unknownEventSentence)).toEqual(events.map((event) => aside.has(eventKey(event))));
    expect([...readings.told, ...readings.printed].join('\n')).not.toMatch(/undefined|\[object|NaN/);
  });

  test('[D121] what was settled is told by name: what is kept of whom, and what is not', () => {
    const told = histories.flatMap(([, events]) => allReadings(events).told).filter((sentence) => sentence.startsWith('Đối chiếu'));
    expect(told).toEqual(['Đối chiếu: giữ rút hồ sơ (lan); không lấy ghi đã xử lý xong (lan). Lý do: dân đã rút']);
  });

  test('[D19] the histories are worth it: receipts, slips, shares and codes', () => {
    const readings = histories.map(([, events]) => allReadings(events));
    expect(readings.filter(({ printed }) => printed.length > 0).length).toBeGreaterThan(3);
    expect(readings.some(({ facts }) => facts.some(({ shares }) => shares.length > 0))).toBe(true);
    expect(readings.every(({ judged: verdicts }) => verdicts.some((verdict) => verdict === undefined))).toBe(true);
    expect(must(readings.at(-1), 'the guided one').printed).toHaveLength(2);
  });

  test.each(histories)('[D19] %s in an older shape gives the same to every reader', (_file, events) => {
    const today = allReadings(events);
    const older = events.map(inFirstShape);
    expect(besideNewShapes(() => allReadings(older))).toEqual(today);
  });

  test.each(dossierEventTypes)('[D19] %s of a newer version is kept by every reader and read by none', (type) => {
    const event = { ...eventOf(type, { seq: 9 }), version: 99, data: { strange: true } };
    expect(readAtEdge(event).kind).toBe('NEWER');
    expect(factsAtEdge(event)).toEqual({ shares: [], draws: [] });
    expect(timelineSentence(event, namesAmong([event], names))).toBe(unknownEventSentence);
    const before = chain(['DossierAccepted']);
    const readings = allReadings([...before, { ...event, after: before.map(({ device, seq }) => ({ device, seq })) }]);
    expect(JSON.parse(readings.state)).toMatchObject({ status: 'ACCEPTED', unknownEvents: [{ seq: 9 }] });
    expect(readings.printed).toEqual(allReadings(before).printed);
  });
});
