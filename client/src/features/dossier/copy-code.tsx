/** The dossier code with a button that copies it. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { report } from '../../kit/report.ts';
import { vi } from '../../texts/vi.ts';
import classes from './dossier-page.module.css';

export function CopyCode({ code }: { readonly code: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      // Refused by the browser: the code stays selectable by hand.
      (cause: unknown) => report('Clipboard refused', cause),
    );
  return (
    <>
      <span>
        <span className="quiet">{vi.dossier.code}</span> <span className={classes.code}>{code}</span>
      </span>
      <Button size="compact-sm" variant="default" onClick={copy} aria-label={vi.dossier.copyCode}>
        {copied ? vi.common.copied : vi.common.copy}
      </Button>
      <output className="sr-only">{copied ? vi.common.copied : ''}</output>
    </>
  );
}
