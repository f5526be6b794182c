/** The procedure catalogue: found by typing without diacritics, by code, by field. */
import { useMemo, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { NativeSelect, TextInput } from '@mantine/core';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useCatalogue, useProcedureSearch } from '../../kit/use-reference.ts';
import { formatNumber } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Page, pageClasses } from '../../kit/ui/page.tsx';
import { VirtualTable, type Column } from '../../kit/ui/virtual-table.tsx';
import classes from './catalogue.module.css';

/** Two lines; what is longer is read on the procedure's own page, and under the pointer. */
function two(text: string) {
  return (
    <span className={classes.two} title={text}>
      {text}
    </span>
  );
}

const columns: readonly Column<Procedure>[] = [
  { key: 'code', title: vi.catalogue.code, width: '8rem', cell: (p) => p.code ?? <span className="quiet">–</span> },
  { key: 'name', title: vi.catalogue.columns.name, width: 'minmax(0, 2.4fr)', cell: (p) => two(p.name) },
  { key: 'field', title: vi.catalogue.columns.field, width: 'minmax(8rem, 0.8fr)', cell: (p) => two(p.field) },
  {
    key: 'limit',
    title: vi.catalogue.columns.limit,
    width: 'minmax(9rem, 1fr)',
    cell: (p) => two(p.timeLimit?.text ?? vi.catalogue.noLimit),
  },
  { key: 'fee', title: vi.catalogue.columns.fee, width: 'minmax(8rem, 0.8fr)', cell: (p) => two(p.fee?.text ?? vi.catalogue.noFee) },
];

export function CataloguePage() {
  const t = vi.catalogue;
  const { now } = useServices();
  const navigate = useNavigate();
  const catalogue = useCatalogue();
  const search = useProcedureSearch();
  const [text, setText] = useState('');
  const [field, setField] = useState('');
  const all = useMemo(() => catalogue.inForceOn(instantToPlainDate(now())), [catalogue, now]);
  const fields = useMemo(() => [...new Set(all.map((p) => p.field))].sort(new Intl.Collator('vi').compare), [all]);
  const rows = useMemo(() => {
    const found = text.trim() === '' ? all : search(text, { limit: all.length }).filter((p) => all.includes(p));
    return field === '' ? found : found.filter((p) => p.field === field);
  }, [all, search, text, field]);
  return (
    <Page title={t.title} fill tools={<span className="quiet num">{t.count(formatNumber(rows.length))}</span>}>
      <div className={pageClasses.tools}>
        <TextInput style={{ flex: '1 1 16rem' }} label={t.search} value={text} onChange={(e) => setText(e.currentTarget.value)} />
        <NativeSelect
          label={t.field}
          value={field}
          onChange={(e) => setField(e.currentTarget.value)}
          data={[{ value: '', label: t.allFields }, ...fields]}
        />
      </div>
      <VirtualTable
        label={t.title}
        rows={rows}
        columns={columns}
        compact={(p) => (
          <>
            <div className={classes.name}>{p.name}</div>
            <div className={classes.side}>{[p.code, p.field, p.timeLimit?.text].filter(Boolean).join(' · ')}</div>
          </>
        )}
        rowKey={(p) => p.key}
        onOpen={(p) => void navigate({ to: '/thu-tuc/$key', params: { key: p.key } })}
        empty={all.length === 0 ? t.empty : t.noMatch}
      />
    </Page>
  );
}
