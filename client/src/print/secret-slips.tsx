/** First secrets on paper: a slip for each officer, to be cut and handed over. Rendered for the printer only; no QR, because a secret is not scanned. */
import { roster } from '../texts/vi/roster.ts';
import { PrintRoot } from './print-root.tsx';

export interface SecretSlip {
  readonly fullName: string;
  readonly office: string;
  readonly login: string;
  readonly secret: string;
}

export function SecretSlips({ slips }: { readonly slips: readonly SecretSlip[] }) {
  const t = roster.slips;
  return (
    <PrintRoot>
      <section className="print-page print-page-a4">
        {slips.map((one) => (
          <div key={`${one.office} ${one.login}`} className="print-secret-slip">
            <p>
              <strong>{t.heading(one.office)}</strong>
            </p>
            <p>{one.fullName}</p>
            <p>
              {t.login}: <strong>{one.login}</strong>
            </p>
            <p>{t.secret}:</p>
            <p className="print-enrol-code">{one.secret}</p>
            <p>
              {t.change} {t.keep}
            </p>
          </div>
        ))}
      </section>
    </PrintRoot>
  );
}
