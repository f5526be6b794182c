import { describe, expect, test } from 'vitest';
import { civilToInstant } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import type { SyncStatus } from '../contract/sync-status.ts';
import { diarySentence, pillName, syncPill } from './sync-words.ts';

const now = civilToInstant('2026-11-23' as PlainDate, 600);
const receipt = civilToInstant('2026-11-23' as PlainDate, 495);
const idle: SyncStatus = {
  phase: 'IDLE',
  pendingEvents: 0,
  pendingBytes: 0,
  reachable: true,
  lastReceiptAt: receipt,
  lastAttemptAt: receipt,
  refused: 0,
  leader: true,
  freshness: [],
};

describe('what the pill says', () => {
  test('[U10] it names what waits and how much while the line is down', () => {
    expect(syncPill({ ...idle, reachable: false, phase: 'WAITING', pendingEvents: 7, pendingBytes: 12_100 }, now).text).toBe(
      'Ngoại tuyến · 7 thay đổi chờ gửi (12 kB)',
    );
  });
  test('[U11] it counts while sending', () => {
    expect(
      syncPill({ ...idle, phase: 'SENDING', pendingEvents: 80, pendingBytes: 9000, progress: { done: 40, total: 120 } }, now).text,
    ).toBe('Đang gửi 40/120');
  });
  test('[U12] it says that the centre has everything only with a receipt, a reachable server and nothing waiting', () => {
    expect(syncPill(idle, now).text).toBe('Đã đồng bộ 08:15, trung tâm đã nhận đủ');
    for (const other of [
      { ...idle, reachable: false },
      { ...idle, pendingEvents: 1 },
      { ...idle, lastReceiptAt: undefined },
      { ...idle, phase: 'STOPPED' as const },
    ])
      expect(syncPill(other, now).text).not.toContain('đã nhận đủ');
  });
  test('[U13] a refused change is never hidden behind good news', () => {
    expect(syncPill({ ...idle, refused: 2 }, now)).toMatchObject({
      text: 'Đã đồng bộ 08:15, trung tâm đã nhận đủ · 2 bị từ chối',
      tone: 'bad',
    });
  });
  test('[V266] its name has the words that are shown, also the short ones of a narrow screen', () => {
    for (const status of [idle, { ...idle, pendingEvents: 7 }, { ...idle, refused: 2 }, { ...idle, reachable: false, pendingEvents: 7 }]) {
      const pill = syncPill(status, now);
      expect(pillName(pill)).toContain(pill.short);
      expect(pillName(pill).startsWith(pill.text)).toBe(true);
    }
  });
  test('[U14] the diary is in plain words', () => {
    expect(diarySentence({ at: now, kind: 'exchanged', sent: 5, received: 0 })).toBe('gửi 5 thay đổi, trung tâm nhận đủ 5');
    expect(diarySentence({ at: now, kind: 'exchanged', sent: 0, received: 12, bytesDown: 2300, bytesUp: 300 })).toBe(
      'nhận về 12 thay đổi (3 kB)',
    );
  });
});
