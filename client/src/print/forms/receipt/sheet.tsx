/**
 * Mẫu 01 "Giấy tiếp nhận hồ sơ và hẹn trả kết quả". Captions and their order after the forms in use under TT 01/2018/TT-VPCP; TT 03/2025
 * keeps the form with the same role (domain §2.2, §2.8), so both sets print alike but for the box of the digital signature, and the foot says which set it is. Two copies (liên): the one kept in the file has
 * the full ID number, the one the citizen carries has it masked.
 */
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { Barcode, QrCode } from '../../parts/code-marks.tsx';
import { type FormCopy, copyName, copyNameShort } from '../../parts/copy-names.ts';
import type { PartyLines } from '../../parts/lines.ts';
import type { ReceiptData } from './data.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { ContactLine } from '../../parts/contact-line.tsx';
import { FieldLine } from '../../parts/field-line.tsx';
import { PapersTable } from '../../parts/papers-table.tsx';
import { Signatures } from '../../parts/signatures.tsx';
import { StatedLine } from '../../parts/stated-line.tsx';
import { NationalHeader } from '../../parts/national-header.tsx';
import { formDateTime, pad2 } from '../../parts/wording.ts';

interface ReceiptProps {
  readonly data: ReceiptData;
  readonly copy: FormCopy;
}

export function Receipt({ data, copy }: ReceiptProps) {
  const footer = data.code ? `${data.code} · ${copyNameShort[copy]}` : '';
  return (
    <Sheet label={`Giấy tiếp nhận hồ sơ và hẹn trả kết quả, liên ${copyName[copy]}`} footer={footer}>
      {data.signatureBox ? <div className="print-signature-box">Chữ ký số của Tổ chức</div> : null}
      <NationalHeader
        authorityName={data.authorityName}
        deskName={data.deskName}
        place={data.place}
        date={data.issuedAt === undefined ? undefined : instantToPlainDate(data.issuedAt)}
        formNumber={data.formNumber}
      />
      <CodeBlock code={data.code} />
      <h1 className="print-title">GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ</h1>
      <p className="print-subtitle">
        (Liên: {copyName[copy]}){data.issuedAt === data.acceptedAt ? '' : ' – cấp lại theo thời gian hẹn trả mới'}
      </p>
      <Applicant data={data} copy={copy} />
      <p className="print-line">1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:</p>
      <PapersTable papers={data.papers} />
      <FieldLine caption="Giấy tờ xuất trình (đã xem, trả lại ngay):" value={data.presented.join('; ')} optional />
      <FieldLine caption="2. Số lượng hồ sơ:" value={`${pad2(data.sets)} (bộ)`} />
      <FieldLine caption="3. Thời gian giải quyết hồ sơ theo quy định là:" value={data.limit} />
      <FieldLine caption="4. Thời gian nhận hồ sơ:" value={formDateTime(data.acceptedAt)} />
      <FieldLine caption="5. Thời gian trả kết quả giải quyết hồ sơ:" value={data.due} strong />
      <FieldLine caption="Thời gian hẹn trả lần đầu:" value={data.dueFirst && formDateTime(data.dueFirst)} optional />
      <StatedLine by={data.statedBy} />
      <FieldLine caption="6. Đăng ký nhận kết quả tại:" value={data.returnPlace} />
      {/* Signatures never stand on a sheet alone: what is signed for goes with them. */}
      <div className="print-kept">
        <FieldLine caption="Phí, lệ phí (nếu có):" value={data.fees.join('; ')} />
        <p className="print-line">
          Vào Sổ theo dõi hồ sơ, Quyển số: {data.book || '…………'} Số thứ tự: {data.line || '…………'}
        </p>
        <Signatures
          left={{ as: ['NGƯỜI NỘP HỒ SƠ'], name: data.signer }}
          right={{ as: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], name: data.clerkName, phone: data.clerkPhone }}
        />
      </div>
      <Notes data={data} />
    </Sheet>
  );
}

function CodeBlock({ code }: { readonly code: string | undefined }) {
  return (
    <div className="print-code">
      <div>
        <p>
          Mã hồ sơ: <strong className="print-code-text">{code ?? '……………………………'}</strong>
        </p>
        {code ? <Barcode code={code} label={`Mã vạch ${code}`} /> : <div className="print-barcode print-empty-mark" />}
      </div>
      {code ? <QrCode code={code} label={`Mã QR ${code}`} /> : <div className="print-qr print-empty-mark" />}
    </div>
  );
}

function Applicant({ data, copy }: ReceiptProps) {
  const { owner, submitter } = data;
  return (
    <>
      <FieldLine {...data.desk} />
      <FieldLine caption="Tiếp nhận hồ sơ của:" value={owner.name} strong />
      {submitter ? (
        <p className="print-line">
          Người nộp: {submitter.name}
          {submitter.authorisation ? ` (${submitter.authorisation})` : ''}
        </p>
      ) : null}
      <FieldLine caption="Địa chỉ:" value={owner.address} />
      <ContactLine party={owner} emailCaption="Email (nếu có):" />
      {owner.organisation ? (
        <OrganisationLine party={owner} />
      ) : (
        <FieldLine caption="Số CMND/Thẻ căn cước/Hộ chiếu:" value={shownId(owner, copy)} optional />
      )}
      <FieldLine caption="Nội dung yêu cầu giải quyết:" value={[data.request, data.summary].filter(Boolean).join(' – ')} />
    </>
  );
}

/** The tax code, else what the organisation is known by. */
function OrganisationLine({ party }: { readonly party: PartyLines }) {
  if (party.taxCode === '' && party.decisionNumber !== '')
    return <FieldLine caption="Số quyết định thành lập, công nhận:" value={party.decisionNumber} />;
  if (party.taxCode === '' && party.representative !== '') return <FieldLine caption="Người đại diện:" value={party.representative} />;
  return <FieldLine caption="Mã số thuế:" value={party.taxCode} optional />;
}

function shownId(party: PartyLines, copy: FormCopy): string {
  const number = copy === 'KEEP' ? party.idNumber : party.idMasked;
  return number && party.idPaper ? `${number} (${party.idPaper})` : number;
}

function Notes({ data }: { readonly data: ReceiptData }) {
  if (data.notes.length === 0 && !data.hotline && !data.publicLookup) return null;
  return (
    <div className="print-notes">
      <strong>Ghi chú:</strong>
      <ul>
        {data.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {data.hotline ? <li>Đường dây nóng: {data.hotline}</li> : null}
        {data.publicLookup ? <li>Tra cứu hồ sơ theo mã tại: {data.publicLookup}</li> : null}
      </ul>
    </div>
  );
}
