/** What is done in idle moments: tidying the log, and asking the browser how much room is left. */
import type { StorageFault } from '../contract/faults.ts';
import type { Platform } from '../ports/platform.ts';
import type { EventLog } from './db/event-log.ts';
import { storageFaultOf } from './db/storage-fault.ts';
import type { DeviceFacts } from './engine/turn.ts';

export interface Housekeeping {
  readonly facts: () => DeviceFacts;
  readonly schedule: () => void;
  /** Work behind the screens: a closing tab has no database any more, a failing one says so. */
  readonly onError: (error: unknown) => void;
  readonly stop: () => void;
}

export function createHousekeeping(platform: Platform, log: EventLog, onFault: (fault: StorageFault) => void): Housekeeping {
  let facts: DeviceFacts = {};
  let scheduled = false;
  let stopped = false;

  function onError(error: unknown): void {
    const found = storageFaultOf(error);
    if (found === undefined) throw error;
    if (!stopped) onFault(found);
  }

  async function keepHouse(): Promise<void> {
    const { usedBytes, quotaBytes } = await platform.storageHealth.estimate();
    facts = { usedBytes, quotaBytes, persisted: await platform.storageHealth.persisted() };
    const tidied = await log.tidy();
    if (!tidied.ok && !stopped) onFault(tidied.error);
  }

  return {
    facts: () => facts,
    schedule: () => {
      if (scheduled) return;
      scheduled = true;
      platform.idle(() => {
        void keepHouse()
          .catch(onError)
          .finally(() => {
            scheduled = false;
          });
      });
    },
    onError,
    stop: () => {
      stopped = true;
    },
  };
}
