/**
 * The two-column head of every official form: issuing body on the left with a short rule, national title and motto on the right with a
 * full rule (NĐ 30/2020, domain §2.1), then the place and date in italics.
 */
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { formDate } from './wording.ts';

interface NationalHeaderProps {
  readonly authorityName: string;
  readonly deskName: string;
  readonly place: string;
  readonly date: PlainDate | undefined;
  /** "01-12/BPTNTKQ": shown after "Số:". */
  readonly formNumber: string;
}

export function NationalHeader({ authorityName, deskName, place, date, formNumber }: NationalHeaderProps) {
  return (
    <header className="print-header">
      <div className="print-header-left">
        <p className="print-authority">{authorityName}</p>
        <p className="print-desk">{deskName}</p>
        <hr className="print-short-rule" />
        <p className="print-number">Số: {formNumber || '……/………'}</p>
      </div>
      <div className="print-header-right">
        <NationalTitle />
        <p className="print-place">
          {place}, {formDate(date)}
        </p>
      </div>
    </header>
  );
}

/** Country and motto, with the full rule under it. */
export function NationalTitle() {
  return (
    <>
      <p className="print-nation">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
      <p className="print-motto">
        <span>Độc lập - Tự do - Hạnh phúc</span>
      </p>
    </>
  );
}
