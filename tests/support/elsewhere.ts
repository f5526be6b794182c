/**
 * The same acceptances as a desk of another province would write them: other names, places, office and officers, everything else as it was. For measuring what of
 * the wire's size is the language of all desks and what that of one.
 */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { OfficeId, StaffId } from '@onestop/shared/kernel/ids.ts';

export interface Elsewhere {
  readonly office: string;
  readonly agencyId: string;
  readonly login: string;
  readonly families: readonly string[];
  readonly givens: readonly string[];
  readonly hamlets: readonly string[];
  /** From the commune up. */
  readonly commune: string;
  readonly above: string;
}

const words = (text: string): readonly string[] => text.split(', ');

export const highlands: Elsewhere = {
  office: '24490',
  agencyId: '000.07.22.H15',
  login: 'nie',
  families: words('Niê, Ksor, Siu, Kpă, Lò, Quàng, Cầm, Danh, Thạch, Sơn, Kim'),
  givens: words('Y Krông, H Bliă, Y Thuốt, A Pâng, Thị Xuyến, Dúa, Mo Lăng, Bơ Rít, Rơ Chăm, Sa Rươl'),
  hamlets: words('Buôn Ky, Buôn Sut Mđưng, Buôn Ea Tul, Buôn Drai Si, Buôn Cuôr Đăng B, Thôn 8'),
  commune: 'xã Cư M’gar',
  above: 'huyện Cư M’gar, tỉnh Đắk Lắk',
};

export const mekong: Elsewhere = {
  office: '30337',
  agencyId: '000.11.05.H01',
  login: 'ut',
  families: words('Nguyễn, Trần, Lê, Huỳnh, Võ, Chau, Néang, Thạch, Phan, Trương'),
  givens: words('Văn Út, Thị Bé Ba, Sóc Kha, Minh Luân, Thị Cẩm Tiên, Hoàng Khang, Kim Thoa, Thanh Điền'),
  hamlets: words('Ấp Vĩnh Thành, Ấp Tô Hạ, Khóm Sơn Đông, Ấp Phước Lộc, Tổ 12 ấp An Hòa'),
  commune: 'xã Ô Lâm',
  above: 'huyện Tri Tôn, tỉnh An Giang',
};

export function moveElsewhere(events: readonly EventEnvelope[], to: Elsewhere): readonly EventEnvelope[] {
  return events.map((event) => ({
    ...event,
    office: to.office as OfficeId,
    actor: `${to.office}.${to.login}` as StaffId,
    data: moved(event.data, '', to) as EventEnvelope['data'],
  }));
}

function moved(value: unknown, key: string, to: Elsewhere): unknown {
  if (Array.isArray(value)) return value.map((each) => moved(each, key, to));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, moved(inner, key === 'competent' && name === 'name' ? 'authority' : name, to)]),
    );
  return typeof value === 'string' ? movedText(value, key, to) : value;
}

function movedText(text: string, key: string, to: Elsewhere): string {
  const hash = [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  const pick = (list: readonly string[], shift: number): string => list[(hash >>> shift) % list.length] ?? '';
  if (/^(fullName|receiver|clerk)$/.test(key)) return `${pick(to.families, 0)} ${pick(to.givens, 5)}`;
  if (key === 'address') return `${pick(to.hamlets, 3)}, ${to.commune}, ${to.above}`;
  if (key === 'authority') return `UBND ${to.commune.toUpperCase()}`;
  if (key === 'office' && text.startsWith('xã')) return to.commune;
  if (key === 'place') return to.commune.replace('xã ', '');
  return text.replaceAll('09529', to.office).replace(/000\.\d\d\.\d\d\.H\d\d/, to.agencyId);
}
