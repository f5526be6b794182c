/** A one-time enrolment code, large and as a QR code. It is shown once and stored nowhere. */
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import { formatDateTime } from '../texts/format.ts';
import { admin as adminTexts } from '../texts/vi/admin.ts';
import { QrCode } from './ui/qr-code.tsx';
import { enrolAddress } from './enrol-code.ts';

export function IssuedCode({ code, expiresAt }: { readonly code: string; readonly expiresAt: Instant }) {
  const t = adminTexts.devices;
  return (
    <div style={{ display: 'grid', gap: '0.7rem', justifyItems: 'center' }}>
      <p>{t.codeIs}</p>
      <p className="num" style={{ fontSize: '1.8rem', fontWeight: 600, letterSpacing: '0.06em', userSelect: 'all' }}>
        {code}
      </p>
      <QrCode text={enrolAddress(window.location.origin, code)} label={t.qr} />
      <p>{t.expires(formatDateTime(expiresAt))}</p>
    </div>
  );
}
