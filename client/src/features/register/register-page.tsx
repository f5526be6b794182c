/** Sổ theo dõi hồ sơ: every dossier of this device, filtered by words, status and order. */
import { useMemo, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { dossierStatuses, type DossierStatus } from '@onestop/shared/dossier/state.ts';
import type { OfficeId } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { RowFilter } from '../../contract/dossier-index.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useSearchLook } from '../../kit/use-look.ts';
import type { FormId } from '../../print/forms/index.ts';
import { formatNumber } from '../../texts/format.ts';
import { statusNames } from '../../texts/statuses.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { Page, pageClasses } from '../../kit/ui/page.tsx';
import { RegisterTable } from './register-table.tsx';

type Sort = NonNullable<RowFilter['sort']>;
const typingPauseMs = 80;

interface RegisterPageProps {
  readonly title?: string;
  readonly initialText?: string | undefined;
  readonly office?: OfficeId | undefined;
  readonly empty?: string;
}

export function RegisterPage({
  title = vi.register.title,
  initialText = '',
  office,
  empty = vi.register.queues.all.empty,
}: RegisterPageProps) {
  const t = vi.register;
  const { dossiers } = useServices();
  useLive(dossiers.index.version);
  const [text, setText] = useState(initialText);
  const [status, setStatus] = useState<DossierStatus>();
  const [sort, setSort] = useState<Sort>('newest');
  const [typed] = useDebouncedValue(text.trim(), typingPauseMs);
  const filter = useMemo(() => ({ sort, ...(typed === '' ? {} : { text: typed }), ...(office ? { office } : {}) }), [sort, typed, office]);
  const { now } = useServices();
  const isNear = typed !== '' && dossiers.index.query({ ...filter, limit: 1 }, now()).length === 0;
  const shown = useMemo(() => (isNear ? { ...filter, near: true } : filter), [isNear, filter]);
  const hits = useMemo(
    () => (typed === '' ? [] : dossiers.index.query({ ...shown, limit: 12 }, now())),
    [typed, shown, dossiers.index, now],
  );
  useSearchLook(typed, hits);
  const filtered = typed !== '' || status !== undefined;
  return (
    <Page title={title} fill tools={office ? null : <RegisterTools total={dossiers.index.size()} />}>
      <div className={pageClasses.tools}>
        <TextInput style={{ flex: '1 1 16rem' }} label={t.filter} value={text} onChange={(e) => setText(e.currentTarget.value)} />
        <NativeSelect
          label={t.status}
          value={status ?? ''}
          onChange={(e) => setStatus(dossierStatuses.find((s) => s === e.currentTarget.value))}
          data={[{ value: '', label: t.anyStatus }, ...dossierStatuses.map((s) => ({ value: s, label: statusNames[s] }))]}
        />
        <NativeSelect
          label={t.sort}
          value={sort}
          onChange={(e) => setSort(e.currentTarget.value as Sort)}
          data={(['newest', 'due', 'name'] as const).map((s) => ({ value: s, label: t.sorts[s] }))}
        />
      </div>
      {isNear && dossiers.index.query({ ...shown, limit: 1 }, now()).length > 0 ? <Notice tone="grey">{t.near}</Notice> : null}
      <RegisterTable
        label={title}
        filter={shown}
        status={status}
        empty={filtered ? t.noMatch : empty}
        total={filtered || office ? undefined : dossiers.index.size()}
      />
    </Page>
  );
}

/** How many there are, and this month on paper. */
function RegisterTools({ total }: { readonly total: number }) {
  const { now } = useServices();
  const month = instantToPlainDate(now()).slice(0, 7);
  return (
    <>
      <span className="quiet num">{vi.register.total(formatNumber(total))}</span>
      <Link to="/in/$form/$dossier" params={{ form: 'REGISTER' satisfies FormId, dossier: month }}>
        {vi.register.print}
      </Link>
    </>
  );
}
