/**
 * `/ban-giao/$list`: one hand-over list, line by line. The receiver ticks each paper file that is in his hands and confirms those; what is not ticked stays not
 * received and is said. A list that was scanned also tells how many of its dossiers this device does not know yet.
 */
import { type ComponentType, useMemo, useState } from 'react';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { Button, Checkbox } from '@mantine/core';
import { mayPerform } from '@onestop/shared/judgement/allowed.ts';
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { type DossierRow, readListKey } from '@onestop/shared/register/row.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive, useNow } from '../../../kit/use-live.ts';
import { useNames, useProcedureName } from '../../../kit/use-reference.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { Page, pageClasses } from '../../../kit/ui/page.tsx';
import { handoverLists as t } from '../../../texts/vi/handover.ts';
import { Acknowledge, AcknowledgeUp } from '../batch/batch-acts.tsx';
import type { BatchDialogProps } from '../batch/batch-dialog.tsx';
import { whoIs } from '../batch/use-judged.ts';
import { useActing } from '../../../kit/use-acting.ts';

export function HandoverListPage() {
  const { list = '' }: { readonly list?: string | undefined } = useParams({ strict: false });
  const scanned = useLocation({ select: ({ state }) => state.dossiers });
  const known = readListKey(list);
  const names = useNames();
  const { rows, missing } = useLines(list, scanned);
  return (
    <Page
      title={known ? t.listTitle(formatPaperNumber(known.number)) : t.title}
      tools={
        <>
          {rows.length > 0 && (
            <Link to="/bang-ke/$list" params={{ list }}>
              {t.print}
            </Link>
          )}
          <Link to="/ban-giao">{t.all}</Link>
        </>
      }
    >
      {missing > 0 && <Notice tone="amber">{t.missingHere(missing)}</Notice>}
      {rows.length === 0 || !known ? (
        <Notice tone="amber">{t.unknown}</Notice>
      ) : (
        <>
          <p>{t.from(names.office(known.office), rows.filter((row) => row.awaited === list).length)}</p>
          <Lines key={list} list={list} rows={rows} />
        </>
      )}
    </Page>
  );
}

/** What the index knows of the list, and of what was scanned; `missing`: scanned and not on this device. */
function useLines(list: string, scanned: readonly DossierId[] | undefined) {
  const { dossiers } = useServices();
  const now = useNow();
  const version = useLive(dossiers.index.version);
  return useMemo(() => {
    // The index is read in place; its version stands for its content.
    void version;
    const rows = dossiers.index
      .query({ queue: 'all', limit: dossiers.index.size() }, now)
      .filter((row) => row.lists?.split(' ').includes(list) === true);
    const ids = new Set(rows.map((row) => row.id));
    return { rows, missing: (scanned ?? []).filter((id) => !ids.has(id)).length };
  }, [dossiers, now, version, list, scanned]);
}

function Lines({ list, rows }: { readonly list: string; readonly rows: readonly DossierRow[] }) {
  const acting = useActing();
  const nameOf = useProcedureName();
  const [ticked, setTicked] = useState<ReadonlySet<DossierId>>(new Set());
  const [asked, setAsked] = useState(false);
  const [dialog, setDialog] = useState<ComponentType<BatchDialogProps>>();
  const waiting = rows.filter((row) => row.awaited === list);
  const isUp = waiting.some((row) => row.step === 'IN_TRANSIT_UP');
  const mayConfirm = acting !== undefined && mayPerform(isUp ? 'acknowledgeUp' : 'acknowledgeHandover', acting.actor, acting.office);
  const chosen = waiting.map((row) => row.id).filter((id) => ticked.has(id));
  const Dialog = dialog;
  const tick = (id: DossierId, isTicked: boolean) =>
    setTicked(new Set(isTicked ? [...ticked, id] : [...ticked].filter((one) => one !== id)));
  const confirm = () => {
    setAsked(true);
    if (chosen.length > 0) setDialog(() => (isUp ? AcknowledgeUp : Acknowledge));
  };
  return (
    <section className={pageClasses.card} aria-label={t.lines}>
      {waiting.length > 0 && <p className="quiet">{mayConfirm ? t.check : t.notYours}</p>}
      <ol style={{ display: 'grid', gap: '0.6rem' }}>
        {rows.map((row) => (
          <li key={row.id}>
            <Line
              row={row}
              procedure={nameOf(row.procedure)}
              waits={row.awaited === list}
              ticked={ticked.has(row.id)}
              onTick={mayConfirm ? (isTicked) => tick(row.id, isTicked) : undefined}
            />
          </li>
        ))}
      </ol>
      {mayConfirm && waiting.length > 0 && (
        <>
          <div aria-live="polite">
            {asked && chosen.length === 0 && <Notice tone="amber">{t.nothingTicked}</Notice>}
            {chosen.length > 0 && chosen.length < waiting.length && (
              <Notice tone="amber">{t.missing(waiting.length - chosen.length)}</Notice>
            )}
          </div>
          <div className={pageClasses.buttons}>
            <Button variant="default" onClick={() => setTicked(new Set(waiting.map((row) => row.id)))}>
              {t.tickAll}
            </Button>
            <Button onClick={confirm}>{t.confirm(chosen.length)}</Button>
          </div>
        </>
      )}
      {Dialog && <Dialog ids={chosen} onClose={() => setDialog(undefined)} />}
    </section>
  );
}

interface LineProps {
  readonly row: DossierRow;
  readonly procedure: string;
  readonly waits: boolean;
  readonly ticked: boolean;
  readonly onTick: ((ticked: boolean) => void) | undefined;
}

function Line({ row, procedure, waits, ticked, onTick }: LineProps) {
  const who = whoIs(row);
  if (waits && onTick)
    return (
      <Checkbox size="md" label={who} description={procedure} checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
    );
  return (
    <>
      {who} <span className="quiet">· {waits ? t.waiting : t.received}</span>
      <div className="quiet">{procedure}</div>
    </>
  );
}
