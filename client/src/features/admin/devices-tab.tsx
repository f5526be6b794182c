/** The devices board: what each device last reported and why it does not sync; filter, sort, and what can be done with it. */
import { useEffect, useMemo, useState } from 'react';
import { Button, NativeSelect } from '@mantine/core';
import { watchLimitsDefault } from '@onestop/shared/judgement/freshness.ts';
import type { DeviceRow } from '../../contract/admin.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { useNames } from '../../kit/use-reference.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { boardOf, boardSorts, boardStates, type BoardSort, type BoardState } from './device-board.ts';
import { DeviceDialog } from './device-dialog.tsx';
import { DeviceTable } from './device-table.tsx';
import { IssueCodeDialog } from './issue-code-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { useAdminCall } from './use-admin-call.ts';
import classes from './admin.module.css';

type Open = { readonly kind: 'issue' } | { readonly kind: 'revoke' | 'manage'; readonly device: DeviceRow };

export function DevicesTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = adminTexts.devices;
  const { admin } = useServices();
  const { run, problem } = useAdminCall(onNeedSession);
  const [rows, setRows] = useState<readonly DeviceRow[]>();
  const [open, setOpen] = useState<Open>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let live = true;
    void run(admin.listDevices).then((found) => live && found.ok && setRows(found.value));
    return () => {
      live = false;
    };
  }, [run, admin, round]);
  const ends = {
    onClose: () => {
      setOpen(undefined);
      setRound((n) => n + 1);
    },
    onNeedSession,
  };
  return (
    <>
      {rows !== undefined && rows.length > 0 ? (
        <Board rows={rows} onOpen={setOpen} />
      ) : (
        <div>
          <Button onClick={() => setOpen({ kind: 'issue' })}>{t.issue}</Button>
        </div>
      )}
      {problem !== undefined && (
        <Notice tone="red" alert>
          {problem}
        </Notice>
      )}
      {rows?.length === 0 && <Notice>{t.empty}</Notice>}
      {rows === undefined && problem === undefined && <output>{vi.common.loading}</output>}
      {open?.kind === 'issue' && <IssueCodeDialog {...ends} />}
      {open?.kind === 'revoke' && <RevokeDialog device={open.device} {...ends} />}
      {open?.kind === 'manage' && <DeviceDialog device={open.device} others={rows ?? []} {...ends} />}
    </>
  );
}

function Board({ rows, onOpen }: { readonly rows: readonly DeviceRow[]; readonly onOpen: (open: Open) => void }) {
  const t = adminTexts.devices;
  const names = useNames();
  const now = useNow();
  const limits = useLive(useServices().reference)?.settings ?? watchLimitsDefault;
  const [office, setOffice] = useState('');
  const [state, setState] = useState<BoardState>('IN_USE');
  const [sort, setSort] = useState<BoardSort>('TROUBLE');
  const offices = useMemo(() => [...new Set(rows.map((row) => row.office as string))], [rows]);
  const shown = boardOf(rows, { office, state, sort }, names, now, limits);
  return (
    <>
      <div className={classes.bar}>
        <Button onClick={() => onOpen({ kind: 'issue' })}>{t.issue}</Button>
        <NativeSelect
          label={t.filterOffice}
          value={office}
          onChange={(e) => setOffice(e.currentTarget.value)}
          data={[{ value: '', label: t.everyOffice }, ...offices.map((value) => ({ value, label: names.office(value) }))]}
        />
        <NativeSelect
          label={t.filterState}
          value={state}
          onChange={(e) => setState(boardStates.find((one) => one === e.currentTarget.value) ?? 'IN_USE')}
          data={boardStates.map((value) => ({ value, label: t.states[value] }))}
        />
        <NativeSelect
          label={t.sort}
          value={sort}
          onChange={(e) => setSort(boardSorts.find((one) => one === e.currentTarget.value) ?? 'TROUBLE')}
          data={boardSorts.map((value) => ({ value, label: t.sorts[value] }))}
        />
        <span className="quiet num">{t.shown(shown.length, rows.length)}</span>
      </div>
      {shown.length === 0 ? (
        <Notice>{t.noneShown}</Notice>
      ) : (
        <DeviceTable
          rows={shown}
          onRevoke={(device) => onOpen({ kind: 'revoke', device })}
          onManage={(device) => onOpen({ kind: 'manage', device })}
        />
      )}
    </>
  );
}
