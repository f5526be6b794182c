/** Whom the citizen asks about a slip: the officer, his telephone, the hot line. */
import type { SlipHead } from './slip-lines.ts';

interface HelpLineProps {
  readonly head: Pick<SlipHead, 'hotline' | 'clerkPhone'>;
  readonly name: string;
  /** "Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc". */
  readonly when: string;
}

export function HelpLine({ head, name, when }: HelpLineProps) {
  const contact = [name, head.clerkPhone && `điện thoại ${head.clerkPhone}`].filter(Boolean).join(', ');
  return (
    <p className="print-line">
      {when}, Ông/Bà liên hệ: {contact || '…………………'}
      {head.hotline ? `; đường dây nóng ${head.hotline}` : ''}.
    </p>
  );
}
