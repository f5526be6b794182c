/** The dossiers a number is made of: what came, when, promised when, and with whom it is; to open, to print and to take away as a table. */
import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { readTold } from '@onestop/shared/register/told.ts';
import { type Behind, dossiersOf, type ReportSource } from '@onestop/shared/reports/report.ts';
import { useProcedureName, useNames } from '../../kit/use-reference.ts';
import { Page } from '../../kit/ui/page.tsx';
import { type Column, VirtualTable } from '../../kit/ui/virtual-table.tsx';
import { delayReasonNames } from '../../texts/act-reasons.ts';
import { formatDate, formatDateTime, formatNumber, formatTime } from '../../texts/format.ts';
import { statusNames } from '../../texts/statuses.ts';
import { report as t } from '../../texts/vi/report.ts';
import { levelNames, reportColumns } from '../../print/forms/report/lines.ts';
import { FileButtons } from '../../kit/ui/file-buttons.tsx';
import classes from './report.module.css';
import { useExportLook } from '../../kit/use-export-look.ts';

interface BehindListProps {
  readonly source: ReportSource;
  readonly behind: Behind;
  readonly nameOf: (key: string) => string;
  readonly severalOffices: boolean;
  readonly onBack: () => void;
}

export function BehindList({ source, behind, nameOf, severalOffices, onBack }: BehindListProps) {
  const navigate = useNavigate();
  const rows = useMemo(
    () => dossiersOf(source, behind).toSorted((a, b) => (a.acceptedAt ?? a.openedAt) - (b.acceptedAt ?? b.openedAt)),
    [source, behind],
  );
  const cells = useCells(severalOffices);
  const label = behindWords(behind, nameOf);
  const title = t.listTitle(label, formatNumber(rows.length));
  const looked = useExportLook();
  const table = useMemo(
    () => [cells.map(({ title: name }) => name), ...rows.map((row) => cells.map(({ text }) => text(row)))],
    [cells, rows],
  );
  const columns: readonly Column<DossierRow>[] = cells.map(({ key, title: name, width, text, lines }) => ({
    key,
    title: name,
    width,
    cell: (row) => <span className={classes.lines}>{lines ? <TwoLines lines={lines(row)} /> : text(row)}</span>,
  }));
  return (
    <Page
      title={title}
      fill
      tools={
        <>
          <Button variant="default" onClick={onBack}>
            {t.backToReport}
          </Button>
          <FileButtons
            name={t.fileName(t.fileOf.list, source.period)}
            sheet={{ name: label, rows: table, headRows: 1, widths: [26, 18, 28, 44, 18, 18, 28, 22, 20] }}
            csv={table}
            onTaken={() => looked(rows)}
          />
        </>
      }
    >
      <VirtualTable
        label={title}
        rows={rows}
        columns={columns}
        compact={(row) => (
          <>
            <div>
              {cells[0]?.text(row)} · {row.name}
            </div>
            <div className="quiet">
              {t.list.due}: {cells[4]?.text(row)} · {cells[6]?.text(row)}
            </div>
          </>
        )}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/ho-so/$dossier', params: { dossier: id } })}
        empty={t.list.empty}
        takesFocus
      />
    </Page>
  );
}

interface Cell {
  readonly key: string;
  readonly title: string;
  readonly width: string;
  readonly text: (row: DossierRow) => string;
  /** Where it is told in two lines on the screen. */
  readonly lines?: (row: DossierRow) => readonly [string, string];
}

function TwoLines({ lines: [first, second] }: { readonly lines: readonly [string, string] }) {
  return (
    <>
      {first}
      <br />
      {second}
    </>
  );
}

/** The agency above, the day and the serial below; a code of another system as it is. */
function codeLines({ code = '' }: DossierRow): readonly [string, string] {
  const at = code.indexOf('-') + 1;
  return [code.slice(0, at), code.slice(at)];
}

function timeLines(at: number | undefined): readonly [string, string] {
  return at === undefined ? ['', ''] : [formatDate(instantToPlainDate(at)), formatTime(at)];
}

function useCells(severalOffices: boolean): readonly Cell[] {
  const procedureName = useProcedureName();
  const names = useNames();
  return useMemo(() => {
    const time = (at: number | undefined): string => (at === undefined ? '' : formatDateTime(at));
    const holderOf = (row: DossierRow): string => {
      const { holder } = readTold(row);
      if (holder === undefined) return row.returnedAt === undefined && row.endedAt === undefined ? t.atDesk : '';
      return [holder.name, holder.office === row.office ? undefined : names.office(holder.office)].filter(Boolean).join(', ');
    };
    const cells: readonly Cell[] = [
      { key: 'code', title: t.list.code, width: '8rem', text: (row) => row.code ?? '', lines: codeLines },
      {
        key: 'accepted',
        title: t.list.accepted,
        width: '6.2rem',
        text: (row) => time(row.acceptedAt ?? row.openedAt),
        lines: (row) => timeLines(row.acceptedAt ?? row.openedAt),
      },
      { key: 'owner', title: t.list.owner, width: 'minmax(8rem, 1fr)', text: (row) => row.name ?? '' },
      { key: 'procedure', title: t.list.procedure, width: 'minmax(9rem, 1.2fr)', text: (row) => procedureName(row.procedure) },
      { key: 'due', title: t.list.due, width: '6.2rem', text: (row) => time(row.dueAt), lines: (row) => timeLines(row.dueAt) },
      {
        key: 'finished',
        title: t.list.finished,
        width: '6.2rem',
        text: (row) => time(row.processedAt),
        lines: (row) => timeLines(row.processedAt),
      },
      { key: 'holder', title: t.list.holder, width: 'minmax(6rem, 0.8fr)', text: holderOf },
      { key: 'status', title: t.list.status, width: '8rem', text: (row) => statusNames[row.status] },
    ];
    return severalOffices
      ? [...cells, { key: 'office', title: t.list.office, width: '7rem', text: (row) => names.office(row.office) }]
      : cells;
  }, [procedureName, names, severalOffices]);
}

function behindWords(behind: Behind, nameOf: (key: string) => string): string {
  if ('late' in behind) return behind.late === 'UNSAID' ? t.unsaid : delayReasonNames[behind.late];
  if ('rating' in behind) return t.ratings[behind.rating];
  if ('serviceLevel' in behind) return t.levels[behind.serviceLevel];
  if ('series' in behind) return `${t.book} ${behind.series ?? t.noReceipt}`;
  const column = reportColumns.find(({ figure }) => figure === behind.figure);
  const figure = column === undefined ? t.figures[behind.figure as keyof typeof t.figures] : `${column.group}, ${column.caption}`;
  const group = behind.key === undefined ? behind.level && levelNames[behind.level] : nameOf(behind.key);
  return group ? `${figure} · ${group}` : figure;
}
