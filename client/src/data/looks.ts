/**
 * Looks at the personal data of another office's dossier, written into its timeline (design §8): each kind once a sitting, whatever page or tab it is done from. The own
 * office's looks leave no trace.
 */
import type { LookKind } from '@onestop/shared/dossier/define-event.ts';
import type { DeviceId, DossierId } from '@onestop/shared/kernel/ids.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Dossiers, DossierView } from '../contract/dossiers.ts';
import type { SignedIn } from '../contract/session.ts';

export interface LooksDeps {
  readonly open: Dossiers['open'];
  readonly perform: Dossiers['perform'];
  readonly sitting: () => {
    readonly current: SignedIn | undefined;
    readonly office: Office | undefined;
    readonly device: DeviceId | undefined;
  };
}

export function createLooks({ open, perform, sitting }: LooksDeps): Dossiers['look'] {
  const underWay = new Map<string, Promise<string | undefined>>();

  async function look(id: DossierId, what: LookKind): Promise<string | undefined> {
    const { current, office, device } = sitting();
    if (current === undefined || office === undefined) return undefined;
    const view = await open(id);
    if (view === undefined || view.state.office === office.id || (await wasSeen(view, what, current, device))) return undefined;
    // Somebody else may have come meanwhile: nobody looks in another's name.
    if (sitting().current?.staff.id !== current.staff.id) return undefined;
    const done = await perform({ command: 'viewDossier', dossier: id, input: { what } });
    return done.ok ? undefined : done.error.code;
  }

  return (id, what) => {
    const { current } = sitting();
    const key = `${id} ${what} ${current?.staff.id} ${current?.since}`;
    const running = underWay.get(key) ?? look(id, what).finally(() => underWay.delete(key));
    underWay.set(key, running);
    return running;
  };
}

async function wasSeen(
  { timeline }: DossierView,
  what: LookKind,
  { staff, since }: SignedIn,
  device: DeviceId | undefined,
): Promise<boolean> {
  const { lookIn, readEvent } = await import('@onestop/shared/dossier/read-event.ts');
  return timeline.some(
    ({ event, sync }) =>
      sync !== 'REFUSED' && event.actor === staff.id && event.device === device && event.at >= since && lookIn(readEvent(event)) === what,
  );
}
