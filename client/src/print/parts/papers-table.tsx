/** The papers that are here, with how many of each: on the receipt, and on the slip that goes along with them. */
import type { PaperLine } from './lines.ts';

export function PapersTable({ papers }: { readonly papers: readonly PaperLine[] }) {
  return (
    <table className="print-table">
      <thead>
        <tr>
          <th className="print-col-index">STT</th>
          <th>Tên giấy tờ, tài liệu</th>
          <th className="print-col-count">Bản chính</th>
          <th className="print-col-wide">Bản sao có chứng thực</th>
          <th className="print-col-count">Bản sao</th>
        </tr>
      </thead>
      <tbody>
        {papers.map((paper, index) => (
          // The list of one printed dossier never changes order: its place is its identity.
          <tr key={index}>
            <td className="print-col-index">{index + 1}</td>
            <td>
              {paper.name}
              {paper.fromDatabase ? ' (khai thác từ cơ sở dữ liệu)' : ''}
            </td>
            <td className="print-col-count">{paper.originals || ''}</td>
            <td className="print-col-wide">{paper.certified || ''}</td>
            <td className="print-col-count">{paper.copies || ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
