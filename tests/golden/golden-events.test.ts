/** What was shipped once must be understood for ever: every stored event version passes the edge, and every golden history gives its state. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAtEdge } from '@onestop/shared/dossier/read-event.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { dossierEventTypes, findEventDefinition } from '@onestop/shared/dossier/events/index.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { canonicalJson } from '@onestop/shared/kernel/canonical-json.ts';
import { dossierRow } from '@onestop/shared/register/row.ts';
import { chain, type Step } from '../support/builders.ts';
import { stories } from '../support/given.ts';
import { seededRandom } from '../support/random.ts';

const folder = (name: string) => join(import.meta.dirname, name);
const filesIn = (name: string) => readdirSync(folder(name)).filter((file) => file.endsWith('.json'));
const read = <T>(name: string): T => JSON.parse(readFileSync(folder(name), 'utf8')) as T;
const eventFiles = filesIn('events');

describe('golden events', () => {
  test('[D14] every version of every event has its file, and no file is without an event', () => {
    const expected = dossierEventTypes.flatMap((type) =>
      Array.from({ length: findEventDefinition(type)?.version ?? 0 }, (_, i) => `${type}@${i + 1}.json`),
    );
    expect([...eventFiles].sort(), 'run the golden tool').toEqual(expected.sort());
  });

  test.each(eventFiles)('[D14] %s passes the edge and takes effect', (file) => {
    const event = read<EventEnvelope>(`events/${file}`);
    expect(`${event.type}@${event.version}.json`).toBe(file);
    expect(readAtEdge(event).kind).toBe('KNOWN');
    // A verdict takes effect only on what it speaks about (see the golden dossier of two tablets).
    if (findEventDefinition(event.type)?.verdict !== undefined) return;
    const ways = Object.values(stories).map((story): readonly Step[] => [...story]);
    const took = ways.some((story) => {
      const before = chain(story);
      const state = foldDossier([...before, { ...event, seq: 500, after: before.slice(-1).map(({ device, seq }) => ({ device, seq })) }]);
      return state !== undefined && state.contradictions.length === 0 && state.unknownEvents.length === 0;
    });
    expect(took).toBe(true);
  });
});

interface GoldenDossier {
  readonly events: readonly EventEnvelope[];
  readonly state: unknown;
  readonly row: unknown;
}

describe('golden dossiers', () => {
  test.each(filesIn('dossiers'))('[D14] %s gives its state and row, in any order of delivery', (file) => {
    const golden = read<GoldenDossier>(`dossiers/${file}`);
    for (let seed = 0; seed < 10; seed++) {
      const state = foldDossier(seed === 0 ? golden.events : seededRandom(seed).shuffle(golden.events));
      expect(JSON.parse(canonicalJson(state))).toEqual(golden.state);
      expect(JSON.parse(canonicalJson(state && dossierRow(state)))).toEqual(golden.row);
    }
  });

  test('[D14] there are golden dossiers', () => {
    expect(filesIn('dossiers').length).toBeGreaterThanOrEqual(5);
  });
});
