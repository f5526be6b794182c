/** One dossier as its page shows it: its state, and its timeline with what became of each event on the way to the centre. */
import { type DossierId, eventKey } from '@onestop/shared/kernel/ids.ts';
import { orderEvents } from '@onestop/shared/dossier/order.ts';
import type { DossierView, TimelineEntry } from '../../../contract/dossiers.ts';
import { ackedOf, type LogContext, logTables } from './context.ts';
import { readDossier } from './fold.ts';

export async function openDossier(context: LogContext, id: DossierId): Promise<DossierView | undefined> {
  const { db, mirror } = context;
  return db.dexie.transaction('r', logTables(db), async () => {
    const current = await mirror.catchUp();
    const dossier = await readDossier(context, id);
    if (dossier.state === undefined) return undefined;
    const refused = mirror.refused.get();
    const acked = current.identity === undefined ? 0 : ackedOf(current, current.identity).seq;
    const stored = new Set(dossier.events.map(eventKey));
    // Refused events of an identity this device had before are only in the refused list.
    const elsewhere = [...refused.values()]
      .map(({ event }) => event)
      .filter((event) => event.dossier === id && !stored.has(eventKey(event)));
    const timeline = orderEvents([...dossier.events, ...elsewhere]).map((event): TimelineEntry => {
      const out = refused.get(eventKey(event));
      if (out !== undefined) return { event, sync: out.kind, refusedCode: out.code };
      if (event.device !== current.identity?.device) return { event, sync: 'RECEIVED' };
      return { event, sync: event.seq <= acked ? 'SENT' : 'LOCAL' };
    });
    return { state: dossier.state, timeline };
  });
}
