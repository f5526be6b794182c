/** What the pill in the header and the sync diary say. Built from acknowledged facts only; the words never claim more than the receipt does. */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DiaryLine, SyncStatus } from '../contract/sync-status.ts';
import { formatBytes, formatMoment, formatNumber } from './format.ts';

export type PillTone = 'good' | 'waiting' | 'busy' | 'bad';

export interface PillText {
  readonly text: string;
  /** For narrow screens: the same truth, shorter. */
  readonly short: string;
  readonly tone: PillTone;
}

export function syncPill(status: SyncStatus, now: Instant): PillText {
  const pill = basePill(status, now);
  if (status.refused === 0) return pill;
  return { text: `${pill.text} · ${status.refused} bị từ chối`, short: `${pill.short} · ${status.refused} bị từ chối`, tone: 'bad' };
}

/** Its name for whoever hears or says it: also the words that a narrow screen shows. */
export function pillName({ text, short }: PillText): string {
  return text.includes(short) ? text : `${text} · ${short}`;
}

function basePill(status: SyncStatus, now: Instant): PillText {
  const { pendingEvents, pendingBytes, progress } = status;
  const waiting = `${formatNumber(pendingEvents)} thay đổi chờ gửi (${formatBytes(pendingBytes)})`;
  if (status.phase === 'STOPPED') {
    const text = pendingEvents > 0 ? `Ngừng gửi, cần xử lý · ${waiting}` : 'Ngừng đồng bộ, cần xử lý';
    return { text, short: 'Ngừng gửi, cần xử lý', tone: 'bad' };
  }
  if (status.phase === 'SENDING' && progress && progress.total > 0) {
    const text = `Đang gửi ${formatNumber(progress.done)}/${formatNumber(progress.total)}`;
    return { text, short: text, tone: 'busy' };
  }
  if (status.phase === 'RECEIVING') {
    const text =
      progress && progress.total > 0
        ? `Đang nhận ${formatNumber(progress.done)}/${formatNumber(progress.total)}`
        : 'Đang nhận từ trung tâm';
    return { text, short: text, tone: 'busy' };
  }
  if (!status.reachable && status.lastAttemptAt === undefined && status.phase !== 'WAITING') {
    const text = pendingEvents > 0 ? `Đang liên lạc trung tâm · ${waiting}` : 'Đang liên lạc trung tâm';
    return { text, short: pendingEvents > 0 ? `Chờ gửi ${formatNumber(pendingEvents)}` : 'Đang liên lạc', tone: 'busy' };
  }
  if (pendingEvents > 0) {
    const short = `${formatNumber(pendingEvents)} chờ gửi`;
    return status.reachable
      ? { text: `Đã lưu trên máy · ${waiting}`, short, tone: 'waiting' }
      : { text: `Ngoại tuyến · ${waiting}`, short: `Ngoại tuyến · ${short}`, tone: 'waiting' };
  }
  if (status.lastReceiptAt === undefined) return { text: 'Chưa đồng bộ lần nào', short: 'Chưa đồng bộ', tone: 'waiting' };
  const at = formatMoment(status.lastReceiptAt, now);
  if (!status.reachable) return { text: `Ngoại tuyến · đã gửi hết lúc ${at}`, short: 'Ngoại tuyến · đã gửi hết', tone: 'waiting' };
  return { text: `Đã đồng bộ ${at}, trung tâm đã nhận đủ`, short: `Đã đồng bộ ${at}`, tone: 'good' };
}

/** One line of the diary without its time: "gửi 5 thay đổi, trung tâm nhận đủ 5 (2 kB)". */
export function diarySentence(line: DiaryLine): string {
  const sent = line.sent ?? 0;
  const received = line.received ?? 0;
  const size = (line.bytesUp ?? 0) + (line.bytesDown ?? 0);
  switch (line.kind) {
    case 'exchanged': {
      const parts: string[] = [];
      if (sent > 0) parts.push(`gửi ${formatNumber(sent)} thay đổi, trung tâm nhận đủ ${formatNumber(sent)}`);
      if (received > 0) parts.push(`nhận về ${formatNumber(received)} thay đổi`);
      if (parts.length === 0) parts.push('đã hỏi trung tâm, không có gì mới');
      return parts.join('; ') + (size > 0 ? ` (${formatBytes(size)})` : '');
    }
    case 'failed':
      return sent > 0
        ? `chưa gửi được ${formatNumber(sent)} thay đổi, máy sẽ tự gửi lại`
        : 'không liên lạc được với trung tâm, máy sẽ tự thử lại';
    case 'refused':
      return 'trung tâm từ chối một thay đổi, xem danh sách bên dưới';
    case 'forked':
      return 'máy được cấp danh tính mới vì nhật ký không khớp; các việc chưa gửi được ghi lại đầy đủ';
    case 'resend':
      return 'trung tâm vừa khôi phục từ bản sao lưu; máy gửi lại phần trung tâm còn thiếu';
    case 'reset':
      return 'trung tâm vừa khôi phục; máy nhận lại dữ liệu từ đầu';
    case 'reference':
      return 'đã cập nhật danh mục, lịch làm việc hoặc danh sách cán bộ';
    case 'leases':
      return 'đã nhận thêm số hồ sơ';
  }
}
