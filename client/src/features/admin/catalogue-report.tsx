/** What publishing a file would do, by name, and the button that does it. */
import { Button } from '@mantine/core';
import type { CataloguePublication, CatalogueReport } from '../../contract/admin.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { formatDate } from '../../texts/format.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';

interface CatalogueReportViewProps {
  readonly report: CatalogueReport;
  readonly asked: CataloguePublication;
  readonly busy: boolean;
  readonly onPublish: () => void;
}

export function CatalogueReportView({ report, asked, busy, onPublish }: CatalogueReportViewProps) {
  const t = adminTexts.catalogue;
  const { added, changed, unchanged, missing, ignoredColumns } = report;
  const ends = asked.endMissing ? missing.length : 0;
  const isNothing = added.length + changed.length + ends === 0;
  return (
    <div role="status" style={{ display: 'flex', flexDirection: 'column', gap: '0.6rem' }}>
      <p>
        <strong>{t.read(report.procedures)}</strong> {t.unchanged(unchanged)}
      </p>
      {ignoredColumns.length > 0 && <Notice tone="amber">{t.ignored(ignoredColumns.join(', '))}</Notice>}
      <Names title={t.added(added.length)} names={added.map(({ key, name }) => ({ key, text: `${key} ${name}` }))} />
      <Names
        title={t.changes(changed.length)}
        names={changed.map(({ key, name, members }) => ({
          key,
          text: `${key} ${name}: ${members.length === 0 ? t.comesBack : members.map((member) => t.members[member]).join(', ')}`,
        }))}
      />
      <Names
        title={asked.endMissing ? t.ended(missing.length) : t.kept(missing.length)}
        names={missing.map(({ key, name }) => ({ key, text: `${key} ${name}` }))}
      />
      {isNothing ? (
        <Notice tone="green">{t.nothing}</Notice>
      ) : (
        <div>
          <Button loading={busy} onClick={onPublish}>
            {t.publish(formatDate(asked.effective))}
          </Button>
        </div>
      )}
    </div>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly { readonly key: string; readonly text: string }[] }) {
  if (names.length === 0) return null;
  return (
    <details open={names.length <= 12}>
      <summary style={{ minHeight: '3rem', alignContent: 'center', cursor: 'pointer' }}>{title}</summary>
      <ul>
        {names.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
