/**
 * A list of procedures brought in: file and day of effect → what the centre says is wrong, line by line, or what would be new, changed and missing → published as it was looked at.
 * The file goes to the centre as it is and is read there.
 */
import { useState } from 'react';
import { Button, Checkbox, FileInput } from '@mantine/core';
import { addDays } from '@onestop/shared/kernel/plain-date.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { CatalogueReport } from '../../contract/admin.ts';
import { useServices } from '../../kit/services-context.tsx';
import { DateBox, readDateBox } from '../../kit/ui/date-box.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { formatDate } from '../../texts/format.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { vi } from '../../texts/vi.ts';
import { CatalogueReportView } from './catalogue-report.tsx';
import { useAdminCall } from './use-admin-call.ts';

/** As at the centre; said here before six megabytes go over a slow line. */
const fileBytesMax = 6 * 1_048_576;

interface CatalogueImportProps {
  readonly onNeedSession: () => void;
  readonly onPublished: (said: string) => void;
}

export function CatalogueImport({ onNeedSession, onPublished }: CatalogueImportProps) {
  const t = adminTexts.catalogue;
  const { admin, now } = useServices();
  const { run, problem, busy } = useAdminCall(onNeedSession);
  const today = instantToPlainDate(now());
  const [file, setFile] = useState<File | null>(null);
  const [day, setDay] = useState(() => formatDate(addDays(today, 1)));
  const [isWhole, setWhole] = useState(false);
  const [tried, setTried] = useState(false);
  const [seen, setSeen] = useState<{ readonly report: CatalogueReport } | { readonly problems: readonly string[] }>();
  const limits = { earliest: today };
  const effective = readDateBox(day, limits);
  const asked = effective === undefined || effective === 'wrong' ? undefined : { effective, endMissing: isWhole };
  const isHuge = (file?.size ?? 0) > fileBytesMax;
  // What was looked at is no longer what would be published.
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setSeen(undefined);
      set(value);
    };
  const look = async () => {
    setTried(true);
    if (file === null || isHuge || asked === undefined) return;
    const answer = await run(() => admin.previewCatalogue(file, asked));
    if (answer.ok) setSeen(answer.value);
  };
  const publish = async (preview: string) => {
    if (file === null || asked === undefined) return;
    const answer = await run(() => admin.publishCatalogue(file, { ...asked, preview }));
    if (answer.ok) {
      setFile(null);
      setTried(false);
      onPublished(t.published(answer.value.added, answer.value.changed, formatDate(asked.effective)));
    }
    setSeen(undefined);
  };
  return (
    <section
      className={pageClasses.card}
      aria-labelledby="catalogue-import"
      style={{ display: 'flex', flexDirection: 'column', gap: '0.8rem' }}
    >
      <h2 id="catalogue-import">{t.import}</h2>
      <p className="quiet">{t.importHint}</p>
      <FileInput
        placeholder={vi.common.chooseFile}
        label={t.file}
        accept=".xlsx,.csv,.json,.txt"
        clearable
        clearButtonProps={{ 'aria-label': vi.common.clearFile }}
        value={file}
        onChange={change(setFile)}
        error={isHuge ? t.fileTooLarge : tried && file === null ? t.fileMissing : undefined}
      />
      <DateBox label={t.effective} value={day} onChange={change(setDay)} limits={limits} tried={tried} />
      <Checkbox
        label={t.whole}
        description={t.wholeHint}
        checked={isWhole}
        onChange={(event) => change(setWhole)(event.currentTarget.checked)}
      />
      <div>
        <Button variant={seen === undefined ? 'filled' : 'default'} loading={busy} onClick={() => void look()}>
          {t.look}
        </Button>
      </div>
      {problem !== undefined && (
        <Notice tone="red" alert>
          {problem}
        </Notice>
      )}
      {seen !== undefined && 'problems' in seen && <CatalogueProblems problems={seen.problems} />}
      {seen !== undefined && 'report' in seen && asked !== undefined && (
        <CatalogueReportView report={seen.report} asked={asked} busy={busy} onPublish={() => void publish(seen.report.preview)} />
      )}
    </section>
  );
}

function CatalogueProblems({ problems }: { readonly problems: readonly string[] }) {
  const t = adminTexts.catalogue;
  const shown = problems.slice(0, 50);
  return (
    <Notice tone="red" alert>
      <p>{t.problems(problems.length)}</p>
      <ul>
        {shown.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {problems.length > shown.length && <p>{t.moreProblems(problems.length - shown.length)}</p>}
    </Notice>
  );
}
