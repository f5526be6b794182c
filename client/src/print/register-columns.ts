/**
 * The columns of "Sổ theo dõi hồ sơ" as one list: what each says, where it stands on paper (Mẫu 06/07, domain §2.7, in this order) and on screen. A column
 * is added here; the sheet numbers and draws what is in the list, and the compiler asks the table on screen for the cell.
 */
import { procedureToShow } from '@onestop/shared/catalogue/catalogue.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import type { DossierStatus } from '@onestop/shared/dossier/state.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { readTold } from '@onestop/shared/register/told.ts';
import { register } from '../texts/vi/register.ts';
import { returnChannelShort, shortDate } from './parts/wording.ts';

export interface RegisterColumn {
  readonly paper?: PaperColumn;
  readonly screen?: ScreenColumn;
}

interface PaperColumn {
  readonly caption: string;
  /** Of several columns beside each other under one heading. */
  readonly group?: string;
  /** Share of the width of the sheet. */
  readonly width: number;
  readonly value: (row: DossierRow, context: RegisterContext) => string | number | undefined;
}

interface ScreenColumn {
  readonly caption: string;
  /** CSS grid track. */
  readonly width: string;
  /** Counted from the left: what is due first, then whose it is. */
  readonly place: number;
}

export interface RegisterContext {
  readonly office: Office;
  readonly procedures: readonly Procedure[];
}

const t = register.columns;
const dates = 'Ngày, tháng, năm';
const result = 'Trả kết quả';

const columns = {
  line: { paper: { caption: 'TT', width: 3, value: (row) => row.line } },
  code: {
    paper: { caption: 'Mã hồ sơ', width: 11, value: (row) => row.code },
    screen: { caption: t.code, width: '7.4rem', place: 4 },
  },
  procedure: {
    paper: { caption: 'Tên thủ tục hành chính', width: 14, value: (row, context) => procedureOf(row, context)?.name ?? row.procedure },
    screen: { caption: t.procedure, width: 'minmax(9rem, 1.25fr)', place: 3 },
  },
  sets: { paper: { caption: 'Số lượng hồ sơ (bộ)', width: 5.2, value: (row) => row.sets ?? 1 } },
  owner: {
    paper: { caption: 'Tên cá nhân, tổ chức', width: 10, value: (row) => row.name },
    screen: { caption: t.owner, width: 'minmax(9rem, 1fr)', place: 2 },
  },
  contact: { paper: { caption: 'Địa chỉ, số điện thoại', width: 12, value: (row) => [row.address, row.phone].filter(Boolean).join('; ') } },
  decidedBy: {
    paper: {
      caption: 'Cơ quan chủ trì giải quyết',
      width: 8,
      value: (row, context) => row.decidedBy ?? context.office.authorityName,
    },
  },
  accepted: {
    paper: { caption: 'Nhận hồ sơ', group: dates, width: 8.3, value: (row) => date(row.acceptedAt) },
  },
  due: {
    paper: { caption: 'Hẹn trả kết quả', group: dates, width: 8.3, value: (row) => date(row.dueAt) },
    screen: { caption: t.due, width: '8.6rem', place: 1 },
  },
  forwarded: {
    paper: { caption: 'Chuyển hồ sơ đến cơ quan giải quyết', group: dates, width: 8.3, value: (row) => date(row.forwardedAt) },
  },
  resultReceived: {
    paper: {
      caption: 'Nhận kết quả từ cơ quan giải quyết',
      group: dates,
      width: 8.3,
      value: (row) => (row.forwardedAt === undefined ? '' : date(row.finishedAt)),
    },
  },
  returned: { paper: { caption: dates, group: result, width: 8.3, value: (row) => date(row.returnedAt) } },
  returnedHow: {
    paper: {
      caption: 'Phương thức nhận kết quả',
      group: result,
      width: 7,
      value: (row) => (row.returnedAt === undefined ? '' : returnChannelShort[row.returnChannel as keyof typeof returnChannelShort]),
    },
  },
  // Signed by hand.
  signed: { paper: { caption: 'Ký nhận', group: result, width: 5, value: () => '' } },
  notes: { paper: { caption: 'Ghi chú', width: 6, value: endNote } },
  status: { screen: { caption: t.status, width: '8.6rem', place: 5 } },
  sync: { screen: { caption: t.sync, width: '4.6rem', place: 6 } },
} as const satisfies Readonly<Record<string, RegisterColumn>>;

type Columns = typeof columns;
export type ScreenColumnKey = { [K in keyof Columns]: Columns[K] extends { readonly screen: ScreenColumn } ? K : never }[keyof Columns];

const all: readonly (readonly [string, RegisterColumn])[] = Object.entries(columns);

export const paperColumns: readonly PaperColumn[] = all.flatMap(([, { paper }]) => (paper ? [paper] : []));
export const screenColumns: readonly (ScreenColumn & { readonly key: ScreenColumnKey })[] = all
  .flatMap(([key, { screen }]) => (screen ? [{ ...screen, key: key as ScreenColumnKey }] : []))
  .sort((a, b) => a.place - b.place);

/** How it ended without a result, and why: a burnt number is explained where it stands. */
function endNote(row: DossierRow): string {
  const { endedAs, endReason } = readTold(row);
  const note = endNotes[endedAs];
  return note === undefined ? '' : [note, endReason].filter(Boolean).join(': ');
}

const endNotes: { readonly [Status in DossierStatus]?: string } = {
  VOID: 'Đã hủy',
  WITHDRAWN: 'Đã rút',
  STOPPED: 'Dừng giải quyết',
  REFUSED_INTAKE: 'Không tiếp nhận',
};

function procedureOf(row: DossierRow, { procedures }: RegisterContext): Procedure | undefined {
  return procedureToShow(procedures, { key: row.procedure, version: row.procedureVersion });
}

function date(at: Instant | undefined): string {
  return at === undefined ? '' : shortDate(at);
}
