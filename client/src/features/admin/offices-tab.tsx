/** The organisation: the units with their life, found by name or code; adding one or many, changing, closing and taking a closing back. */
import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { lifeOf } from '@onestop/shared/reference/office-life.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { matchesTokens, searchKey, searchTokens } from '@onestop/shared/text/search-key.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { formatDate } from '../../texts/format.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { units } from '../../texts/vi/units.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { Notice } from '../../kit/ui/notice.tsx';
import classes from './admin.module.css';
import { AdminTable } from './admin-table.tsx';
import { OfficeCloseDialog, OfficeReopenDialog } from './office-close-dialog.tsx';
import { OfficeDialog } from './office-dialog.tsx';
import { OfficesListDialog } from './offices-list-dialog.tsx';

type Doing = { readonly what: 'edit' | 'close' | 'reopen'; readonly office: Office } | { readonly what: 'add' | 'list' };

export function OfficesTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = adminTexts.offices;
  const { reference, sync } = useServices();
  const offices = useLive(reference)?.offices ?? [];
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState<string>();
  const [search, setSearch] = useState('');
  const shown = offices.filter((one) => matchesTokens(searchKey(`${one.name} ${one.id} ${one.agencyId}`), searchTokens(search)));
  const onSaved = (what: string) => {
    setDoing(undefined);
    setSaid(what);
    sync.syncNow();
  };
  const ends = { onClose: () => setDoing(undefined), onNeedSession };
  return (
    <>
      <div className={classes.bar}>
        <Button onClick={() => setDoing({ what: 'add' })}>{t.add}</Button>
        <Button variant="default" onClick={() => setDoing({ what: 'list' })}>
          {units.list.open}
        </Button>
        <TextInput label={units.search} placeholder={units.searchHint} value={search} onChange={(e) => setSearch(e.currentTarget.value)} />
      </div>
      {offices.some((one) => one.agencyIdUnconfirmed) && <Notice tone="amber">{t.unconfirmedNotice}</Notice>}
      {said !== undefined && (
        <Notice tone="green" alert>
          {said}
        </Notice>
      )}
      {shown.length === 0 ? <Notice>{units.noneShown}</Notice> : <OfficeTable offices={shown} onDo={setDoing} />}
      {doing?.what === 'add' && <OfficeDialog {...ends} office={undefined} onSaved={() => onSaved(t.saved)} />}
      {doing?.what === 'edit' && <OfficeDialog {...ends} office={doing.office} onSaved={() => onSaved(t.saved)} />}
      {doing?.what === 'list' && <OfficesListDialog {...ends} onSaved={onSaved} />}
      {doing?.what === 'close' && <OfficeCloseDialog {...ends} office={doing.office} onSaved={onSaved} />}
      {doing?.what === 'reopen' && <OfficeReopenDialog {...ends} office={doing.office} onSaved={onSaved} />}
    </>
  );
}

function OfficeTable({ offices, onDo }: { readonly offices: readonly Office[]; readonly onDo: (doing: Doing) => void }) {
  const t = adminTexts.offices;
  const { office, now } = useServices();
  const own = useLive(office);
  const today = instantToPlainDate(now());
  return (
    <AdminTable
      label={adminTexts.tabs.offices}
      rows={offices}
      rowKey={(one) => one.id}
      columns={[
        { title: t.columns.name, cell: (one) => <NameAndLife office={one} today={today} /> },
        { title: t.columns.kind, cell: (one) => t.kinds[one.kind] },
        {
          title: t.columns.agencyId,
          cell: (one) => (one.agencyIdUnconfirmed ? `${one.agencyId} (${t.agencyIdUnconfirmed})` : one.agencyId),
        },
        { title: t.columns.syncs, cell: (one) => (one.syncs ? t.syncs : t.modern) },
      ]}
      action={(one) => <OfficeActs office={one} today={today} isOwn={one.id === own?.id} onDo={onDo} />}
    />
  );
}

interface OfficeActsProps {
  readonly office: Office;
  readonly today: PlainDate;
  readonly isOwn: boolean;
  readonly onDo: (doing: Doing) => void;
}

function OfficeActs({ office, today, isOwn, onDo }: OfficeActsProps) {
  const life = lifeOf(office, today);
  const button = (what: 'edit' | 'close' | 'reopen', label: string) => (
    <Button size="compact-sm" variant="default" aria-label={`${label} ${office.name}`} onClick={() => onDo({ what, office })}>
      {label}
    </Button>
  );
  return (
    <div className={classes.acts}>
      {button('edit', units.edit)}
      {!isOwn && life === 'OPEN' && button('close', units.close.open)}
      {life === 'CLOSING' && button('reopen', units.close.undo)}
    </div>
  );
}

function NameAndLife({ office, today }: { readonly office: Office; readonly today: PlainDate }) {
  const names = useNames();
  const life = lifeOf(office, today);
  if (office.validTo === undefined || life === 'OPEN') return office.name;
  const [day, next] = [formatDate(office.validTo), names.office(office.successor ?? '')];
  return (
    <>
      {office.name}
      <br />
      <Mark tone={life === 'CLOSED' ? 'grey' : 'amber'}>
        {life === 'CLOSED' ? units.life.closed(day, next) : units.life.closing(day, next)}
      </Mark>
    </>
  );
}
