/** Under a report or the end of a book: who made it on the left, the head of the unit with place and an open date on the right; both sign by hand. */
import { formDate } from './wording.ts';

interface MadeAndHeldProps {
  /** "Người ghi sổ". */
  readonly maker: string;
  /** Under the room for the maker's hand; absent where nobody is named. */
  readonly name?: string;
  readonly place: string;
}

export function MadeAndHeld({ maker, name, place }: MadeAndHeldProps) {
  return (
    <div className="print-report-foot">
      <div>
        <p className="print-sign-title">{maker}</p>
        <p className="print-sign-hint">(Ký, ghi rõ họ tên)</p>
        {name !== undefined && <p className="print-signed-name">{name}</p>}
      </div>
      <div>
        <p className="print-place">
          {place}, {formDate(undefined)}
        </p>
        <p className="print-sign-title">Thủ trưởng đơn vị</p>
        <p className="print-sign-hint">(Ký, đóng dấu, ghi rõ họ tên)</p>
      </div>
    </div>
  );
}
