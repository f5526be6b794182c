/** The server's fast chain gives the links of the shared one, whatever the text. */
import { describe, expect, it } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { DeviceId, DossierId, OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import { canonicalJson } from '@onestop/shared/kernel/canonical-json.ts';
import { genesisLink, linkAfterAll } from '@onestop/shared/sync/chain.ts';
import { createChainFollower } from './chain-follower.ts';

const texts = ['', 'Nguyễn Thị Đông', '\u0000\n"\\', '😀 and a lone \ud800 half', 'x'.repeat(70_000), 'ế'.repeat(30_000)];

const events: readonly EventEnvelope[] = texts.map((name, i) => ({
  device: 'a' as DeviceId,
  seq: i + 1,
  dossier: 'd' as DossierId,
  after: [],
  type: 'T',
  version: 1,
  at: i,
  clockOffsetMs: -5,
  actor: 's' as StaffId,
  office: 'o' as OfficeId,
  data: { z: 1, name, absent: undefined, list: [null, true, { b: 1, a: 2 }] },
}));

describe('chain follower', () => {
  it('[B21] equals the shared chain and keeps the canonical texts', () => {
    const start = genesisLink('a' as DeviceId);
    const follower = createChainFollower();
    expect(follower.follow(follower.follow(start, events.slice(0, 2)), events.slice(2))).toEqual(
      new Uint8Array(linkAfterAll(start, events)),
    );
    expect(follower.lastTexts(4)).toEqual(events.slice(2).map(canonicalJson));
  });
});
