/** "Xã An Thịnh" → kind "xã" and proper name "An Thịnh". A name without a kind in front of it is all proper name. */
import { nfc } from './fold.ts';

const kinds = ['thị trấn', 'thị xã', 'thành phố', 'đặc khu', 'phường', 'xã', 'quận', 'huyện', 'tỉnh'] as const;

/** Kinds that are a ward and not a commune. */
export const wardWords: ReadonlySet<string> = new Set(['phường']);

export interface UnitNameParts {
  /** In small letters; empty where the name has none. */
  readonly kind: string;
  readonly proper: string;
}

export function unitNameParts(name: string): UnitNameParts {
  const text = nfc(name).trim().replaceAll(/\s+/gu, ' ');
  const kind = kinds.find((one) => text.toLocaleLowerCase('vi').startsWith(`${one} `)) ?? '';
  return { kind, proper: kind === '' ? text : text.slice(kind.length + 1) };
}
