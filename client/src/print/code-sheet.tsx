/** Enrolment codes on paper: a card for each device, to be cut and sent. Rendered for the printer only. */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { enrolAddress } from '../kit/enrol-code.ts';
import { QrCode } from '../kit/ui/qr-code.tsx';
import { formatDateTime } from '../texts/format.ts';
import { admin as adminTexts } from '../texts/vi/admin.ts';
import { PrintRoot } from './print-root.tsx';

export interface CodeCard {
  readonly office: string;
  readonly deviceName: string;
  readonly code: string;
  readonly expiresAt: Instant;
}

export function CodeSheet({ cards }: { readonly cards: readonly CodeCard[] }) {
  const t = adminTexts.codeSheet;
  const { origin } = window.location;
  return (
    <PrintRoot>
      <section className="print-page print-page-a4">
        {cards.map((one) => (
          <div key={one.code} className="print-enrol-card">
            <div>
              <p>
                <strong>{t.heading(one.office)}</strong>
              </p>
              <p>
                {t.deviceName}: {one.deviceName}
              </p>
              <p>{t.steps(origin)}</p>
              <p className="print-enrol-code">{one.code}</p>
              <p>{t.until(formatDateTime(one.expiresAt))}</p>
            </div>
            <QrCode text={enrolAddress(origin, one.code)} label={adminTexts.devices.qr} />
          </div>
        ))}
      </section>
    </PrintRoot>
  );
}
