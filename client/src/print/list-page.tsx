/**
 * `/bang-ke/$list`: a hand-over list (bảng kê giao nhận) as its forward events wrote it, from every dossier of it that this device has. The address is the list's
 * number, the QR its number and its dossiers' random ids: nothing of a person.
 */
import { useEffect, useMemo, useState } from 'react';
import { useParams, useRouter } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { procedureToShow } from '@onestop/shared/catalogue/catalogue.ts';
import { formatPaperNumber } from '@onestop/shared/dossier/numbers.ts';
import type { DossierState, Handover } from '@onestop/shared/dossier/state.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { listKeyOf } from '@onestop/shared/register/row.ts';
import { handoverQr } from '../kit/handover-qr.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive } from '../kit/use-live.ts';
import { handoverLists as t } from '../texts/vi/handover.ts';
import { print as texts } from '../texts/vi/print.ts';
import { handoverListPages, handoverListTitle } from './forms/handover-list/index.tsx';
import { PrintFrame, PrintProblem } from './print-frame.tsx';
import { ListPages } from './list-pages.tsx';

interface Line {
  readonly state: DossierState;
  readonly handover: Handover;
}

export function ListPrintPage() {
  const { list = '' }: { readonly list?: string | undefined } = useParams({ strict: false });
  const reference = useLive(useServices().reference);
  const lines = useLines(list);
  if (!reference) return <PrintProblem text={texts.noReference} />;
  if (lines === undefined) return <PrintProblem text={texts.loading} tone="grey" />;
  if (lines.length === 0) return <PrintProblem text={t.unknown} />;
  return <Sheet list={list} lines={lines} reference={reference} />;
}

/** In the order in which they were given; undefined while they are read. */
function useLines(list: string): readonly Line[] | undefined {
  const { dossiers, now } = useServices();
  const [lines, setLines] = useState<readonly Line[]>();
  const ids = useMemo(
    () =>
      dossiers.index
        .query({ queue: 'all', limit: dossiers.index.size() }, now())
        .filter((row) => row.lists?.split(' ').includes(list) === true)
        .map((row) => row.id),
    [dossiers, now, list],
  );
  useEffect(() => {
    let live = true;
    const read = async () => {
      const found: Line[] = [];
      for (const id of ids) {
        const state = (await dossiers.open(id))?.state;
        const handover = state?.handovers.find((one) => listKeyOf(one) === list);
        if (state && handover) found.push({ state, handover });
      }
      if (live) setLines(found.toSorted((a, b) => a.handover.at - b.handover.at || (a.state.id < b.state.id ? -1 : 1)));
    };
    void read();
    return () => void (live = false);
  }, [dossiers, ids, list]);
  return lines;
}

interface SheetProps {
  readonly list: string;
  readonly lines: readonly Line[];
  readonly reference: ReferenceData;
}

function Sheet({ list, lines, reference }: SheetProps) {
  const router = useRouter();
  const { handover } = lines[0] ?? {};
  const from = reference.offices.find((one) => one.id === handover?.fromOffice);
  const office = (id: string | undefined) => reference.offices.find((one) => one.id === id)?.name ?? '';
  const giver = reference.staff.find((one) => one.id === handover?.by);
  if (!handover?.list || !from) return <PrintProblem text={t.unknown} />;
  const number = formatPaperNumber(handover.list);
  const pages = handoverListPages({
    head: { authorityName: from.authorityName, deskName: from.deskName, place: from.place },
    number,
    at: handover.at,
    giver: giver?.fullName ?? '',
    receiver: [handover.to?.name, handover.toOffice === handover.fromOffice ? undefined : office(handover.toOffice)]
      .filter(Boolean)
      .join(', '),
    lines: lines.map((line) => lineOf(line, reference)),
    qr: handoverQr({ list, dossiers: lines.map(({ state }): DossierId => state.id) }),
  });
  return (
    <PrintFrame
      title={`${handoverListTitle} ${number}`}
      hint={t.printHint}
      tools={
        <Button variant="default" onClick={() => router.history.back()}>
          {t.back}
        </Button>
      }
    >
      <ListPages pages={pages} />
    </PrintFrame>
  );
}

function lineOf({ state, handover }: Line, reference: ReferenceData) {
  const { code, intake, procedureName, acceptance, due } = state;
  const name = procedureName ?? acceptance?.printed.procedure ?? procedureToShow(reference.procedures, intake?.procedure ?? {})?.name;
  return {
    code: code ?? acceptance?.external?.code ?? '',
    owner: intake?.owner.fullName ?? '',
    procedure: name ?? '',
    sets: intake?.sets ?? 1,
    due: handover.stepDue ?? due?.dueAt,
    note: handover.note,
  };
}
