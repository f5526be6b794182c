/** Units and officers as the administration's lists need them: who takes part today, and how many devices a unit has in use. */
import { useEffect, useState } from 'react';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { takesPart } from '@onestop/shared/reference/office-life.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';

/** Units that work with this system today: only they get devices and officers. */
export function useWorkingOffices(): readonly Office[] {
  const { reference, now } = useServices();
  const today = instantToPlainDate(now());
  return (useLive(reference)?.offices ?? []).filter((one) => takesPart(one, today));
}

/** Of a unit, as the centre says; undefined until it has, or where it cannot be reached. */
export function useDeviceCount(office: OfficeId): number | undefined {
  const { admin } = useServices();
  const [count, setCount] = useState<number>();
  useEffect(() => {
    let live = true;
    const ask = async () => {
      const found = await admin.listDevices();
      if (live && found.ok) setCount(found.value.filter((one) => one.office === office && one.revokedAt === undefined).length);
    };
    void ask();
    return () => {
      live = false;
    };
  }, [admin, office]);
  return count;
}
