/** Names of roles as the office says them. */
import type { Role } from '@onestop/shared/reference/staff.ts';

export const roleNames = {
  clerk: 'cán bộ một cửa',
  specialist: 'công chức chuyên môn',
  signer: 'lãnh đạo ký',
  seal: 'văn thư',
  commune_admin: 'quản trị xã',
  district_clerk: 'cán bộ trung tâm huyện',
  district_specialist: 'chuyên viên phòng huyện',
  district_monitor: 'theo dõi cấp huyện',
  district_admin: 'quản trị huyện',
  auditor: 'thanh tra, kiểm tra',
} satisfies Record<Role, string>;
