/** "Tải bản sao lưu nhật ký": this device's whole log as a file, for the fault screens and the device page; sealed where nobody is signed in. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { vi } from '../texts/vi.ts';
import { downloadBlob } from './ui/download.ts';
import { Notice } from './ui/notice.tsx';
import { report } from './report.ts';
import { useServices } from './services-context.tsx';
import { useLive } from './use-live.ts';
import { useListLook } from './use-look.ts';

export function BackupButton() {
  const t = vi.device;
  const { exportLog, device } = useServices();
  const info = useLive(device.info);
  const lookedAt = useListLook();
  const [failed, setFailed] = useState(false);
  const [sealed, setSealed] = useState(false);
  const save = async () => {
    setFailed(false);
    try {
      const { file, sealed } = await exportLog();
      const name = info?.device ?? 'may';
      downloadBlob(file, sealed ? t.sealedName(name) : t.backupName(name));
      setSealed(sealed);
      // Sealed it tells nobody anything.
      if (!sealed) void lookedAt('EXPORT', 1, 'DEVICE_LOG');
    } catch (cause) {
      report('The log could not be exported', cause);
      setFailed(true);
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => void save()} title={t.backupHint}>
        {t.backup}
      </Button>
      {sealed && <Notice alert>{t.sealed}</Notice>}
      {failed && (
        <Notice tone="red" alert>
          {t.backupFailed}
        </Notice>
      )}
    </>
  );
}
