/**
 * Đổi thủ tục: the wrong one was chosen at the intake. Code, book and line stay; papers, fee and promise are the right one's, counted from the same receipt,
 * and stand in the dialog before anything is written.
 */
import { type ReactNode, useState } from 'react';
import { Radio, TextInput } from '@mantine/core';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { countedFrom } from '@onestop/shared/dossier/commands/change-procedure.ts';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import type { FeeItem } from '@onestop/shared/dossier/fees.ts';
import type { PaperTick } from '@onestop/shared/dossier/papers.ts';
import { promiseFor, wasExtended } from '@onestop/shared/dossier/promise.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { feeItemsOf } from '@onestop/shared/judgement/money.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { levelOfOffice } from '@onestop/shared/reference/office-kinds.ts';
import { createProcedureSearch } from '@onestop/shared/catalogue/search.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useLive } from '../../../kit/use-live.ts';
import { useCatalogue, useProcedureName } from '../../../kit/use-reference.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { formatLongDateTime } from '../../../texts/format.ts';
import { offers } from '../../../texts/vi/acts-offers.ts';
import { vi } from '../../../texts/vi.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { moneyWords } from './money-words.ts';
import { asPaper, rowsOf, underAnotherList } from './paper-drafts.ts';
import { type PaperRowDraft, PaperStateRow } from './paper-state-row.tsx';
import { useNewPromise } from './promise-fields.tsx';
import { useReason } from './typed-fields.tsx';

const t = offers.changeProcedure;

export const changeProcedureAct: DossierAct<'changeProcedure'> = {
  command: 'changeProcedure',
  words: t,
  place: 'more',
  screen: ChangeProcedureDialog,
  prints: ['RECEIPT_REISSUED'],
};

/** As many as can be read at a glance; more letters narrow them. */
const foundMax = 6;

function ChangeProcedureDialog(props: ActScreenProps) {
  const { state } = props;
  const nameOf = useProcedureName();
  const pick = useRightProcedure(state);
  const { procedure } = pick;
  const [rows, setRows] = useState<readonly PaperRowDraft[]>([]);
  const due = useDueOf(procedure, state);
  const reason = useReason(t.reason, false);
  const before = useCatalogue().find(state.intake?.procedure ?? { key: '', version: 1 });
  const choose = (next: Procedure) => {
    const papers = underAnotherList(state.intake?.papers ?? [], before?.documents ?? [], next.documents);
    setRows(rowsOf(papers, next.documents));
    pick.choose(next);
  };
  const fees = feesOf(procedure);
  const input = (): CommandInput<'changeProcedure'> | undefined => {
    const promise = due.read();
    if (!procedure || promise === undefined) {
      pick.ask();
      return undefined;
    }
    const { key, version } = procedure;
    return { procedure: { key, version }, papers: ticksOf(rows), ...(fees ? { fees } : {}), ...promise, reason: reason.text };
  };
  return (
    <ActDialog {...props} act={changeProcedureAct} size="lg" input={input}>
      <p>{t.now(state.procedureName ?? nameOf(state.intake?.procedure.key))}</p>
      <Notice tone="grey">{t.kept}</Notice>
      {pick.fields(choose)}
      {procedure && (
        <>
          <h3>{t.papers}</h3>
          <p className="quiet">{procedure.documents.length === 0 ? t.noPapers : t.papersHint}</p>
          {rows.map((row, index) => (
            <PaperStateRow
              key={row.component ?? `k${row.row?.id}`}
              draft={row}
              first={false}
              onChange={(next) => setRows(rows.with(index, next))}
            />
          ))}
          {due.fields}
          <p>
            {t.fees}: {moneyWords({ ...state, fees })}
          </p>
        </>
      )}
      {reason.field}
    </ActDialog>
  );
}

function feesOf(procedure: Procedure | undefined): readonly FeeItem[] | undefined {
  return procedure && feeItemsOf(procedure.fee);
}

/** A row nobody said anything of is not written; a new one takes the next number of its dossier. */
function ticksOf(rows: readonly PaperRowDraft[]): readonly PaperTick[] {
  let last = Math.max(0, ...rows.map(({ row }) => row?.id ?? 0));
  return rows.flatMap((row) => {
    const paper = asPaper(row);
    // Where it was known from stays known, with its validity.
    const source = paper?.state === 'FROM_DATABASE' && row.row?.database ? { database: row.row.database } : {};
    return paper ? [{ ...paper, ...source, id: paper.id ?? ++last }] : [];
  });
}

/** Of the procedures this desk took in on the day of the receipt, found by words without marks; never the one that stands. */
function useRightProcedure(state: DossierState) {
  const { reference, office } = useServices();
  const own = useLive(office);
  const catalogue = useCatalogue();
  const [text, setText] = useState('');
  const [procedure, setProcedure] = useState<Procedure>();
  const [asked, setAsked] = useState(false);
  const received = countedFrom(state);
  const known = useLive(reference) !== undefined && own && received !== undefined;
  const offered = known
    ? catalogue
        .inForceOn(instantToPlainDate(received))
        .filter((one) => one.level === levelOfOffice(own) && one.key !== state.intake?.procedure.key)
    : [];
  const found = createProcedureSearch(offered)(text, { limit: foundMax });
  return {
    procedure,
    choose: setProcedure,
    ask: () => setAsked(true),
    fields: (onChoose: (next: Procedure) => void): ReactNode => (
      <>
        <TextInput
          label={t.find}
          description={t.findHint}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Radio.Group
          label={t.found}
          required
          value={procedure?.key ?? ''}
          error={asked && !procedure ? t.choose : undefined}
          onChange={(key) => {
            const next = offered.find((one) => one.key === key);
            if (next) onChoose(next);
          }}
        >
          <div style={{ display: 'grid', gap: '0.5rem', marginTop: '0.4rem' }}>
            {[...(procedure && !found.includes(procedure) ? [procedure] : []), ...found].map((one) => (
              <Radio key={one.key} value={one.key} label={one.name} />
            ))}
          </div>
        </Radio.Group>
        {found.length === 0 && <p>{t.none}</p>}
      </>
    ),
  };
}

/** The promise as the act would count it, or the boxes where the officer has to set it. `read` is undefined where they are not filled. */
function useDueOf(procedure: Procedure | undefined, state: DossierState) {
  const reference = useLive(useServices().reference);
  const manual = useNewPromise(state, { past: true });
  const why = useReason(t.dueReason, false);
  const received = countedFrom(state);
  const extended = wasExtended(state) && procedure?.timeLimit?.extended !== undefined;
  const promised =
    procedure && reference && received !== undefined ? promiseFor(procedure, received, extended, undefined, reference) : undefined;
  const longer = extended ? { extended } : {};
  return {
    read: (): Pick<CommandInput<'changeProcedure'>, 'due' | 'extended'> | undefined => {
      if (promised?.ok) return longer;
      const day = promised && manual.read();
      return day && { due: { ...day, reason: why.text }, ...longer };
    },
    fields: promised?.ok ? (
      <Notice>
        <strong>{t.newDue(formatLongDateTime(promised.value.due.dueAt))}</strong>
        {promised.value.due.provisional && ` ${vi.dossier.provisional}`}
      </Notice>
    ) : (
      <>
        <Notice>{vi.dossier.noLimit}</Notice>
        {manual.fields}
        {why.field}
      </>
    ),
  };
}
