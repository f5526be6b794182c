/** What the receipt will say, beside the form: the real component with what has been typed so far. */
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { Button } from '@mantine/core';
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
import { feesInWords } from '../../print/parts/wording.ts';
import { formatLongDateTime } from '../../texts/format.ts';
import { receiptData } from '../../print/forms/receipt/data.ts';
import { formToIntake } from './form-to-intake.ts';
import type { IntakeForm } from './intake-form.ts';
import { intake as texts } from '../../texts/vi/intake.ts';
import classes from './intake.module.css';
import '../../print/print.css';

interface PreviewProps {
  readonly procedure: Procedure | undefined;
  readonly office: Office;
  readonly settings: Settings;
  readonly clerk: Staff;
  readonly now: Instant;
  readonly due: DueDate | undefined;
}

/** May lag a moment behind the keys, never the other way round: when it follows, nothing but this is drawn again. */
export function ReceiptPreview({ form, ...shown }: PreviewProps & { readonly form: IntakeForm }) {
  const { now } = shown;
  const typed = useDeferredValue(form);
  const intake = useMemo(() => formToIntake(typed, now), [typed, now]);
  return <Checks {...shown} intake={intake} />;
}

/** Beside the form stand the four lines that are checked with the citizen; the paper itself is drawn only while somebody looks at it. */
const Checks = memo(function Checks(props: PreviewProps & { readonly intake: Intake | undefined }) {
  const { intake, procedure, office, settings, clerk, now, due } = props;
  const [paperShown, setPaperShown] = useState(false);
  const t = texts.checks;
  const papers = intake && procedure ? asPrinted(intake.papers, procedure.documents) : [];
  const owner = intake?.owner;
  return (
    <aside className={classes.preview} aria-label={texts.preview}>
      <dl className={classes.checks}>
        <dt>{t.name}</dt>
        <dd>{owner?.fullName || t.none}</dd>
        <dt>{t.number}</dt>
        <dd className="num">{owner?.idNumber ?? owner?.taxCode ?? t.none}</dd>
        <dt>{t.due}</dt>
        <dd>{due ? formatLongDateTime(due.dueAt) : t.none}</dd>
        <dt>{t.fee}</dt>
        <dd>{intake ? feesInWords(intake).join('; ') : t.none}</dd>
      </dl>
      {intake === undefined ? null : (
        <Button type="button" variant="default" aria-expanded={paperShown} onClick={() => setPaperShown(!paperShown)}>
          {paperShown ? t.hidePaper : t.showPaper}
        </Button>
      )}
      {intake && paperShown ? (
        <div className={`${classes.paperScale} print-paper`} aria-hidden="true">
          <Receipt
            data={receiptData({
              intake: { ...intake, papers },
              printed: printedNames(office, clerk, procedure ?? { name: '' }, settings),
              due,
              acceptedAt: now,
            })}
            copy="GIVE"
          />
        </div>
      ) : null}
    </aside>
  );
});
