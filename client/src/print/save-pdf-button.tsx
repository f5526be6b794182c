/** On a device that cannot print: the sheets as a PDF, shared where the device can share, else saved. What makes the file is loaded when it is asked for. */
import { type RefObject, useState } from 'react';
import { Button } from '@mantine/core';
import { Notice } from '../kit/ui/notice.tsx';
import { report } from '../kit/report.ts';
import { print as texts } from '../texts/vi/print.ts';

interface SavePdfProps {
  readonly area: RefObject<HTMLElement | null>;
  readonly fileName: string;
  readonly onSaved: () => Promise<void>;
}

export function SavePdf({ area, fileName, onSaved }: SavePdfProps) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const save = async () => {
    if (area.current === null) return;
    setBusy(true);
    setFailed(false);
    try {
      const { savePdf } = await import('./pdf/save-pdf.ts');
      await savePdf(area.current, fileName);
      await onSaved();
    } catch (cause) {
      // The print dialog of the browser can make a PDF too.
      report('A PDF could not be made', cause);
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="md" variant="default" loading={busy} onClick={() => void save()}>
        {texts.savePdf}
      </Button>
      {failed && (
        <output>
          <Notice tone="amber">{texts.noPdf}</Notice>
        </output>
      )}
    </>
  );
}
