/** Which rows are in which steady queue: one bit a queue for asking, one set a queue for listing. */
import type { QueueName } from '../../../contract/dossier-index.ts';
import { steadyQueues } from '@onestop/shared/register/queues.ts';
import { queueBits } from './queue-rules.ts';

export interface Members {
  readonly set: (slot: number, queues: readonly QueueName[]) => void;
  /** Whether the slot is in a queue of `bits`; 0 asks for nothing. */
  readonly isIn: (slot: number, bits: number) => boolean;
  /** undefined where the queue is none of the steady ones. */
  readonly slotsOf: (queue: QueueName | undefined) => ReadonlySet<number> | undefined;
}

export function createMembers(): Members {
  const bits: number[] = [];
  const sets = steadyQueues.map(() => new Set<number>());
  return {
    set: (slot, queues) => {
      const before = bits[slot] ?? 0;
      const next = queueBits(queues);
      bits[slot] = next;
      for (let place = 0; place < sets.length; place++) {
        const bit = 1 << place;
        if ((before & bit) === (next & bit)) continue;
        if ((next & bit) !== 0) (sets[place] as Set<number>).add(slot);
        else (sets[place] as Set<number>).delete(slot);
      }
    },
    isIn: (slot, wanted) => wanted === 0 || ((bits[slot] as number) & wanted) !== 0,
    slotsOf: (queue) => sets[(steadyQueues as readonly (QueueName | undefined)[]).indexOf(queue)],
  };
}
