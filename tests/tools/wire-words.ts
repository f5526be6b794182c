/**
 * Words of the whole country for the preset dictionary: what citizens, places and papers are called anywhere, and nothing of any one district, test or
 * demonstration. Names of peoples stand beside the Kinh ones, because a dossier of the highlands must cost what one of the delta does.
 */
export const familyNames =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng Mai Tô Hà Tạ Cao Lưu Lương Thái Châu Tống Quách Nông Ma Hoàng Vi Chu La Triệu Bàn Đặng Phàn Tẩn Chảo Lò Quàng Cầm Lường Tòng Cà Bạc Đèo Điêu Vàng Giàng Sùng Thào Mùa Vừ Lầu Hạng Cứ Ly Hờ Má Bế Hứa Niê Byă Mlô Êban Ayun Kbuôr Knul Kpă Ksor Siu Nay Rmah Puih Rơ Châm Rah Lan Đinh A Y Kră Danh Thạch Sơn Kim Kiên Chau Néang Kiều Bá Đàng';
export const givenNames =
  'Văn Hữu Đức Công Quang Minh Xuân Ngọc Đình Duy Quốc Thanh Hồng Thị Thu Kim Bích Thúy Diệu Khánh Hoài Anh An Bình Bảo Chi Châu Cường Dung Dũng Duyên Đạt Giang Hà Hải Hằng Hạnh Hiền Hiếu Hoa Hòa Hoàng Huệ Hùng Hưng Hương Huyền Khánh Kiên Lan Liên Linh Loan Long Ly Mai Mạnh My Nam Nga Ngân Nghĩa Nhân Nhung Oanh Phong Phúc Phương Quân Quyên Quỳnh Sơn Tâm Tân Thảo Thắng Thành Thịnh Thơm Thủy Tiến Toàn Trang Trinh Trung Tú Tuấn Tùng Tuyết Uyên Vân Việt Vinh Vy Xuyến Yến Y Krông Y Thuốt Y Bliă H Bliă H Nga H Rin A Pâng A Tủa Mí Sính Mo Lăng Rơ Chăm Bơ Rít Sa Rươl Dúa Pó Chứ Mỷ Dợ Sóc Kha Sa Mết Ươl';
/** Frequent names of communes, hamlets and districts, and how an address is put together. */
export const placeWords =
  'Tân Lập Tân Hòa Tân Thành Tân Tiến Tân Phú Tân Bình Hòa Bình Hòa An Bình An An Bình An Phú Phú Hòa Phú Lâm Phú Thịnh Vĩnh Hòa Vĩnh Phúc Long Hòa Long Thành Đông Sơn Tây Sơn Nam Sơn Bắc Sơn Quang Trung Đồng Tâm Thanh Sơn Yên Bình Thượng Hạ Trung Nội Ngoại Đoài Mường Nậm Pa Tả Lủng Chiềng Ea Cư Krông Đăk Ia Kon Plei Buôn Bản Làng Phum Sóc Giồng Rạch Cái Cầu Chợ Gò Bàu M’gar Đrăng Ea Kao Ea Tul Cuôr Đăng Buôn Ma Thuột Buôn Đôn Lắk Mưng';
export const addressForms = [
  'Khu phố 3, phường 5, quận Tân Bình, thành phố Hồ Chí Minh',
  'Số 12, tổ dân phố 4, thị trấn Tân Hòa, thị xã Bình Long',
  'Ấp 2, xã Tân Phú, huyện Châu Thành, tỉnh An Giang',
  'Bản Nà Lốc, xã Mường Chanh, huyện Mai Sơn, tỉnh Sơn La',
  'Buôn Ea Sút, xã Cư Êbur, huyện Krông Pắc, tỉnh Đắk Lắk',
  'Xóm 5, xã Yên Thành, huyện Yên Bình, tỉnh Yên Bái',
  'Thôn 8, xã Hòa Tiến, huyện Tân Lập, tỉnh ',
];
export const officeWords =
  'Giấy ủy quyền. Bản sao. Bản chính. Thiếu giấy tờ. Chứng thực. Văn phòng HĐND-UBND. Phòng Tài nguyên và Môi trường. Địa chính – xây dựng – đô thị và môi trường. Tư pháp – hộ tịch. Văn hóa – xã hội. Lao động – Thương binh và Xã hội. Chủ tịch. Phó Chủ tịch. Công chức. Bộ phận Một cửa. ỦY BAN NHÂN DÂN THỊ TRẤN PHƯỜNG UBND XÃ ';
