/** At which machine something was done, in words: this one, another of the office, or whose. Ids of devices mean nothing to an officer. */
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { vi } from '../../texts/vi.ts';

export function useWhere(): (event: EventEnvelope) => string {
  const t = vi.dossier;
  const { device, office, reference } = useServices();
  const names = useNames();
  const own = useLive(device.info);
  const unit = useLive(office);
  const offices = useLive(reference)?.offices ?? [];
  return (event) => {
    if (event.device === own?.device) return t.thisDevice;
    if (event.office === own?.office) return isCentre(unit) ? t.otherCentreDevice : t.otherDevice;
    return isCentre(offices.find((one) => one.id === event.office)) ? t.centreDevice : t.officeDevice(names.office(event.office));
  };
}
