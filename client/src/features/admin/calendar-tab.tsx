/** The working calendar of the district: the hours of the week, and which years are entered. A year's days off come with the yearly notice; until then what reaches into it is provisional. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { knownYears } from '@onestop/shared/deadlines/calendar-entry.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { AdminTable } from './admin-table.tsx';
import { CalendarWeekDialog } from './calendar-week-dialog.tsx';
import { CalendarYearDialog } from './calendar-year-dialog.tsx';

export function CalendarTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = adminTexts.calendar;
  const { reference, sync } = useServices();
  const calendar = useLive(reference)?.calendar;
  const [editing, setEditing] = useState<number | 'week'>();
  const [saved, setSaved] = useState(false);
  if (!calendar) return <Notice>{t.none}</Notice>;
  const onSaved = () => {
    setEditing(undefined);
    setSaved(true);
    sync.syncNow();
  };
  const ends = { onClose: () => setEditing(undefined), onSaved, onNeedSession };
  const years = knownYears(calendar);
  const next = (years[0]?.year ?? 0) + 1;
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.6rem' }}>
        <Button onClick={() => setEditing(next)}>{t.enter(next)}</Button>
        <Button variant="default" onClick={() => setEditing('week')}>
          {t.week}
        </Button>
      </div>
      {saved && (
        <Notice tone="green" alert>
          {t.saved}
        </Notice>
      )}
      <p className="quiet">{t.version(calendar.version)}</p>
      <AdminTable
        label={adminTexts.tabs.calendar}
        rows={years}
        rowKey={(one) => String(one.year)}
        columns={[
          { title: t.columns.year, cell: (one) => one.year },
          { title: t.columns.off, cell: (one) => one.off },
          { title: t.columns.worked, cell: (one) => one.worked },
          { title: t.columns.state, cell: (one) => (one.confirmed ? t.confirmed : t.provisional) },
          { title: t.columns.source, cell: (one) => one.source },
        ]}
        action={({ year }) => (
          <Button size="compact-sm" variant="default" aria-label={`${vi.common.edit} ${year}`} onClick={() => setEditing(year)}>
            {vi.common.edit}
          </Button>
        )}
      />
      {editing === 'week' && <CalendarWeekDialog calendar={calendar} {...ends} />}
      {typeof editing === 'number' && (
        <CalendarYearDialog calendar={calendar} known={years.find((one) => one.year === editing)} year={editing} {...ends} />
      )}
    </>
  );
}
