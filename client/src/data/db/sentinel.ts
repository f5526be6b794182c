/**
 * A note outside IndexedDB of what this device held last. A browser may clear IndexedDB under pressure without a word; the note then says
 * that a log was here, and up to which event (field E13). Two places, because either may be cleared alone.
 */
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';

export interface SentinelMark {
  readonly device: DeviceId;
  readonly seq: number;
}

export interface Sentinel {
  readonly read: () => Promise<SentinelMark | undefined>;
  /** Cheap enough for every act. */
  readonly write: (mark: SentinelMark) => void;
}

const key = 'motcua.sentinel';
const cacheName = 'motcua-sentinel';
const cacheUrl = '/__sentinel';
/** The second copy is written only every so many events: it costs more. */
const cacheEvery = 20;

export function createSentinel(
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
  caches: Pick<CacheStorage, 'open'> | undefined,
  name = '',
): Sentinel {
  let last: SentinelMark | undefined;
  let cached: SentinelMark | undefined;

  async function readCache(): Promise<SentinelMark | undefined> {
    if (caches === undefined) return undefined;
    const response = await (await caches.open(cacheName + name)).match(cacheUrl);
    return response === undefined ? undefined : parseMark(await response.text());
  }

  async function writeCache(mark: SentinelMark): Promise<void> {
    if (caches === undefined) return;
    await (await caches.open(cacheName + name)).put(cacheUrl, new Response(JSON.stringify(mark)));
  }

  return {
    read: async () => {
      const stored = parseMark(storage?.getItem(key + name) ?? undefined);
      const second = await readCache().catch(onCacheError);
      if (stored === undefined || second === undefined) return stored ?? second;
      return stored.device === second.device && second.seq > stored.seq ? second : stored;
    },
    write: (mark) => {
      if (last?.device === mark.device && last.seq >= mark.seq) return;
      last = mark;
      try {
        storage?.setItem(key + name, JSON.stringify(mark));
      } catch (error) {
        // A full local storage costs the early warning, never the act.
        if (!(error instanceof Error) || error.name !== 'QuotaExceededError') throw error;
      }
      if (cached === undefined || cached.device !== mark.device || mark.seq - cached.seq >= cacheEvery) {
        cached = mark;
        void writeCache(mark).catch(() => {
          cached = undefined;
        });
      }
    },
  };
}

/** The browser may refuse a cache (private mode, no space): then there is one copy only. */
function onCacheError(error: unknown): undefined {
  if (!(error instanceof Error)) throw error;
  return undefined;
}

function parseMark(text: string | undefined): SentinelMark | undefined {
  if (text === undefined) return undefined;
  try {
    const { device, seq } = JSON.parse(text) as Partial<SentinelMark>;
    return typeof device === 'string' && typeof seq === 'number' ? { device, seq } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
