/** One line a device: last contact, what waited then, its clock, its storage, and in words why it does not sync. */
import { Button } from '@mantine/core';
import { clockErrorMs, type DeviceTrouble, deviceTroublesOf, storageLeftBytes } from '@onestop/shared/judgement/device-health.ts';
import { type WatchLimits, watchLimitsDefault } from '@onestop/shared/judgement/freshness.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { ReportedProblem } from '@onestop/shared/protocol/messages.ts';
import type { DeviceRow } from '../../contract/admin.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { formatAgo, formatBytes, formatDateTime, formatMoment, formatNumber, formatSpan } from '../../texts/format.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { wireErrorTexts } from '../../texts/wire-errors.ts';
import { Mark } from '../../kit/ui/mark.tsx';
import { AdminTable } from './admin-table.tsx';
import classes from './admin.module.css';

interface DeviceTableProps {
  readonly rows: readonly DeviceRow[];
  readonly onRevoke: (row: DeviceRow) => void;
  readonly onManage: (row: DeviceRow) => void;
}

export function DeviceTable({ rows, onRevoke, onManage }: DeviceTableProps) {
  const t = adminTexts.devices;
  const names = useNames();
  const now = useNow();
  const limits = useLive(useServices().reference)?.settings ?? watchLimitsDefault;
  return (
    <AdminTable
      label={adminTexts.tabs.devices}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { title: t.columns.name, cell: (row) => row.name },
        { title: t.columns.office, cell: (row) => names.office(row.office) },
        { title: t.columns.state, cell: (row) => <DeviceState row={row} now={now} limits={limits} /> },
        { title: t.columns.last, cell: (row) => (row.lastExchangeAt === undefined ? t.never : formatAgo(row.lastExchangeAt, now)) },
        { title: t.columns.pending, cell: (row) => pendingText(row, now) },
        { title: t.columns.clock, cell: (row) => clockText(row) },
        { title: t.columns.storage, cell: (row) => storageText(row) },
        { title: t.columns.version, cell: (row) => row.report?.appVersion ?? '–' },
      ]}
      action={(row) => (
        <div className={classes.acts}>
          <Button size="compact-sm" variant="default" aria-label={`${t.manage} ${row.name}`} onClick={() => onManage(row)}>
            {t.manage}
          </Button>
          {row.use === 'ACTIVE' && (
            <Button size="compact-sm" variant="default" aria-label={`${t.revoke} ${row.name}`} onClick={() => onRevoke(row)}>
              {t.revoke}
            </Button>
          )}
        </div>
      )}
    />
  );
}

interface DeviceStateProps {
  readonly row: DeviceRow;
  readonly now: Instant;
  readonly limits: WatchLimits;
}

function DeviceState({ row, now, limits }: DeviceStateProps) {
  const t = adminTexts.devices;
  if (row.use !== 'ACTIVE') {
    const at = row.revokedAt === undefined ? '' : formatDateTime(row.revokedAt);
    return (
      <>
        <Mark tone={row.use === 'LOST' ? 'red' : 'grey'}>{t.out[row.use](at)}</Mark>
        {row.outNote !== undefined && <div className="quiet">{t.reportedBy(row.outNote)}</div>}
      </>
    );
  }
  const troubles = deviceTroublesOf(row, now, limits);
  const problems = troubles.some((one) => one === 'SILENT' || one === 'WAITING') ? (row.report?.problems ?? []) : [];
  if (troubles.length === 0)
    return (
      <Mark tone="green" plain>
        {t.active}
      </Mark>
    );
  return (
    <div className={classes.why}>
      {troubles.map((trouble) => (
        <Mark key={trouble} tone={severe.has(trouble) ? 'amber' : 'grey'}>
          {t.troubles[trouble]}
        </Mark>
      ))}
      {problems.map((problem) => (
        <span key={problem.code} className="quiet">
          {problemText(problem, now)}
        </span>
      ))}
    </div>
  );
}

const severe: ReadonlySet<DeviceTrouble> = new Set(['NEVER', 'SILENT', 'WAITING', 'CLOCK_WRONG', 'STORAGE_LOW']);

function problemText({ code, count, firstAt, lastAt }: ReportedProblem, now: Instant): string {
  const known = (wireErrorTexts as Partial<Record<string, { readonly said: string }>>)[code];
  return adminTexts.devices.failed(known?.said ?? code, formatNumber(count), formatMoment(firstAt, now), formatMoment(lastAt, now));
}

function pendingText({ pendingEvents, lastExchangeAt }: DeviceRow, now: Instant): string {
  if (pendingEvents === undefined || lastExchangeAt === undefined) return '–';
  return adminTexts.devices.pendingAsOf(formatNumber(pendingEvents), formatMoment(lastExchangeAt, now));
}

function clockText(row: DeviceRow): string {
  const t = adminTexts.devices;
  const error = clockErrorMs(row);
  if (error === undefined) return '–';
  if (Math.abs(error) < 30_000) return t.clockRight;
  return error > 0 ? t.clockAhead(formatSpan(error)) : t.clockBehind(formatSpan(-error));
}

function storageText({ report }: DeviceRow): string {
  const t = adminTexts.devices;
  const left = storageLeftBytes(report);
  const promise = report?.persisted === undefined ? undefined : report.persisted ? t.kept : t.notKept;
  return [promise, left === undefined ? undefined : t.room(formatBytes(left))].filter((part) => part !== undefined).join(', ') || '–';
}
