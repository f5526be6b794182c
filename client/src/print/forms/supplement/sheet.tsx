/**
 * Mẫu 02 "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" (domain §2.3), INTAKE stage: the papers are not complete, the dossier has no code yet, the
 * citizen is told in writing what to bring. At the APPRAISAL stage the same form carries the dossier code.
 */
import { type FormCopy, copyName, copyNameShort } from '../../parts/copy-names.ts';
import { Sheet } from '../../parts/sheet.tsx';
import type { SupplementData } from './data.ts';
import { ContactLine } from '../../parts/contact-line.tsx';
import { FieldLine } from '../../parts/field-line.tsx';
import { HelpLine } from '../../parts/help-line.tsx';
import { Signatures } from '../../parts/signatures.tsx';
import { formDate } from '../../parts/wording.ts';
import { StatedLine } from '../../parts/stated-line.tsx';
import { NationalHeader } from '../../parts/national-header.tsx';

/** When the citizen was asked (NĐ 118/2025 Đ17.1c, Đ19). */
const stageName = { INTAKE: 'khi tiếp nhận', APPRAISAL: 'sau khi thẩm định' } as const;

export function SupplementSlip({ data, copy }: { readonly data: SupplementData; readonly copy: FormCopy }) {
  return (
    <Sheet label="Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" footer={[data.code, copyNameShort[copy]].filter(Boolean).join(' · ')}>
      <NationalHeader {...data} />
      <h1 className="print-title">PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ</h1>
      <p className="print-subtitle">
        (Liên: {copyName[copy]}) – {stageName[data.stage]}
      </p>
      {data.code ? <FieldLine caption="Mã hồ sơ:" value={data.code} strong /> : null}
      <FieldLine {...data.desk} />
      <FieldLine caption="Tiếp nhận hồ sơ/yêu cầu của Ông/Bà:" value={data.owner.name} strong />
      <FieldLine caption="Nội dung yêu cầu giải quyết:" value={data.request} />
      <FieldLine caption="Địa chỉ:" value={data.owner.address} />
      <ContactLine party={data.owner} />
      <p className="print-line">Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:</p>
      <table className="print-table">
        <thead>
          <tr>
            <th className="print-col-index" rowSpan={2}>
              TT
            </th>
            <th rowSpan={2}>Thành phần hồ sơ</th>
            <th colSpan={3}>Số lượng</th>
          </tr>
          <tr>
            <th className="print-col-count">Bản chính</th>
            <th className="print-col-count">Bản chứng thực</th>
            <th className="print-col-count">Bản photo</th>
          </tr>
        </thead>
        <tbody>
          {data.missing.map((paper, index) => (
            // The list of one printed slip never changes order: its place is its identity.
            <tr key={index}>
              <td className="print-col-index">{index + 1}</td>
              <td>
                {paper.name}
                {paper.why && <div className="print-cell-reason">Lý do: {paper.why}</div>}
              </td>
              <td className="print-col-count">{paper.originals || ''}</td>
              <td className="print-col-count">{paper.certified || ''}</td>
              <td className="print-col-count">{paper.copies || ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <FieldLine caption="Lý do:" value={data.reason} />
      <FieldLine caption="Thời hạn bổ sung, hoàn thiện: hết" value={data.bringBy && formDate(data.bringBy)} optional />
      <StatedLine by={data.statedBy} />
      <HelpLine head={data} name={data.guideName} when="Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc" />
      <Signatures right={{ as: ['NGƯỜI HƯỚNG DẪN'], name: data.guideName }} />
    </Sheet>
  );
}
