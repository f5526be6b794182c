/** Look-up by code on the device: the rows in memory where somebody is signed in, else the ones on the disk. Nothing but the public status leaves this file. */
import { publicStatusOf, typedCode } from '@onestop/shared/register/public-status.ts';
import type { PublicLookup } from '../contract/public-lookup.ts';
import type { OpenedDevice } from './open-device.ts';
import { findStoredRow } from './db/stored-row.ts';

export function createPublicLookup({ db, log, reference }: Pick<OpenedDevice, 'db' | 'log' | 'reference'>): PublicLookup {
  return {
    asOf: () => log.state.get().pulledAt,
    find: async (typed) => {
      const { settings, offices = [] } = reference.live.get() ?? {};
      const own = offices.find(({ id }) => id === log.state.get().identity?.office);
      const code = typedCode(typed, own?.agencyId);
      if (settings === undefined || code === '') return undefined;
      const row = log.rowsOpen.get() ? log.index.findByCode(code) : await findStoredRow(db, code);
      const status = row && publicStatusOf(row, settings);
      return status && { code, status };
    },
  };
}
