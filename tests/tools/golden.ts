/**
 * `npm run golden`: writes the golden file of every event version that has none yet, never over an old one: what was shipped once must fold
 * for ever. Golden dossiers are histories with the state they must give; a changed one is written only when its file was removed by hand.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@onestop/shared/kernel/canonical-json.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { dossierEventTypes } from '@onestop/shared/dossier/events/index.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { dossierRow } from '@onestop/shared/register/row.ts';
import { eventOf } from '../support/builders.ts';
import { goldenHistories } from '../support/golden-histories.ts';

const folder = join(import.meta.dirname, '..', 'golden');

function writeOnce(file: string, value: unknown): void {
  const path = join(folder, file);
  if (existsSync(path)) return;
  writeFileSync(path, `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 1)}\n`);
  process.stdout.write(`written: tests/golden/${file}\n`);
}

mkdirSync(join(folder, 'events'), { recursive: true });
mkdirSync(join(folder, 'dossiers'), { recursive: true });
for (const type of dossierEventTypes) {
  const event: EventEnvelope = eventOf(type, { seq: 1 });
  writeOnce(`events/${type}@${event.version}.json`, event);
}
for (const [name, events] of Object.entries(goldenHistories())) {
  const state = foldDossier(events);
  writeOnce(`dossiers/${name}.json`, { events, state, row: state && dossierRow(state) });
}
