/** Names what can go wrong with the browser's storage. Everything else that is thrown inside the database layer is a bug and goes on. */
import type { Result } from '@onestop/shared/kernel/result.ts';
import { err, ok } from '@onestop/shared/kernel/result.ts';
import type { StorageFault } from '../../contract/faults.ts';

const unavailableNames = new Set([
  'OpenFailedError',
  'MissingAPIError',
  'InvalidStateError',
  'UnknownError',
  'DatabaseClosedError',
  'SecurityError',
  'NotFoundError',
  'InvalidAccessError',
]);

interface NamedError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly inner?: unknown;
  readonly cause?: unknown;
}

/** Undefined where the error is not a storage failure. Dexie wraps the browser's error in `inner`, sometimes twice. */
export function storageFaultOf(error: unknown): StorageFault | undefined {
  let current = error;
  let unavailable: StorageFault | undefined;
  for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth++) {
    const { name, message, inner, cause } = current as NamedError;
    if (name === 'QuotaExceededError') return { code: 'storage/full' };
    if (name === 'VersionError') return { code: 'storage/newer-version' };
    if (typeof name === 'string' && unavailableNames.has(name))
      unavailable ??= { code: 'storage/unavailable', detail: `${name}: ${String(message)}` };
    current = inner ?? cause;
  }
  return unavailable;
}

/** Runs a database act; a storage failure becomes a value, anything else is thrown on. */
export async function guardStorage<T>(run: () => PromiseLike<T>): Promise<Result<T, StorageFault>> {
  try {
    return ok(await run());
  } catch (error) {
    const fault = storageFaultOf(error);
    if (fault === undefined) throw error;
    return err(fault);
  }
}
