/** One reader for events: nobody else looks into the data of an envelope, so that an old version is understood everywhere or nowhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from './imports.ts';
import { rawDataOf } from './raw-data.ts';

/** Whoever may, and why. Nothing else is excused, and an excuse that nobody needs any more is a failure. */
const excused: Readonly<Record<string, string>> = {
  'shared/src/dossier/read-event.ts': 'is the reader',
  'shared/src/dossier/write-event.ts': 'is the writer, the other side of the reader',
  'shared/src/daybook/read-day-event.ts': 'is the reader of what is of no dossier',
  'shared/src/protocol/columns/events.ts': 'carries envelopes over the wire, opaque',
  'shared/src/protocol/schemas.ts': 'asks only whether an arriving envelope has an object there',
  'client/src/data/db/log/perform.ts': 'puts what a command gave into its envelope',
  'client/src/data/db/log/relog.ts': 'renames references for a new device identity, whatever the type',
  'client/src/ports/browser-platform.ts': 'hears messages of the browser, no dossier events',
  'client/src/sw.ts': 'hears messages of the browser, no dossier events',
};

const shipped = sourceFiles(['shared/src', 'sync-server/src', 'sync-server/tools', 'client/src']).filter(
  // In an event's own file `event` is what the reader gave it: typed and lifted.
  (file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('shared/src/dossier/events/'),
);

const withEnvelope = (body: string): string => `import type { EventEnvelope } from './envelope.ts';\n${body}\n`;

describe('raw data of events', () => {
  it('[T32] nobody but the reader looks into an envelope', () => {
    const found = shipped.flatMap((file) => rawDataOf(file, readFileSync(join(root, file), 'utf8')));
    expect(
      found.filter((place) => excused[place.split(':')[0] ?? ''] === undefined),
      'read it with readEvent',
    ).toEqual([]);
    expect(Object.keys(excused).filter((file) => !found.some((place) => place.startsWith(`${file}:`)))).toEqual([]);
  });

  it.each([
    ['a member of an event', 'export const f = (event: { data: { code: string } }) => event.data.code;'],
    ['a member by its text', "export const f = (event: any) => event['data'];"],
    ['a member of a timeline line', 'export const f = (entry: any) => entry.event.data;'],
    ['behind a question mark', 'export const f = (lastEvent?: any) => lastEvent?.data;'],
    ['behind a cast', 'export const f = (event: unknown) => (event as any).data;'],
    ['taken apart', 'export function f(event: any) { const { data } = event; return data; }'],
    ['under any name where envelopes are known', withEnvelope('export const f = (one: EventEnvelope) => one.data;')],
    ['a parameter taken apart', withEnvelope('export const f = ({ data }: EventEnvelope) => data;')],
    ['a loop taken apart', withEnvelope('export function f(all: readonly EventEnvelope[]) { for (const { data } of all) return data; }')],
    ['a line taken apart', withEnvelope('export const f = ({ event: { data } }: { event: EventEnvelope }) => data;')],
  ])('[T32] the net holds: %s', (_what, source) => {
    expect(rawDataOf('planted.ts', source)).toHaveLength(1);
  });

  it.each([
    ['what the reader gave', withEnvelope('export const f = (event: EventEnvelope) => readEvent(event).data;')],
    [
      'what the reader gave, by name',
      withEnvelope('export function f(event: EventEnvelope) { const read = readEvent(event); return read.data; }'),
    ],
    ['a form that makes its data', withEnvelope('export const f = (form: any, view: any) => form.data(view);')],
    ['a parsed input', 'export const f = (parsed: any) => parsed.data;'],
  ])('[T32] the net lets through: %s', (_what, source) => {
    expect(rawDataOf('fair.ts', source)).toEqual([]);
  });
});
