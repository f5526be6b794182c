/**
 * The frame of one printed form. A table, because only table footers repeat on every page in the browsers' print engine: a long list that runs on
 * to a second page still says at its foot which dossier it belongs to. Everything inside may break between rows and lines, nothing is cut.
 */
import { createContext, type ReactNode, use } from 'react';

/** "In lại lần 1, 26/11/2026": said by whoever prints, at the foot of every sheet. Empty the first time. */
export const ReprintMark = createContext('');

/** Which official form this is: said at the foot of every sheet. */
export const FormMark = createContext('');

/** Printed ahead: no number, nobody's signature, not yet the paper. Said above and at the foot of every sheet. */
export const DraftMark = createContext(false);

const draftWords = 'DỰ THẢO – in trước, chưa có giá trị';

interface SheetProps {
  readonly label: string;
  readonly footer?: string | undefined;
  readonly children: ReactNode;
}

export function Sheet({ label, footer, children }: SheetProps) {
  const draft = use(DraftMark);
  const reprint = use(ReprintMark);
  const foot = [draft ? draftWords : reprint, footer, use(FormMark)].filter(Boolean).join(' · ');
  return (
    <table className="print-sheet" role="presentation" data-form={label}>
      <tbody>
        <tr>
          <td>
            {draft ? <p className="print-draft">{draftWords}</p> : null}
            {children}
          </td>
        </tr>
      </tbody>
      {foot ? (
        <tfoot>
          <tr>
            <td>
              <p className="print-footer">{foot}</p>
            </td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
