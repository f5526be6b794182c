/**
 * The frame of one printed form. A table, because only table footers repeat on every page in the browsers' print engine: a long list that runs on
 * to a second page still says at its foot which dossier it belongs to. Everything inside may break between rows and lines, nothing is cut.
 */
import type { ReactNode } from 'react';

interface SheetProps {
  readonly label: string;
  readonly footer?: string | undefined;
  readonly children: ReactNode;
}

export function Sheet({ label, footer, children }: SheetProps) {
  return (
    <table className="print-sheet" role="presentation" data-form={label}>
      <tbody>
        <tr>
          <td>{children}</td>
        </tr>
      </tbody>
      {footer ? (
        <tfoot>
          <tr>
            <td>
              <p className="print-footer">{footer}</p>
            </td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
