/** The frame of the print screen: the sheets on screen, and once more outside the shell for the printer; or why there are none. */
import { type ReactNode, useRef } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { HelpButton } from '../kit/help/help-button.tsx';
import { Notice } from '../kit/ui/notice.tsx';
import { useShortcut } from '../kit/ui/use-shortcut.ts';
import { print as texts } from '../texts/vi/print.ts';
import { ReprintMark } from './parts/sheet.tsx';
import { SavePdf } from './save-pdf-button.tsx';
import { PrintRoot, printNow } from './print-root.tsx';
import classes from './print-page.module.css';

interface PrintFrameProps {
  readonly title: string;
  readonly hint: string;
  readonly tools: ReactNode;
  /** Said at the foot of every sheet. */
  readonly mark?: string;
  readonly onPrint?: () => Promise<void>;
  /** What the button says, where it does not print here. */
  readonly verb?: string;
  /** There is nothing to print. */
  readonly empty?: boolean;
  /** Writes down that the sheets left as a file; absent: they are not given as one. */
  readonly onSaved?: () => Promise<void>;
  /** Of the file: nothing of a person. */
  readonly fileName?: string;
  /** What has to be known before, or was done. */
  readonly said?: ReactNode;
  readonly children: ReactNode;
}

export function PrintFrame({
  title,
  hint,
  tools,
  mark = '',
  onPrint = printNow,
  verb = texts.print,
  empty = false,
  onSaved,
  fileName = texts.pdfName,
  said,
  children,
}: PrintFrameProps) {
  const area = useRef<HTMLElement>(null);
  useShortcut('Ctrl+p', () => void onPrint(), !empty);
  return (
    <main className={classes.page}>
      <div className={classes.head}>
        <h1>{title}</h1>
        {tools}
        {onSaved && !empty && <SavePdf area={area} fileName={fileName} onSaved={onSaved} />}
        <HelpButton />
        <Button size="md" disabled={empty} onClick={() => void onPrint()}>
          {verb}
        </Button>
      </div>
      <p className={classes.hint}>{hint}</p>
      {said}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard. */}
      <section ref={area} className={`print-desk-area print-paper ${classes.area}`} tabIndex={0} aria-label={title}>
        <ReprintMark value={mark}>{children}</ReprintMark>
      </section>
      <PrintRoot>
        <ReprintMark value={mark}>{children}</ReprintMark>
      </PrintRoot>
    </main>
  );
}

interface PrintProblemProps {
  readonly text: string;
  readonly tone?: 'amber' | 'grey';
  readonly dossier?: string;
}

export function PrintProblem({ text, tone = 'amber', dossier }: PrintProblemProps) {
  return (
    <main className={classes.page}>
      <h1 className="sr-only">{texts.print}</h1>
      <Notice tone={tone}>
        <p>{text}</p>
        {dossier === undefined ? (
          <Link to="/">{texts.home}</Link>
        ) : (
          <Link to="/ho-so/$dossier" params={{ dossier }}>
            {texts.back}
          </Link>
        )}
      </Notice>
    </main>
  );
}
