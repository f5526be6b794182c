/** First start of a device: a one-time code, typed, scanned, or in the address after `#ma=`. The only step that needs the network. */
import { Suspense, useState, type ComponentType, type FormEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useServices } from '../../kit/services-context.tsx';
import { vi } from '../../texts/vi.ts';
import { wireErrorTexts, type LineErrorCode } from '../../texts/wire-errors.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { CentredPanel } from '../../kit/ui/page.tsx';
import { enrolCodeFromText } from '../../kit/enrol-code.ts';

type EnrolError = LineErrorCode | 'empty' | 'storage';

/** The camera reader, given from outside. */
type Scanner = ComponentType<{ readonly onText: (text: string) => void; readonly onClose: () => void }>;

export function EnrolPage({ scanner: CameraScanner }: { readonly scanner: Scanner }) {
  const t = vi.session.enrol;
  const { device } = useServices();
  const [code, setCode] = useState(() => enrolCodeFromText(window.location.hash));
  const [scanning, setScanning] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EnrolError>();

  const enrol = async (text: string) => {
    const value = text.trim();
    if (value === '') return setError('empty');
    setBusy(true);
    setError(undefined);
    const result = await device.enrol(value);
    setBusy(false);
    if (result.ok) {
      // Asked at once, while the officer's click still counts as the reason; the answer is shown on the next screen.
      void device.askPersistence().then(device.checkReadiness);
      if (window.location.hash !== '') window.history.replaceState(null, '', window.location.pathname);
      return undefined;
    }
    const { code: failed } = result.error;
    return setError(failed in wireErrorTexts ? (failed as LineErrorCode) : 'storage');
  };
  const onScanned = (text: string) => {
    const scanned = enrolCodeFromText(text);
    setScanning(false);
    setCode(scanned);
    void enrol(scanned);
  };
  return (
    <CentredPanel title={t.title}>
      <p>{t.intro}</p>
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void enrol(code);
        }}
        style={{ display: 'flex', flexDirection: 'column', gap: '0.8rem' }}
      >
        <TextInput
          label={t.code}
          size="md"
          value={code}
          autoFocus
          autoCapitalize="characters"
          onChange={(e) => setCode(e.currentTarget.value)}
        />
        <div aria-live="assertive">{error !== undefined && <EnrolErrorNotice error={error} />}</div>
        {busy && <output>{t.working}</output>}
        <Button type="submit" size="md" loading={busy}>
          {t.submit}
          <span className="key-hint">{' · Enter'}</span>
        </Button>
        <Button variant="default" onClick={() => setScanning(true)}>
          {t.scan}
        </Button>
      </form>
      {scanning && (
        <Suspense fallback={<output>{vi.common.loading}</output>}>
          <p>{t.scanning}</p>
          <CameraScanner onText={onScanned} onClose={() => setScanning(false)} />
        </Suspense>
      )}
    </CentredPanel>
  );
}

function EnrolErrorNotice({ error }: { readonly error: EnrolError }) {
  if (error === 'empty') return <Notice tone="red">{vi.session.enrol.empty}</Notice>;
  if (error === 'storage') return <Notice tone="red">{vi.common.storageOther}</Notice>;
  const text = wireErrorTexts[error];
  return (
    <Notice tone="red" title={text.said}>
      {error === 'network/unreachable' ? vi.session.enrol.noLine : text.todo}
    </Notice>
  );
}
