/** The receipt as it will print, beside the form on wide screens: the real component with what has been typed so far. */
import { memo } from 'react';
import { printedNames } from '@onestop/shared/dossier/acceptance.ts';
import { asPrinted } from '@onestop/shared/dossier/papers.ts';
import type { Intake } from '@onestop/shared/dossier/state.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { DueDate } from '@onestop/shared/dossier/state.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { Receipt } from '../../print/forms/receipt/sheet.tsx';
import { receiptData } from '../../print/forms/receipt/data.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import { emptyIntakeForm } from './intake-form.ts';
import { formToIntake } from './form-to-intake.ts';
import classes from './intake.module.css';
import '../../print/print.css';

interface ReceiptPreviewProps {
  readonly intake: Intake | undefined;
  readonly procedure: Procedure | undefined;
  readonly office: Office;
  readonly settings: Settings;
  readonly clerk: Staff;
  readonly now: Instant;
  readonly due: DueDate | undefined;
}

export const ReceiptPreview = memo(function ReceiptPreview({ intake, procedure, office, settings, clerk, now, due }: ReceiptPreviewProps) {
  const papers = intake && procedure ? asPrinted(intake.papers, procedure.documents) : [];
  // Before a procedure is picked the paper is there already, empty.
  const shown = intake ?? formToIntake({ ...emptyIntakeForm, procedure: { key: '', version: 1 } }, now);
  if (!shown) return null;
  const printed = printedNames(office, clerk, procedure ?? { name: '' }, settings);
  return (
    <aside className={classes.preview} aria-label={texts.preview}>
      <p className={classes.quiet}>{texts.previewHint}</p>
      <div className={`${classes.paperScale} print-paper`} aria-hidden="true">
        <Receipt data={receiptData({ intake: { ...shown, papers }, printed, due, acceptedAt: now })} copy="GIVE" />
      </div>
    </aside>
  );
});
