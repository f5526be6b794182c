/**
 * Letters that end a dossier: the stop notice (Mẫu 05 of 2025; the set of 2018 has none), the refusal after appraisal (NĐ 118/2025 Đ19.3) and the paper of a withdrawal
 * (Đ21), which have no number in either set.
 */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { readEvent } from '@onestop/shared/dossier/read-event.ts';
import { printForms } from '../../../texts/vi/print-forms.ts';
import { formCopies } from '../../parts/copy-names.ts';
import { paperLines, signerOf } from '../../parts/lines.ts';
import { type Answer, noticeData } from '../../parts/notice-data.ts';
import { newestThatStands } from '../../parts/slip-lines.ts';
import { defineDossierForm } from '../form.ts';
import { RefusedAfterAppraisal, refusedTitle, StopNotice, stopTitle, WithdrawalSlip, withdrawalTitle } from './sheet.tsx';

export const stopNoticeForm = defineDossierForm({
  id: 'STOP_NOTICE',
  title: stopTitle,
  numbers: { 2018: null, 2025: '05' },
  none: printForms.noStopNotice,
  copies: formCopies,
  data: (view) => {
    const found = newestThatStands(view, stopped);
    const made = found && noticeData(view, found, 'TB');
    if (!made) return undefined;
    // Closing is the desk's own act; stopping is the leader's.
    const signing = found.made.closed ? { as: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], name: found.made.slip.signer.name } : made.notice.signing;
    return { ...made.notice, signing, closed: found.made.closed };
  },
  sheet: StopNotice,
});

export const refusedForm = defineDossierForm({
  id: 'REFUSAL_RESULT',
  title: refusedTitle,
  numbers: { 2018: null, 2025: null },
  none: printForms.noRefusedResult,
  copies: formCopies,
  data: (view) => {
    const found = newestThatStands(view, refusedAfterAppraisal);
    return found && noticeData(view, found, 'PTC')?.notice;
  },
  sheet: RefusedAfterAppraisal,
});

export const withdrawalForm = defineDossierForm({
  id: 'WITHDRAWAL',
  title: withdrawalTitle,
  numbers: { 2018: null, 2025: null },
  none: printForms.noWithdrawal,
  copies: formCopies,
  data: (view) => {
    const found = newestThatStands(view, withdrawn);
    const made = found && noticeData(view, found, 'RHS');
    if (!made) return undefined;
    const { intake } = made.before;
    return {
      ...made.notice,
      signing: { as: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], name: found.made.slip.signer.name },
      signer: intake ? signerOf(intake) : '',
      papers: paperLines(intake?.papers ?? []).flatMap(({ name, fromDatabase }) => (fromDatabase ? [] : [name])),
    };
  },
  sheet: WithdrawalSlip,
});

function stopped(event: EventEnvelope): (Answer & { readonly closed: boolean }) | undefined {
  const read = readEvent(event);
  if (read.kind !== 'KNOWN') return undefined;
  if (read.type === 'DossierStopped') return { ...read.data, closed: false };
  return read.type === 'UnsupplementedClosed' ? { ...read.data, closed: true } : undefined;
}

function refusedAfterAppraisal(event: EventEnvelope): Answer | undefined {
  const read = readEvent(event);
  return read.kind === 'KNOWN' && read.type === 'RefusedAfterAppraisal' ? read.data : undefined;
}

function withdrawn(event: EventEnvelope): Answer | undefined {
  const read = readEvent(event);
  return read.kind === 'KNOWN' && read.type === 'DossierWithdrawn' ? read.data : undefined;
}
