/** Mẫu 03 "Phiếu từ chối tiếp nhận giải quyết hồ sơ" (domain §2.4): not taken in, with the concrete reason in words. */
import { type FormCopy, copyName, copyNameShort } from '../../parts/copy-names.ts';
import { ContactLine } from '../../parts/contact-line.tsx';
import { FieldLine } from '../../parts/field-line.tsx';
import { HelpLine } from '../../parts/help-line.tsx';
import type { PartyLines } from '../../parts/lines.ts';
import { NationalHeader } from '../../parts/national-header.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { Signatures } from '../../parts/signatures.tsx';
import type { SlipHead } from '../../parts/slip-lines.ts';
import { StatedLine } from '../../parts/stated-line.tsx';

interface RefusalData extends SlipHead {
  readonly owner: PartyLines;
  readonly reason: string;
  readonly ground: string;
  /** Whoever signs for the citizen. */
  readonly signer: string;
  readonly issuer: string;
  readonly statedBy: string;
}

export function RefusalSlip({ data, copy }: { readonly data: RefusalData; readonly copy: FormCopy }) {
  return (
    <Sheet label="Phiếu từ chối tiếp nhận giải quyết hồ sơ" footer={copyNameShort[copy]}>
      <NationalHeader {...data} />
      <h1 className="print-title">PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ</h1>
      <p className="print-subtitle">(Liên: {copyName[copy]})</p>
      <FieldLine {...data.desk} />
      <FieldLine caption="Tiếp nhận hồ sơ của:" value={data.owner.name} strong />
      <FieldLine caption="Địa chỉ:" value={data.owner.address} />
      <ContactLine party={data.owner} />
      <FieldLine caption="Nội dung yêu cầu giải quyết:" value={data.request} />
      <p className="print-line">Qua xem xét, {data.deskTitle} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:</p>
      <p className="print-line">
        <strong>{data.reason}</strong>
      </p>
      <FieldLine caption="Căn cứ:" value={data.ground} optional />
      <p className="print-line">Xin thông báo để Ông/Bà được biết.</p>
      <StatedLine by={data.statedBy} />
      <HelpLine head={data} name={data.clerkName} when="Nếu có vướng mắc" />
      <Signatures left={{ as: ['NGƯỜI NỘP HỒ SƠ'], name: data.signer }} right={{ as: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], name: data.issuer }} />
    </Sheet>
  );
}
