/**
 * Accepted events → feeds. Every office that sees a dossier gets its new events; an office that sees it for the first time gets its earlier
 * events first. Events go in as runs of consecutive events of one device; each run's end carries a random mark.
 */
import { limits } from '@onestop/shared/protocol/limits.ts';
import type { DeviceId, EventRef, OfficeId } from '@onestop/shared/kernel/ids.ts';
import type { Random } from '@onestop/shared/ports.ts';
import type { Tx } from '../db/store.ts';
import type { TouchedDossier } from './projections.ts';

export async function feedDossiers(tx: Tx, random: Random, touched: readonly TouchedDossier[]): Promise<readonly OfficeId[]> {
  const earlierByOffice = new Map<OfficeId, EventRef[]>();
  const freshByOffice = new Map<OfficeId, EventRef[]>();
  for (const { earlier, released, fresh, officesBefore, officesAfter } of touched) {
    // An office that once saw a dossier keeps getting its events, whatever a later fold says.
    for (const office of new Set([...officesBefore, ...officesAfter])) {
      listIn(earlierByOffice, office).push(...(officesBefore.includes(office) ? [] : earlier), ...released);
      listIn(freshByOffice, office).push(...fresh);
    }
  }
  const grown: OfficeId[] = [];
  for (const office of [...freshByOffice.keys()].sort()) {
    const lists = [earlierByOffice.get(office) ?? [], freshByOffice.get(office) ?? []];
    for (const refs of lists) {
      for (const [author, own] of Map.groupBy(refs, (ref) => ref.device)) await appendRuns(tx, random, office, author, own);
    }
    if (lists.some((refs) => refs.length > 0)) grown.push(office);
  }
  return grown;
}

async function appendRuns(tx: Tx, random: Random, office: OfficeId, device: DeviceId, refs: readonly EventRef[]): Promise<void> {
  const seqs = refs.map((ref) => ref.seq).sort((a, b) => a - b);
  let from = 0;
  for (let i = 1; i <= seqs.length; i++) {
    const isNext = i < seqs.length && seqs[i] === (seqs[i - 1] ?? 0) + 1 && i - from < limits.feedRunEventsMax;
    if (isNext) continue;
    await tx.appendFeed(office, device, seqs[from] ?? 0, i - from, newMark(random));
    from = i;
  }
}

/** 31 random bits: a server restored from a backup and grown again gives other marks to the same positions. */
function newMark(random: Random): number {
  const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4);
  return ((a & 127) << 24) | (b << 16) | (c << 8) | d;
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made: V[] = [];
  lists.set(key, made);
  return made;
}
