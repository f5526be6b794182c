/** A form over a period on screen as it will print: the register of a month, the report of a quarter. The period is typed as officers write it. */
import { useMemo, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { FileButtons } from '../kit/ui/file-buttons.tsx';
import { useExportLook } from '../kit/use-export-look.ts';
import { useServices } from '../kit/services-context.tsx';
import { useDataAge } from '../kit/use-data-age.ts';
import { useLive } from '../kit/use-live.ts';
import { print as texts } from '../texts/vi/print.ts';
import { numberOf } from './form-number.ts';
import { formSetOn, type PeriodForm, type PeriodSource } from './forms/form.ts';
import { readPeriod } from './forms/register/period.ts';
import { ListPages } from './list-pages.tsx';
import { PrintFrame } from './print-frame.tsx';
import { usePrintingList } from './use-printing-list.ts';

interface PeriodFormPageProps {
  readonly id: string;
  readonly form: PeriodForm;
  readonly period: string;
  readonly reference: ReferenceData;
}

const rowsMax = 200_000;

export function PeriodFormPage({ id, form, period: given, reference }: PeriodFormPageProps) {
  const { dossiers, office: live, session, now } = useServices();
  const office = useLive(live);
  const officer = useLive(session.current)?.staff.fullName ?? '';
  const version = useLive(dossiers.index.version);
  const freshness = useDataAge();
  const [typed, setTyped] = useState(readPeriod(given) === undefined ? '' : asTyped(given));
  const period = useMemo(() => readPeriod(typed), [typed]);
  const [field, setField] = useState<string>();
  const source = useMemo((): PeriodSource | undefined => {
    // The index is read in place; its version stands for its content.
    void version;
    if (!period || !office) return undefined;
    const covered = form.covers && new Set(form.covers(office, reference));
    const rows = dossiers.index.query({ queue: 'all', ...(covered ? {} : { office: office.id }), limit: rowsMax }, now());
    const own = covered ? rows.filter((row) => covered.has(row.office)) : rows;
    return { period, office, officer, reference, rows: own, now: now(), freshness, field };
  }, [dossiers, version, form, period, office, officer, reference, now, freshness, field]);
  const pages = useMemo(() => (source ? form.pages(source) : []), [form, source]);
  const print = usePrintingList(id, form, pages.length);
  const fields = useMemo(() => [...new Set(reference.procedures.map((one) => one.field))].sort(byName.compare), [reference]);
  return (
    <PrintFrame
      title={form.title}
      onPrint={print}
      hint={
        !period ? texts.badPeriod : pages.length === 0 ? texts.emptyPeriod : `${numberOf(form, formSetOn(period.to))} ${texts.periodHint}`
      }
      tools={
        <>
          <TextInput
            label={texts.period}
            description={texts.periodExample}
            value={typed}
            error={typed !== '' && !period}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {form.byField && (
            <NativeSelect
              label={texts.field}
              value={field ?? ''}
              onChange={(event) => setField(event.currentTarget.value || undefined)}
              data={[{ value: '', label: texts.anyField }, ...fields.map((value) => ({ value, label: value }))]}
            />
          )}
          {form.table && source && pages.length > 0 && <TableFiles id={id} form={form} table={form.table} source={source} />}
          <Button variant="default" renderRoot={(props) => <Link {...props} to={form.backTo} />}>
            {texts.backTo[form.backTo]}
          </Button>
        </>
      }
    >
      <ListPages pages={pages} />
    </PrintFrame>
  );
}

interface TableFilesProps {
  readonly id: string;
  readonly form: PeriodForm;
  readonly table: NonNullable<PeriodForm['table']>;
  readonly source: PeriodSource;
}

function TableFiles({ id, form, table, source }: TableFilesProps) {
  const looked = useExportLook(id);
  const rows = useMemo(() => table(source), [table, source]);
  return (
    <FileButtons
      name={texts.fileName(source.period.key)}
      sheet={{ name: form.title, rows, headRows: 1, widths: rows[0]?.map((_, index) => (index < 2 ? 9 : 18)) }}
      csv={rows}
      onTaken={() => void looked(source.rows, rows.length - 1)}
    />
  );
}

const byName = new Intl.Collator('vi');

/** "2026-11" of an address is "11/2026" in the box, days are read as officers type them. */
function asTyped(key: string): string {
  return key
    .replace(/^(\d{4})-(\d{2})$/, '$2/$1')
    .replaceAll(/(\d{4})-(\d{2})-(\d{2})/g, '$3/$2/$1')
    .replace('..', ' - ');
}
