/**
 * The record of administration in words: one sentence for every kind, names of fields, and values as the office says them. Exhaustive over `AuditKind`: a new kind without a
 * sentence does not compile.
 */
import { admin as adminTexts } from './vi/admin.ts';
import type { GraveGrant } from '@onestop/shared/judgement/grants.ts';
import { type AuditChange, type AuditKind, secretField } from '@onestop/shared/reference/audit.ts';
import { roles } from '@onestop/shared/reference/staff.ts';
import { roleNames } from './roles.ts';

export interface AuditNames {
  readonly office: (id: string) => string;
  readonly staff: (id: string) => string;
  readonly procedure: (key: string) => string;
}

/** What a sentence speaks of. */
interface Told {
  readonly what: AuditKind;
  readonly target?: string | undefined;
  readonly detail?: string | undefined;
}

type Sentence = (told: { readonly target: string; readonly detail: string }, names: AuditNames) => string;

const sentences = {
  'setup/began': () => 'Nạp dữ liệu ban đầu của huyện',
  'setup/done': () => 'Thiết lập huyện và người quản trị đầu tiên',
  'staff/added': ({ target }, names) => `Thêm cán bộ ${names.staff(target)}`,
  'staff/changed': ({ target }, names) => `Sửa cán bộ ${names.staff(target)}`,
  'staff/secret-reset': ({ target }, names) => `Đặt lại mã PIN của ${names.staff(target)}`,
  'staff/secret-changed': ({ target }, names) => `${names.staff(target)} tự đổi mã PIN của mình`,
  'staff/removed': ({ target }) => `Xóa cán bộ ${target}`,
  'office/added': ({ target }, names) => `Thêm đơn vị ${names.office(target)}`,
  'office/changed': ({ target }, names) => `Sửa đơn vị ${names.office(target)}`,
  'office/removed': ({ target }) => `Xóa đơn vị ${target}`,
  'procedure/added': ({ target }, names) => `Thêm thủ tục hoặc bản mới: ${names.procedure(keyOf(target))}`,
  'procedure/changed': ({ target }, names) => `Sửa hoặc chấm dứt thủ tục ${names.procedure(keyOf(target))}`,
  'catalogue/imported': () => 'Nhập danh mục thủ tục',
  'calendar/changed': ({ target }) => (target === '' ? 'Sửa lịch làm việc' : `Sửa lịch năm ${target}`),
  'settings/changed': () => 'Sửa thiết lập chung',
  'device/code-issued': ({ detail }) => `Cấp mã ghi danh cho “${detail}”`,
  'device/enrolled': ({ target, detail }) => `Ghi danh máy “${detail}” (${target})`,
  'device/returned': ({ target, detail }) => `Ghi danh lại máy “${detail}” (${target})`,
  'device/forked': ({ target, detail }) => `Máy “${detail}” là bản sao, cấp danh tính mới ${target}`,
  'device/revoked': ({ target, detail }) => `Thu hồi máy “${detail}” (${target})`,
  'device/renamed': ({ target, detail }) => `Đổi tên máy${named(detail)} (${target})`,
  'device/moved': ({ target, detail }) => `Chuyển máy${named(detail)} sang đơn vị khác (${target})`,
  'device/retired': ({ target, detail }) => `Ngừng dùng máy${named(detail)} (${target})`,
  'device/replaced': ({ target, detail }) => `Máy${named(detail)} đã được thay bằng máy khác (${target})`,
  'device/lost': ({ target, detail }) => `Báo mất máy${named(detail)} (${target})`,
  'session/opened': () => 'Đăng nhập vào trung tâm',
  'audit/exported': () => 'Xuất nhật ký quản trị',
  'parcel/opened': ({ detail }) => `Mở nhật ký niêm phong “${detail}” trên máy chủ`,
  'database/restored': ({ detail }) => `Phục hồi dữ liệu của huyện từ bản sao lưu “${detail}”`,
  'look/detail': () => 'Xem chi tiết một hồ sơ của đơn vị khác',
  'look/numbers': () => 'Xem đủ số giấy tờ và điện thoại trong hồ sơ của đơn vị khác',
  'look/print': ({ target, detail }) =>
    target === '' ? `In danh sách có dữ liệu cá nhân: ${listName(detail)}` : 'In giấy tờ từ hồ sơ của đơn vị khác',
  'look/export': ({ target, detail }) =>
    target === '' ? `Xuất danh sách có dữ liệu cá nhân: ${listName(detail)}` : 'Xuất dữ liệu hồ sơ của đơn vị khác',
  'look/search': ({ target }) =>
    target === ''
      ? 'Tìm người bằng số giấy tờ đầy đủ, không thấy hồ sơ nào'
      : 'Tìm người bằng số giấy tờ đầy đủ và thấy hồ sơ của đơn vị khác',
} satisfies Record<AuditKind, Sentence>;

