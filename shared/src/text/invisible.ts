/** Characters that nobody sees and everybody pastes: from chats, PDF files and web pages. Dropped from whatever is stored or read. */
import { isSyllable } from './syllable.ts';

const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|\p{Variation_Selector}/u;
const allInvisible = new RegExp(invisible.source, 'gu');
/** The space without width stands where a line may break: between words in the place of a space, or anywhere in one. */
const zeroWidthSpace = /(\p{L}[\p{L}\p{M}]*)\u200B(?=(\p{L}[\p{L}\p{M}]*))/gu;

export function dropInvisible(text: string): string {
  if (!invisible.test(text)) return text;
  const bare = text.replace(allInvisible, (character) => (character === '\u200B' ? character : ''));
  return bare
    .normalize('NFC')
    .replace(zeroWidthSpace, (_, left: string, right: string) => (isSpaceBetween(left, right) ? `${left} ` : left))
    .replaceAll('\u200B', '');
}

function isSpaceBetween(left: string, right: string): boolean {
  if (/\p{Ll}$/u.test(left) && /^\p{Lu}/u.test(right)) return true;
  return isSyllable(left) && isSyllable(right) && !isSyllable(left + right);
}
