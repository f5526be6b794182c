import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bytesToHex } from '../kernel/bytes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { DeviceId, DossierId, OfficeId, StaffId } from '../kernel/ids.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import { genesisLink, linkAfterAll, linksEqual, nextLink } from './chain.ts';

const device = 'bd-1' as DeviceId;
const event: EventEnvelope = {
  device,
  seq: 1,
  dossier: 'd0ss1er00001' as DossierId,
  after: [{ device, seq: 3 }],
  type: 'DossierDrafted',
  version: 1,
  at: 1_795_400_000_000,
  clockOffsetMs: -12,
  actor: 'lan' as StaffId,
  office: '09529' as OfficeId,
  data: { note: 'Nguyễn Thị Mẫu, 😀', intake: { sets: 1, owner: { fullName: 'Ă' } } },
};

describe('the chain of a log', () => {
  test('[S1] a link is SHA-256 over the link before and the canonical JSON of the event', () => {
    const before = createHash('sha256').update('motcua:bd-1').digest();
    expect(bytesToHex(genesisLink(device))).toBe(before.toString('hex'));
    const expected = createHash('sha256').update(before).update(canonicalJson(event), 'utf8').digest('hex');
    expect(bytesToHex(nextLink(genesisLink(device), event))).toBe(expected);
  });

  test('[S1] member order and absent members do not change a link', () => {
    const { data, at, ...rest } = event;
    const reordered: EventEnvelope = { at, data: { extra: undefined, intake: data['intake'], note: data['note'] }, ...rest };
    expect(linksEqual(nextLink(genesisLink(device), reordered), nextLink(genesisLink(device), event))).toBe(true);
  });

  test('[S1] every member of an event, and every event before it, changes the link', () => {
    const base = nextLink(genesisLink(device), event);
    const changes: Partial<EventEnvelope>[] = [
      { seq: 2 },
      { at: event.at + 1 },
      { clockOffsetMs: 0 },
      { actor: 'hung' as StaffId },
      { after: [] },
      { version: 2 },
      { type: 'X' },
      { data: {} },
      { office: 'LT' as OfficeId },
      { dossier: 'd0ss1er00002' as DossierId },
      { device: 'bd-2' as DeviceId },
    ];
    for (const change of changes) expect(linksEqual(nextLink(genesisLink(device), { ...event, ...change }), base)).toBe(false);
    const chained = linkAfterAll(genesisLink(device), [event, { ...event, seq: 2 }]);
    expect(linksEqual(chained, nextLink(base, { ...event, seq: 2 }))).toBe(true);
    expect(
      linksEqual(
        chained,
        linkAfterAll(genesisLink(device), [
          { ...event, at: 5 },
          { ...event, seq: 2 },
        ]),
      ),
    ).toBe(false);
  });

  test('[S2] chains of two devices start apart', () => {
    expect(linksEqual(genesisLink(device), genesisLink('bd-2' as DeviceId))).toBe(false);
  });

  test('[S1] a faster hash behind the same signature gives the same links', () => {
    const node = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
    const events = Array.from({ length: 20 }, (_, i) => ({ ...event, seq: i + 1, data: { text: 'ă'.repeat(i * 300) } }));
    expect(bytesToHex(linkAfterAll(genesisLink(device), events, node))).toBe(bytesToHex(linkAfterAll(genesisLink(device), events)));
  });
});
