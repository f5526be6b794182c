/**
 * Officers of the demo district, all invented. Every syncing commune has the same logins, so one line in the README serves all; as in real
 * communes one person holds several roles. The verifier of the demo PIN is added by the server when it seeds.
 */
import type { OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Role, Staff } from '@onestop/shared/reference/staff.ts';
import { demoCentreId, demoOffices } from './offices.ts';

interface Post {
  readonly login: string;
  readonly given: string;
  readonly sex: 'M' | 'F';
  readonly title: string;
  readonly roles: readonly Role[];
}

const communePosts: readonly Post[] = [
  { login: 'lan', given: 'Lan', sex: 'F', title: 'Công chức Văn phòng – thống kê, cán bộ một cửa', roles: ['clerk', 'seal'] },
  { login: 'hung', given: 'Hùng', sex: 'M', title: 'Công chức Tư pháp – hộ tịch', roles: ['clerk', 'specialist'] },
  { login: 'thuy', given: 'Thủy', sex: 'F', title: 'Công chức Văn hóa – xã hội', roles: ['clerk', 'specialist'] },
  { login: 'son', given: 'Sơn', sex: 'M', title: 'Công chức Địa chính – nông nghiệp – xây dựng và môi trường', roles: ['specialist'] },
  {
    login: 'thanh',
    given: 'Thành',
    sex: 'M',
    title: 'Phó Chủ tịch UBND, Trưởng Bộ phận Tiếp nhận và Trả kết quả',
    roles: ['signer', 'commune_admin'],
  },
  { login: 'binh', given: 'Bình', sex: 'M', title: 'Chủ tịch UBND', roles: ['signer'] },
];

const centrePosts: readonly Post[] = [
  { login: 'huong', given: 'Hương', sex: 'F', title: 'Chuyên viên quầy Tư pháp', roles: ['district_clerk'] },
  {
    login: 'thao',
    given: 'Thảo',
    sex: 'F',
    title: 'Chuyên viên quầy Lao động – Thương binh và Xã hội',
    roles: ['district_clerk', 'district_specialist'],
  },
  {
    login: 'tuan',
    given: 'Tuấn',
    sex: 'M',
    title: 'Chuyên viên Phòng Tài nguyên và Môi trường',
    roles: ['district_clerk', 'district_specialist'],
  },
  { login: 'dung', given: 'Dũng', sex: 'M', title: 'Chuyên viên Phòng Kinh tế và Hạ tầng', roles: ['district_specialist'] },
  { login: 'mai', given: 'Mai', sex: 'F', title: 'Chuyên viên Phòng Tư pháp', roles: ['district_specialist'] },
  { login: 'minh', given: 'Minh', sex: 'M', title: 'Giám đốc Trung tâm Hành chính công', roles: ['signer', 'district_monitor'] },
  {
    login: 'quan',
    given: 'Quân',
    sex: 'M',
    title: 'Quản trị hệ thống, Văn phòng HĐND và UBND',
    roles: ['district_admin', 'district_monitor'],
  },
  { login: 'yen', given: 'Yến', sex: 'F', title: 'Văn thư, Văn phòng HĐND và UBND', roles: ['seal'] },
  { login: 'nga', given: 'Nga', sex: 'F', title: 'Thanh tra huyện', roles: ['auditor'] },
];

const familyNames = ['Nguyễn', 'Trần', 'Phạm', 'Vũ', 'Lê', 'Đỗ', 'Hoàng', 'Nguyễn', 'Bùi', 'Đặng', 'Nguyễn'];
const middleNames = { M: ['Văn', 'Đức', 'Quang', 'Hữu', 'Xuân', 'Đình'], F: ['Thị', 'Thị Thu', 'Thị Hồng', 'Thanh', 'Thị Ngọc'] } as const;

export const demoStaff: readonly Staff[] = demoOffices
  .filter((office) => office.syncs)
  .flatMap((office, o) => {
    const posts = office.id === demoCentreId ? centrePosts : communePosts;
    return posts.map((post, p) => staffMember(office.id, post, o, p));
  });

function staffMember(office: OfficeId, { login, given, sex, title, roles }: Post, o: number, p: number): Staff {
  const family = familyNames[(o * 3 + p * 2) % familyNames.length] ?? 'Nguyễn';
  const middles = middleNames[sex];
  const middle = middles[(o + p) % middles.length] ?? 'Văn';
  return {
    id: `${office}-${login}` as StaffId,
    office,
    login,
    fullName: `${family} ${middle} ${given}`,
    title,
    phone: `0987${String(100_000 + o * 1000 + p * 37)}`,
    roles,
    active: true,
  };
}
