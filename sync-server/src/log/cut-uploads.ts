/**
 * What has come of uploads that are not complete (`protocol/upload.ts`): in memory, one for a device, for a while. Counted as it comes, because a dead line is
 * noticed here minutes after the device has given it up and asks again. Losing it costs a device some bytes, nothing else; another server process
 * simply does not have it.
 */
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import type { Clock } from '@onestop/shared/ports.ts';
import type { KeptUpload } from '@onestop/shared/protocol/upload.ts';

export interface CutUploads {
  /** An upload begins, or goes on after `from` bytes; undefined where those are not here. */
  readonly begin: (device: DeviceId, name: string, from: number) => Upload | undefined;
  readonly find: (device: DeviceId) => KeptUpload | undefined;
}

export interface Upload {
  readonly push: (chunk: Uint8Array) => void;
  readonly size: () => number;
  /** Complete: the whole body, which is kept no longer. */
  readonly finish: () => Uint8Array;
}

interface Kept {
  readonly name: string;
  readonly chunks: Uint8Array[];
  size: number;
  at: number;
}

const keepMs = 15 * 60_000;
const totalBytesMax = 32 * 1_048_576;

export function createCutUploads(clock: Clock): CutUploads {
  const kept = new Map<DeviceId, Kept>();
  let total = 0;

  function drop(device: DeviceId): void {
    total -= kept.get(device)?.size ?? 0;
    kept.delete(device);
  }

  function fresh(device: DeviceId): Kept | undefined {
    const found = kept.get(device);
    if (found !== undefined && clock.now() - found.at > keepMs) drop(device);
    return kept.get(device);
  }

  function add(device: DeviceId, upload: Kept, chunk: Uint8Array): void {
    upload.chunks.push(chunk);
    upload.size += chunk.length;
    // Where the device has begun again meanwhile, the older line's bytes are its own business.
    if (kept.get(device) !== upload) return;
    upload.at = clock.now();
    total += chunk.length;
    // The oldest are first.
    for (const each of kept.keys()) {
      if (total <= totalBytesMax) return;
      drop(each);
    }
  }

  return {
    begin: (device, name, from) => {
      const before = fresh(device);
      if (from > 0 && (before === undefined || before.name !== name || before.size < from)) return undefined;
      const upload: Kept = { name, chunks: [], size: 0, at: clock.now() };
      drop(device);
      kept.set(device, upload);
      if (from > 0 && before !== undefined) add(device, upload, Buffer.concat(before.chunks).subarray(0, from));
      return {
        push: (chunk) => add(device, upload, chunk),
        size: () => upload.size,
        finish: () => {
          if (kept.get(device) === upload) drop(device);
          return Buffer.concat(upload.chunks);
        },
      };
    },
    find: (device) => {
      const found = fresh(device);
      return found === undefined || found.size === 0 ? undefined : { name: found.name, bytes: found.size };
    },
  };
}
