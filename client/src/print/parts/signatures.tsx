/** Who signs a form, beside each other as NĐ 30/2020 has it: the citizen on the left, the office on the right. A single signature stands on the right. */
import type { Signer } from '@onestop/shared/dossier/slips.ts';

export interface Signature {
  /** In capitals, a line each: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
  readonly as: readonly string[];
  readonly hint?: string;
  /** Under the room for the hand; empty where nobody is named yet. */
  readonly name: string;
  readonly phone?: string;
}

const byHand = '(Ký và ghi rõ họ tên)';

export function Signatures({ left, right }: { readonly left?: Signature; readonly right: Signature }) {
  return (
    <div className="print-signatures">
      <div>{left && <Signed {...left} />}</div>
      <div>
        <Signed {...right} />
      </div>
    </div>
  );
}

function Signed({ as, hint = byHand, name, phone }: Signature) {
  return (
    <>
      {as.map((line) => (
        <p key={line} className="print-signer">
          {line}
        </p>
      ))}
      <p className="print-sign-hint">{hint}</p>
      <p className="print-signed-name">{name}</p>
      {phone ? <p>Điện thoại: {phone}</p> : null}
    </>
  );
}

/** The head of the agency signs; a deputy signs in his place (KT.), NĐ 30/2020 Đ13. Who is named without a title signs as the head of the unit. */
export function leaderSignature({ name, title = '' }: Pick<Signer, 'name' | 'title'>): Signature {
  const capitals = title.toLocaleUpperCase('vi');
  const deputyOf = /^PHÓ (.+)$/u.exec(capitals)?.[1];
  const as = deputyOf === undefined ? [capitals || 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ'] : [`KT. ${deputyOf}`, capitals];
  return { as, hint: '(Ký, ghi rõ họ tên và đóng dấu)', name };
}
