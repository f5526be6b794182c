/** What became of asking the office's printer: on its way, or why not. */
import { Notice } from '../kit/ui/notice.tsx';
import { printQueue as texts } from '../texts/vi/print-queue.ts';
import type { Printing } from './use-printing.ts';

export function AskedNotice({ asked }: Pick<Printing, 'asked'>) {
  if (asked === undefined) return null;
  return (
    <output>
      {asked.count > 0 && <Notice tone="green">{texts.sent(asked.count)}</Notice>}
      {asked.problem !== undefined && <Notice tone="amber">{asked.problem}</Notice>}
    </output>
  );
}
