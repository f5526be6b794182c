/** What happened, what is safe, what to do: the three boxes of every fault screen. */
import { vi } from '../texts/vi.ts';
import { Notice } from '../kit/ui/notice.tsx';
import type { Device } from '../contract/device.ts';

type Fault = NonNullable<ReturnType<Device['fault']['get']>>;
/** A wrong clock is a banner over the work, not a screen instead of it. */
export type BlockingFault = Exclude<Fault, { readonly code: 'clock/wrong' }>;

export function FaultNotices({ fault }: { readonly fault: BlockingFault }) {
  const t = vi.device;
  const texts = t.faults[fault.code];
  return (
    <>
      <Notice tone="red" alert title={t.headings.happened}>
        <p>{texts.happened}</p>
        {fault.code === 'storage/evicted' && <p>{t.evictedRange(fault.lastKnownSeq)}</p>}
        {fault.code === 'log/broken' && <p>{t.brokenAt(fault.seq)}</p>}
        {fault.code === 'storage/unavailable' && <p className="quiet num">{fault.detail}</p>}
      </Notice>
      <Notice tone="green" title={t.headings.safe}>
        <p>{texts.safe}</p>
      </Notice>
      <Notice title={t.headings.todo}>
        <p>{texts.todo}</p>
      </Notice>
    </>
  );
}
