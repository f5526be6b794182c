/** Many units at once: found in the country's list or read from a file, looked over row by row, saved all or none. */
import { useState } from 'react';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { err } from '@onestop/shared/kernel/result.ts';
import { officesFromRows, proposedAuthorityName, type ProposalRow } from '@onestop/shared/reference/office-proposal.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { AdminError } from '../../contract/admin.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { fieldProblemsText } from '../../texts/field-problems.ts';
import { units } from '../../texts/vi/units.ts';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';
import { OfficeRowsTable, type OfficeRow } from './office-rows-table.tsx';
import { UnitFinder } from './unit-finder.tsx';

const atOnceMax = 300;

export function OfficesListDialog({ onSaved, ...ends }: AdminDialogEnds & { readonly onSaved: (said: string) => void }) {
  const t = units.list;
  const { admin, reference, office, now } = useServices();
  const known = useLive(reference)?.offices ?? [];
  const centre = useLive(office);
  const [rows, setRows] = useState<readonly OfficeRow[]>();
  const [skipped, setSkipped] = useState(0);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const ticked = (rows ?? []).filter((one) => one.ticked);
  const offer = (given: readonly ProposalRow[], isTicked: boolean) => {
    const fresh = given.filter((row) => !known.some((one) => one.id === row.code));
    setSkipped(given.length - fresh.length);
    setWrong([]);
    const offered = fresh.map((row) => ({ ...row, authorityName: row.authorityName ?? proposedAuthorityName(row.name), ticked: isTicked }));
    // What was ticked and typed so far stays: places are gathered one after the other.
    setRows((old = []) => {
      const kept = old.filter((one) => one.ticked);
      return [...kept, ...offered.filter((row) => !kept.some((one) => one.code === row.code))];
    });
  };
  const send = async () => {
    const problem = ticked.length === 0 ? t.none : ticked.length > atOnceMax ? t.tooMany : undefined;
    setWrong(problem === undefined ? [] : [problem]);
    if (problem !== undefined || centre === undefined) return err({ code: 'admin/invalid' as const });
    const offices = officesFromRows(ticked, { centre, known, validFrom: instantToPlainDate(now()) });
    const saved = await admin.saveOffices(offices);
    if (!saved.ok) setWrong(problemsByRow(saved.error, offices));
    return saved;
  };
  return (
    <AdminDialog
      {...ends}
      title={t.title}
      wide="table"
      submit={t.save(ticked.length)}
      send={send}
      onSent={() => onSaved(t.saved(ticked.length))}
    >
      <p className="quiet">{t.intro}</p>
      <UnitFinder onOffer={offer} onNeedSession={ends.onNeedSession} />
      {skipped > 0 && <Notice>{rows?.length === 0 ? t.allThere : t.known(skipped)}</Notice>}
      {rows !== undefined && rows.length > 0 && <OfficeRowsTable rows={rows} onChange={setRows} />}
      {wrong.length > 0 && (
        <Notice tone="red" alert>
          <ul>
            {wrong.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Notice>
      )}
    </AdminDialog>
  );
}

/** `offices.3.agencyId` in words: "phường An Thịnh: Mã định danh điện tử: …". */
function problemsByRow({ fields = [] }: AdminError, offices: readonly Office[]): readonly string[] {
  return offices.flatMap((office, at) => {
    const own = fields.filter(({ path }) => path.startsWith(`offices.${at}.`));
    return own.length === 0 ? [] : [units.list.row(office.name, fieldProblemsText(own))];
  });
}
