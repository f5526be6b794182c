/** Telephone and e-mail of a person on one line, with dots to write on where one is not known. */
import type { PartyLines } from './lines.ts';

interface ContactLineProps {
  readonly party: Pick<PartyLines, 'phone' | 'email'>;
  readonly emailCaption?: string;
}

export function ContactLine({ party, emailCaption = 'Email:' }: ContactLineProps) {
  const dots = '…………………';
  return (
    <p className="print-line">
      Số điện thoại: {party.phone || dots} {emailCaption} {party.email || dots}
    </p>
  );
}
