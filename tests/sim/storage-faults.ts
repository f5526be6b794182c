/**
 * Faults of the browser's storage, injected below the product: into the IndexedDB implementation itself. A tab can die or the disk be full at any write of
 * a transaction; and the number of transactions under way tells the simulation when a desk has nothing more to do.
 */
import { IDBDatabase, IDBObjectStore } from 'fake-indexeddb';

export type StorageFaultKind = 'tab-killed-in-transaction' | 'quota-exceeded';

interface Planned {
  readonly kind: StorageFaultKind;
  writesLeft: number;
}

const planned = new Map<string, Planned>();
let running = 0;

export function planStorageFault(databaseName: string, kind: StorageFaultKind, afterWrites: number): void {
  planned.set(databaseName, { kind, writesLeft: afterWrites });
}

/** True where the planned fault has not struck; it is then taken back. */
export function cancelStorageFault(databaseName: string): boolean {
  return planned.delete(databaseName);
}

export function transactionsUnderWay(): number {
  return running;
}

interface StoreLike {
  readonly transaction: { readonly db: { readonly name: string }; readonly abort: () => void };
}

let installed = false;

export function installStorageFaults(): void {
  if (installed) return;
  installed = true;
  const database = IDBDatabase.prototype as unknown as { transaction: (...args: unknown[]) => EventTarget };
  const { transaction } = database;
  database.transaction = function begin(this: unknown, ...args: unknown[]): EventTarget {
    const begun = transaction.apply(this, args);
    running += 1;
    const end = (): void => {
      running -= 1;
    };
    begun.addEventListener('complete', end);
    begun.addEventListener('abort', end);
    return begun;
  };
  const store = IDBObjectStore.prototype as unknown as Record<'put' | 'add', (this: StoreLike, ...args: unknown[]) => unknown>;
  for (const method of ['put', 'add'] as const) {
    const original = store[method];
    store[method] = function write(this: StoreLike, ...args: unknown[]): unknown {
      strike(this);
      return original.apply(this, args);
    };
  }
}

function strike(store: StoreLike): void {
  const { name } = store.transaction.db;
  const fault = planned.get(name);
  if (fault === undefined) return;
  fault.writesLeft -= 1;
  if (fault.writesLeft >= 0) return;
  planned.delete(name);
  store.transaction.abort();
  throw new DOMException(fault.kind, fault.kind === 'quota-exceeded' ? 'QuotaExceededError' : 'AbortError');
}
