/**
 * What people call a procedure at the desk → words of its title. A typed text may contain such a name between other words ("làm giấy độc thân cho con"); the
 * longest name is taken. Several titles where several procedures are meant, the likeliest first.
 */
const everydayNames: readonly (readonly [name: string, ...titles: readonly string[]])[] = [
  ['sao y', 'chứng thực bản sao'],
  ['sao y ban chinh', 'chứng thực bản sao'],
  ['photo', 'chứng thực bản sao'],
  ['photo cong chung', 'chứng thực bản sao'],
  ['photocopy', 'chứng thực bản sao'],
  ['cong chung', 'chứng thực'],
  ['so yeu ly lich', 'chứng thực chữ ký'],
  ['ly lich', 'chứng thực chữ ký'],
  ['diem chi', 'chứng thực chữ ký'],
  ['uy quyen', 'chứng thực chữ ký', 'chứng thực hợp đồng giao dịch'],
  ['cmnd', 'chứng thực bản sao', 'xác nhận thông tin về cư trú'],
  ['cccd', 'chứng thực bản sao', 'xác nhận thông tin về cư trú'],
  ['chung minh thu', 'chứng thực bản sao', 'xác nhận thông tin về cư trú'],
  ['doc than', 'tình trạng hôn nhân'],
  ['giay doc than', 'tình trạng hôn nhân'],
  ['bhyt', 'thẻ bảo hiểm y tế'],
  ['the bhyt', 'thẻ bảo hiểm y tế'],
  ['nhap khau', 'đăng ký thường trú'],
  ['nhap ho khau', 'đăng ký thường trú'],
  ['ho khau', 'đăng ký thường trú', 'xác nhận thông tin về cư trú'],
  ['ct07', 'xác nhận thông tin về cư trú'],
  ['cat khau', 'xóa đăng ký thường trú'],
  ['tach khau', 'tách hộ'],
  ['bao tu', 'đăng ký khai tử'],
  ['giay chung tu', 'đăng ký khai tử'],
  ['lam giay khai sinh', 'đăng ký khai sinh'],
  ['giay khai sinh', 'đăng ký khai sinh'],
  ['ks', 'đăng ký khai sinh'],
  ['kt', 'đăng ký khai tử'],
  ['kh', 'đăng ký kết hôn'],
  ['so do', 'cấp giấy chứng nhận đất'],
  ['nguoi cao tuoi', 'thôi hưởng trợ cấp xã hội'],
  ['nguoi gia', 'thôi hưởng trợ cấp xã hội'],
  ['don than', 'thôi hưởng trợ cấp xã hội'],
  ['mo coi', 'thôi hưởng trợ cấp xã hội'],
  ['mai tang phi', 'mai táng'],
  ['tien mai tang', 'mai táng'],
  ['so ho ngheo', 'công nhận hộ nghèo'],
  ['nghia vu quan su', 'đăng ký nghĩa vụ quân sự'],
  ['di bo doi', 'đăng ký nghĩa vụ quân sự'],
];

const byLength = everydayNames
  .map(([name, ...titles]) => ({ words: name.split(' '), titles }))
  .toSorted((a, b) => b.words.length - a.words.length);

interface MeantTitle {
  readonly title: string;
  /** 0 for the likeliest. */
  readonly place: number;
}

/** Titles meant by the longest everyday name among the typed words, with the other words and without them. */
export function everydayTitles(tokens: readonly string[], same: (word: string, token: string) => boolean): readonly MeantTitle[] {
  for (const { words, titles } of byLength) {
    const at = tokens.findIndex((_, i) => i + words.length <= tokens.length && words.every((word, k) => same(word, tokens[i + k] ?? '')));
    if (at < 0) continue;
    const rest = [...tokens.slice(0, at), ...tokens.slice(at + words.length)];
    return titles.flatMap((title, place) =>
      (rest.length === 0 ? [title] : [[...rest, title].join(' '), title]).map((one) => ({ title: one, place })),
    );
  }
  return [];
}
