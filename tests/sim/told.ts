/** What officers of the simulation were told is saved: it must be on the server in the end, once. */
import { canonicalJson, type Json } from '@onestop/shared/kernel/canonical-json.ts';
import { civilToInstant, type Instant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { clockJitterMs } from '@onestop/shared/sync/act-time.ts';
import type { Desk } from './desk.ts';
import type { World } from './world.ts';

/** When every story begins. */
export const start: Instant = civilToInstant('2026-11-23' as PlainDate, 8 * 60);

/** What data name of other events is left out: a copied device writes its events again under a new identity, and what pointed at them points at the new ones. */
export function contentKey(event: EventEnvelope): string {
  return canonicalJson([event.dossier, event.type, event.at, event.actor, withoutRefs(event.data)]);
}

function withoutRefs(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withoutRefs(item) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const record = value as { readonly [key: string]: Json | undefined };
  const keys = Object.keys(record);
  if (keys.length === 2 && typeof record['device'] === 'string' && typeof record['seq'] === 'number') return 'an event';
  return Object.fromEntries(keys.map((key) => [key, withoutRefs(record[key])]));
}

export function noteTold(world: World, desk: Desk, events: readonly EventEnvelope[]): void {
  for (const event of events) {
    const key = contentKey(event);
    world.told.set(key, { key, desk: desk.name, event, times: (world.told.get(key)?.times ?? 0) + 1 });
    world.tally.count(`event ${event.type}`);
    if (event.stated) world.tally.count('act at a stated time');
    if (event.at < start - clockJitterMs)
      throw new Error(`[S-I11] ${desk.name}: ${event.type} is stamped ${new Date(event.at).toISOString()}`);
    noteCode(world, desk, event);
  }
}

function noteCode(world: World, desk: Desk, event: EventEnvelope): void {
  if (event.type !== 'DossierAccepted') return;
  const code = String(event.data['code']);
  const other = world.codes.get(code);
  if (other !== undefined && other !== event.dossier && !world.clonedDesks.has(desk.name))
    throw new Error(`[S-I4] code ${code} printed twice: ${other} and ${event.dossier}`);
  world.codes.set(code, event.dossier);
}
