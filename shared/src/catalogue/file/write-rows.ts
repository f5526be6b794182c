/** Procedures → rows that `read-rows.ts` reads again as the same procedures: the first row of each has everything, the next ones its further papers and fee items. */
import type { FeeRule, Procedure, ProcedureDocument } from '../procedure.ts';
import { type Column, columns, titleOf } from './columns.ts';
import { feeKindWords, feeUnitWords, freeWord, levelWords, surenessWords, unitWords, yesWords } from './words.ts';

type Row = Partial<Record<Column, string>>;

export function catalogueRows(procedures: readonly Procedure[]): readonly (readonly string[])[] {
  const body = procedures.flatMap((one) => rowsOf(one)).map((row) => columns.map((column) => row[column] ?? ''));
  return [columns.map(titleOf), ...body];
}

function rowsOf(procedure: Procedure): readonly Row[] {
  const papers = procedure.documents.map(paperRow);
  const items = procedure.fee?.items;
  const fees: readonly Row[] = items?.length === 0 ? [{ feeName: freeWord }] : (items ?? []).map(feeRow);
  const first: Row = { ...wholeRow(procedure), ...papers[0], ...fees[0] };
  const further = Array.from({ length: Math.max(papers.length, fees.length) }, (_, i): Row => ({ ...papers[i], ...fees[i] })).slice(1);
  return [first, ...further];
}

const yesNo = (value: boolean): string => yesWords.write(value ? 'yes' : 'no');

function wholeRow({ provenance, timeLimit, ...one }: Procedure): Row {
  return {
    key: one.key,
    code: one.code ?? '',
    aliases: (one.aliases ?? []).join('\n'),
    name: one.name,
    field: one.field,
    level: levelWords.write(one.level),
    limitText: timeLimit?.text ?? one.timeLimitText ?? '',
    limitAmount: String(timeLimit?.amount ?? ''),
    limitUnit: timeLimit === null ? '' : unitWords.write(timeLimit.unit),
    extendedAmount: String(timeLimit?.extended?.amount ?? ''),
    extendedUnit: timeLimit?.extended === undefined ? '' : unitWords.write(timeLimit.extended.unit),
    extendedGround: timeLimit?.extended?.ground ?? '',
    limitSource: timeLimit?.source ?? '',
    feeText: one.fee?.text ?? '',
    result: one.resultDocument ?? '',
    legalBasis: one.legalBasis.join('\n'),
    interconnected: yesNo(one.interconnected),
    handledBy: one.handledBy ?? '',
    source: provenance.text,
    sureCode: surenessWords.write(provenance.code),
    sureLimit: surenessWords.write(provenance.limit),
    surePapers: surenessWords.write(provenance.papers),
    sureFee: surenessWords.write(provenance.fee),
    sureForms: provenance.forms === undefined ? '' : surenessWords.write(provenance.forms),
    validFrom: one.validFrom,
  };
}

function paperRow(paper: ProcedureDocument): Row {
  return {
    paper: paper.name,
    paperRequired: yesNo(paper.required),
    paperOriginal: String(paper.original),
    paperCopies: String(paper.copies),
    paperForm: paper.form ?? '',
    paperNote: paper.note ?? '',
    paperWhen: paper.when ?? '',
    paperDatabase: paper.database ?? '',
    paperShown: paper.shown === true ? yesNo(true) : '',
  };
}

function feeRow(fee: FeeRule): Row {
  return {
    feeName: fee.name,
    feeKind: feeKindWords.write(fee.kind),
    feeVnd: String(fee.unitVnd),
    feeUnit: feeUnitWords.write(fee.unit),
    feePer: fee.per,
    feeAfterPages: String(fee.further?.afterPages ?? ''),
    feeFurtherVnd: String(fee.further?.unitVnd ?? ''),
    feeMostVnd: String(fee.mostVnd ?? ''),
    feeWhen: fee.when ?? '',
  };
}
