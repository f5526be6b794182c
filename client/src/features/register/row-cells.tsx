/** The cells of a dossier in a list, the same in every list and on the page of the day: two lines each, so that nothing that tells dossiers apart is cut. */
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { maskIdNumber } from '@onestop/shared/text/mask.ts';
import { useLateness } from '../../kit/use-lateness.ts';
import { useLive, useNow } from '../../kit/use-live.ts';
import { useServices } from '../../kit/services-context.tsx';
import { codeParts, formatDate, formatMoment, shortProcedure } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { DueMark, dueWords, StatusMark, SyncMark } from '../../kit/ui/row-words.tsx';
import classes from './register-table.module.css';

interface RowProps {
  readonly row: DossierRow;
}

/** How far off, and the day below it. */
export function DueCell({ row }: RowProps) {
  const words = dueWords(row, useLateness());
  return (
    <span className={classes.lines}>
      <DueMark words={words} short />
      {row.dueAt !== undefined && <span className={classes.below}>{formatDate(instantToPlainDate(row.dueAt))}</span>}
    </span>
  );
}

export function OwnerCell({ row }: RowProps) {
  return (
    <span className={classes.lines}>
      <span className={classes.name} title={row.name}>
        {row.name}
      </span>
      {row.idNumber && <span className={classes.below}>{maskIdNumber(row.idNumber)}</span>}
    </span>
  );
}

export function ProcedureCell({ name }: { readonly name: string }) {
  return (
    <span className={classes.procedure} title={name}>
      {shortProcedure(name)}
    </span>
  );
}

export function StatusCell({ row }: RowProps) {
  return (
    <span className={classes.wrap}>
      <StatusMark status={row.status} guidedAt={row.guidedAt} />
    </span>
  );
}

/** The serial, and when it was received; what was only begun or guided has no hour of receipt. */
export function RowCode({ row }: RowProps) {
  const now = useNow();
  const { acceptedAt, guidedAt } = row;
  return (
    <span className={classes.lines}>
      <ShortCode row={row} />
      {acceptedAt !== undefined && <span className={classes.below}>{formatMoment(acceptedAt, now)}</span>}
      {guidedAt !== undefined && <span className={classes.below}>{vi.register.guided(formatMoment(guidedAt, now))}</span>}
    </span>
  );
}

/** Two agencies give numbers at one desk: the district's says so before its serial, any other code is written out. */
function ShortCode({ row }: RowProps) {
  const offices = useLive(useServices().reference)?.offices ?? [];
  const { code } = row;
  if (code === undefined) return <span className="quiet">{vi.register.noCode}</span>;
  const parts = codeParts(code);
  const agency = parts && offices.find((one) => one.agencyId === parts.agency);
  const isOwn = agency !== undefined && agency.id === row.office;
  const known = isOwn || isCentre(agency) ? parts : undefined;
  return (
    <span className={classes.code} title={code}>
      <span aria-hidden="true">{known ? `${isOwn ? '' : vi.register.districtCode}${known.serial}` : code}</span>
      <span className="sr-only">{code}</span>
    </span>
  );
}

interface CompactRowProps extends RowProps {
  readonly pending: boolean;
  readonly procedureName: (key: string | undefined) => string;
}

/** A row of the tablet held upright. */
export function CompactRow({ row, pending, procedureName }: CompactRowProps) {
  const lateness = useLateness();
  return (
    <>
      <div className={classes.two}>
        <span className={classes.strong}>
          <span className={classes.long}>{row.name ?? row.code ?? vi.register.noCode}</span>
          {row.idNumber && <span className={classes.beside}>{maskIdNumber(row.idNumber)}</span>}
        </span>
        <span className={classes.marks}>
          <DueMark words={dueWords(row, lateness)} short />
          <SyncMark row={row} pending={pending} />
        </span>
      </div>
      <div className={classes.two}>
        <span className={classes.second}>
          <ShortCode row={row} /> · {shortProcedure(procedureName(row.procedure))}
        </span>
        <span className={classes.none}>
          <StatusMark status={row.status} guidedAt={row.guidedAt} />
        </span>
      </div>
    </>
  );
}
