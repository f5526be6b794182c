/**
 * A unit of the country's list as a unit of the district: what can be proposed from its name and code. Names on paper are a proposal that a person reads over; an
 * identifier nobody confirmed is made up from the centre's and says so (domain §3.1).
 */
import type { OfficeId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { nfc } from '../text/fold.ts';
import { authorityPrefix, firstDeskName } from '../text/receipt-wording.ts';
import { unitNameParts, wardWords } from '../text/unit-name.ts';
import type { Office } from './office.ts';

export interface ProposalRow {
  readonly code: string;
  /** With its kind: "Xã An Thịnh". */
  readonly name: string;
  readonly authorityName?: string | undefined;
  /** Empty where nobody has confirmed one. */
  readonly agencyId?: string | undefined;
  readonly syncs: boolean;
}

/** "UBND XÃ AN THỊNH". */
export function proposedAuthorityName(name: string): string {
  return `${authorityPrefix} ${nfc(name).toLocaleUpperCase('vi')}`;
}

/** The rows as units below the centre; made-up identifiers take none that `known` or another row has. */
export function officesFromRows(
  rows: readonly ProposalRow[],
  { centre, known, validFrom }: { readonly centre: Office; readonly known: readonly Office[]; readonly validFrom: PlainDate },
): readonly Office[] {
  const taken = new Set([...known.map((one) => one.agencyId), ...rows.map((row) => row.agencyId ?? '')]);
  return rows.map((row): Office => {
    const { kind, proper } = unitNameParts(row.name);
    const confirmed = row.agencyId !== undefined && row.agencyId !== '' ? row.agencyId : undefined;
    const agencyId = confirmed ?? freeAgencyId(centre.agencyId, taken);
    taken.add(agencyId);
    return {
      id: row.code as OfficeId,
      kind: wardWords.has(kind) ? 'WARD' : 'COMMUNE',
      parent: centre.id,
      name: `${kind} ${proper}`.trim(),
      authorityName: row.authorityName ?? proposedAuthorityName(row.name),
      deskName: firstDeskName,
      place: proper,
      statisticsCode: row.code,
      agencyId,
      ...(confirmed === undefined ? { agencyIdUnconfirmed: true } : {}),
      syncs: row.syncs,
      validFrom,
    };
  });
}

/** `000.00.38.H05` → `000.07.38.H05`, `H15.50` → `H15.50.07`; two signs count past a province's communes. */
function freeAgencyId(centre: string, taken: ReadonlySet<string>): string {
  const old = /^([0-9A-Z]{3}\.)[0-9A-Z]{2}(\..+)$/.exec(centre);
  const [before, after] = old ? [old[1] ?? '', old[2] ?? ''] : [`${centre.split('.').slice(0, 4).join('.')}.`, ''];
  for (let n = 1; ; n++) {
    const id = `${before}${n.toString(36).toUpperCase().padStart(2, '0')}${after}`;
    if (!taken.has(id)) return id;
  }
}
