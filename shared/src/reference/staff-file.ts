/** Officers as rows pasted from a sheet or as a file: read whole, or everything that is wrong by line. Units and roles are named as people name them, with or without marks. */
import { headerKey } from '../catalogue/file/columns.ts';
import type { OfficeId } from '../kernel/ids.ts';
import { type Result, err, ok } from '../kernel/result.ts';
import { foldVietnamese } from '../text/fold.ts';
import type { Office } from './office.ts';
import { type NamedRow, type RosterProblem, readRosterTable, repeated } from './roster-table.ts';
import { loginPattern } from './schemas.ts';
import type { Role, Staff } from './staff.ts';

export type StaffRow = Pick<Staff, 'fullName' | 'login' | 'office' | 'roles' | 'title' | 'phone'>;

/** As many as a district's communes have; each gets a secret, which costs time. */
export const staffRowsMax = 100;

const columns = ['fullName', 'login', 'office', 'roles', 'title', 'phone'] as const;
type Column = (typeof columns)[number];

const names: Readonly<Record<Column, readonly string[]>> = {
  fullName: ['ho ten', 'ho va ten', 'full name', 'name'],
  login: ['dang nhap', 'ten dang nhap', 'login'],
  office: ['don vi', 'office', 'unit'],
  roles: ['vai tro', 'quyen', 'roles'],
  title: ['chuc danh', 'chuc vu', 'title'],
  phone: ['dien thoai', 'so dien thoai', 'phone'],
};

/** The words of the interface and the short ones people write, without marks. */
const rolesByWord: Readonly<Record<string, Role>> = {
  'can bo mot cua': 'clerk',
  'mot cua': 'clerk',
  'cong chuc chuyen mon': 'specialist',
  'chuyen mon': 'specialist',
  'lanh dao ky': 'signer',
  'lanh dao': 'signer',
  'van thu': 'seal',
  'quan tri xa': 'commune_admin',
  'can bo trung tam huyen': 'district_clerk',
  'chuyen vien phong huyen': 'district_specialist',
  'theo doi cap huyen': 'district_monitor',
  'quan tri huyen': 'district_admin',
  'thanh tra': 'auditor',
  'kiem tra': 'auditor',
};

/** `offices`: where officers may be added. */
export function readStaffFile(
  bytes: Uint8Array,
  offices: readonly Pick<Office, 'id' | 'name'>[],
): Result<readonly StaffRow[], readonly RosterProblem[]> {
  const read = readRosterTable(bytes, { names, needed: ['fullName', 'login'], max: staffRowsMax });
  if (!read.ok) return read;
  const officeOf = officeFinder(offices);
  const problems = [
    ...read.value.flatMap((row) => problemsOf(row, officeOf)),
    ...repeated(read.value, 'login', (row) => `${officeOf(row.cell('office'))} ${loginOf(row)}`),
  ].sort((a, b) => ('line' in a ? a.line : 0) - ('line' in b ? b.line : 0));
  return problems.length > 0 ? err(problems) : ok(read.value.flatMap((row) => rowOf(row, officeOf)));
}

type OfficeFinder = (typed: string) => OfficeId | undefined;

/** By code, by name, or by the proper name where only one unit bears it: "Bình Định" for "xã Bình Định". */
function officeFinder(offices: readonly Pick<Office, 'id' | 'name'>[]): OfficeFinder {
  return (typed) => {
    const key = foldVietnamese(typed);
    const exact = offices.find((one) => one.id === typed || foldVietnamese(one.name) === key);
    if (exact !== undefined || key === '') return exact?.id;
    const named = offices.filter((one) => foldVietnamese(one.name).endsWith(` ${key}`));
    return named.length === 1 ? named[0]?.id : undefined;
  };
}

function problemsOf({ line, cell }: NamedRow<Column>, officeOf: OfficeFinder): RosterProblem[] {
  const problems: RosterProblem[] = columns
    .filter((column) => column !== 'phone' && cell(column) === '')
    .map((column) => ({ code: 'roster/missing', line, column }));
  const bad = (column: Column, isBad: boolean): void => {
    if (isBad && cell(column) !== '') problems.push({ code: 'roster/bad', line, column, what: cell(column) });
  };
  bad('login', !loginPattern.test(cell('login').toLowerCase()));
  bad('office', officeOf(cell('office')) === undefined);
  bad('roles', rolesOf(cell('roles')) === undefined);
  bad('fullName', cell('fullName').length > 120);
  bad('title', cell('title').length > 200);
  bad('phone', cell('phone').length > 40);
  return problems;
}

function rowOf(row: NamedRow<Column>, officeOf: OfficeFinder): readonly StaffRow[] {
  const { cell } = row;
  const [office, roles] = [officeOf(cell('office')), rolesOf(cell('roles'))];
  if (office === undefined || roles === undefined) return [];
  const phone = cell('phone') === '' ? {} : { phone: cell('phone') };
  return [{ fullName: cell('fullName'), login: loginOf(row), office, roles, title: cell('title'), ...phone }];
}

function loginOf({ cell }: NamedRow<Column>): string {
  return cell('login').toLowerCase();
}

function rolesOf(typed: string): readonly Role[] | undefined {
  const found = typed
    .split(/[,;/+]/u)
    .map(headerKey)
    .filter((word) => word !== '')
    .map(
      (word) =>
        rolesByWord[word] ??
        (Object.values(rolesByWord).includes(word.replaceAll(' ', '_') as Role) ? (word.replaceAll(' ', '_') as Role) : undefined),
    );
  return found.includes(undefined) || found.length === 0 ? undefined : [...new Set(found.flatMap((role) => role ?? []))];
}