/** Lists that leave the desk, by their name in code; one of a newer build by that name. */
const listNames: Readonly<Record<string, string>> = {
  REGISTER: 'sổ theo dõi hồ sơ',
  CALL_LIST: 'danh sách gọi người dân đến nhận kết quả',
  HANDOVER: 'bảng kê giao nhận',
  REPORT: 'báo cáo',
  DOSSIERS: 'danh sách hồ sơ',
  DEVICE_LOG: 'bản sao lưu nhật ký của máy',
};

function listName(code: string): string {
  return listNames[code] ?? code;
}

function named(detail: string): string {
  return detail === '' ? '' : ` “${detail}”`;
}

export function auditSentence({ what, target = '', detail = '' }: Told, names: AuditNames): string {
  // A kind of a newer centre has no sentence here: its name is better than nothing.
  const sentence = (sentences as Partial<Record<string, Sentence>>)[what];
  return sentence === undefined ? what : sentence({ target, detail }, names);
}

/** Groups of the filter: the part of a kind before its stroke. */
export const auditGroups = {
  staff: 'cán bộ, vai trò, mã PIN',
  office: 'đơn vị',
  device: 'máy',
  procedure: 'thủ tục',
  catalogue: 'nhập danh mục',
  calendar: 'lịch làm việc',
  settings: 'thiết lập',
  look: 'xem hồ sơ của đơn vị khác',
  audit: 'xuất nhật ký',
  parcel: 'mở nhật ký niêm phong',
  database: 'phục hồi dữ liệu',
  session: 'đăng nhập vào trung tâm',
  setup: 'thiết lập ban đầu',
} as const satisfies Record<string, string>;

const fields: Readonly<Record<string, string>> = {
  fullName: 'Họ và tên',
  login: 'Tên đăng nhập',
  title: 'Chức danh',
  phone: 'Điện thoại',
  office: 'Đơn vị',
  roles: 'Vai trò',
  active: 'Đang làm việc',
  id: 'Mã',
  name: 'Tên',
  kind: 'Loại',
  parent: 'Đơn vị cấp trên',
  authorityName: 'Tên cơ quan trên giấy',
  deskName: 'Tên bộ phận trên giấy',
  place: 'Địa danh',
  agencyId: 'Mã định danh điện tử',
  agencyIdUnconfirmed: 'Mã định danh chưa xác nhận',
  syncs: 'Dùng hệ thống này',
  address: 'Địa chỉ',
  validFrom: 'Hiệu lực từ',
  validTo: 'Hiệu lực đến',
  successor: 'Đơn vị kế thừa',
  version: 'Bản',
  knownTo: 'Có lịch đến',
  reviewedOn: 'Ngày xem lại',
  added: 'Thêm',
  changed: 'Sửa',
  rows: 'Số dòng',
  count: 'Số lượng',
  what: 'Loại việc',
  actor: 'Người làm',
  target: 'Với',
  from: 'Từ',
  to: 'Đến',
  procedures: 'Thủ tục',
  offices: 'Đơn vị',
  staff: 'Cán bộ',
  calendar: 'Lịch',
  settings: 'Thiết lập',
};

/** The district's switches go by the words of their page. */
const settingLabels: Readonly<Record<string, { readonly label: string }>> = adminTexts.settings.fields;

/** "Vai trò: cán bộ một cửa → cán bộ một cửa, quản trị xã". */
export function auditChangeText({ field, before, after }: AuditChange, names: AuditNames): string {
  if (field === secretField) return 'Mã PIN: đã đổi';
  if (field === 'more') return `và ${after ?? ''} mục khác`;
  const value = (text: string): string => valueText(field, text, names);
  const label = fields[field] ?? settingLabels[field]?.label ?? field;
  if (before === undefined) return `${label}: ${value(after ?? '')}`;
  return `${label}: ${value(before)} → ${after === undefined ? '(bỏ)' : value(after)}`;
}

function valueText(field: string, text: string, names: AuditNames): string {
  if (field === 'roles') return text === '' ? '(không có)' : text.split(', ').map(roleText).join(', ');
  if (field === 'office' || field === 'parent' || field === 'successor') return names.office(text);
  if (text === 'true') return 'có';
  return text === 'false' ? 'không' : text;
}

function roleText(id: string): string {
  const role = roles.find((one) => one === id);
  return role === undefined ? id : roleNames[role];
}

/** "1.000001@2" is a version of a procedure. */
function keyOf(target: string): string {
  return target.replace(/@\d+$/, '');
}

export const graveGrantTexts = {
  ADMIN_AND_AUDITOR: 'Một người vừa quản trị vừa thanh tra thì tự kiểm tra mình.',
  CONTROL_TO_CLERK: 'Cán bộ một cửa của xã được quyền quản trị hoặc thanh tra.',
  DISTRICT_ROLE_IN_COMMUNE: 'Vai trò cấp huyện được trao cho cán bộ của xã.',
} as const satisfies Record<GraveGrant, string>;
