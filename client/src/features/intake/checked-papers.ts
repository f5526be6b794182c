/** Which papers of a person were checked in earlier dossiers, newest first and each once, and until when an officer said they are valid. */
import type { ProcedureDocument } from '@onestop/shared/catalogue/procedure.ts';
import { isPaperThere, type PaperTick } from '@onestop/shared/dossier/papers.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { PlainDate } from '@onestop/shared/kernel/plain-date.ts';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';

export interface EarlierPaper {
  readonly name: string;
  /** Where it lay or was looked at. */
  readonly dossier: DossierId;
  readonly code: string;
  readonly checkedOn: PlainDate;
  /** As it was said when it was used last; absent: nobody said. */
  readonly validTo?: PlainDate | undefined;
}

/** By folded name: the same paper stands in the lists of many procedures. */
export function earlierPapersOf(states: readonly DossierState[]): ReadonlyMap<string, EarlierPaper> {
  const found = new Map<string, EarlierPaper>();
  const accepted = states
    .filter(({ status, acceptedAt }) => acceptedAt !== undefined && status !== 'VOID')
    .toSorted((a, b) => (b.acceptedAt ?? 0) - (a.acceptedAt ?? 0));
  const papers = accepted.flatMap((state) => (state.intake?.papers ?? []).map((paper) => ({ state, paper })));
  for (const { state, paper } of papers) {
    const key = foldVietnamese(paper.name ?? '');
    const isHere = paper.state === 'RECEIVED' || paper.state === 'PRESENTED';
    if (key === '' || found.has(key) || !isHere || state.acceptedAt === undefined) continue;
    const validTo = papers.find((one) => foldVietnamese(one.paper.name ?? '') === key && one.paper.database?.dossier === state.id)?.paper
      .database?.validTo;
    found.set(key, {
      name: paper.name ?? '',
      dossier: state.id,
      code: state.code ?? '',
      checkedOn: instantToPlainDate(state.acceptedAt),
      ...(validTo === undefined ? {} : { validTo }),
    });
  }
  return found;
}

/** What is filled in and signed anew each time, and what shows who stands here, is never one that was checked before. */
export function canBeUsedAgain(
  paper: Pick<PaperTick, 'state'> & { readonly name: string; readonly shown: boolean },
  document: ProcedureDocument | undefined,
): boolean {
  const name = foldVietnamese(paper.name);
  const isForm = (document?.form ?? null) !== null || /^(to khai|don|mau|phieu)\b/.test(name);
  return !isForm && !paper.shown && !isPaperThere(paper.state);
}
