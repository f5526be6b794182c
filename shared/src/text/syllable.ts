/**
 * Whether a word is spelled like a Vietnamese syllable, and what a word would be if the key strokes of Telex or VNI left in it were carried out. Together they
 * tell a stroke left over (`Vawn` is nothing, its reading `Văn` is a syllable) from a name that only looks odd (`Cooper` has no such reading).
 */

const onsets = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

/** Without tones. `oong` and `ooc` are left out: `Công` through Telex looks like them. */
const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
  oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung up ut ua uân uâng uât uây uê uên uêch uênh uơ uôc uôi uôm uôn uông uôt uy uya uych
  uyên uyêt uynh uyt uyn uyu uyp ư ưc ưi ưm ưn ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu y ych yn ynh yt yên yêm yêng yêt yêu`.split(
    /\s+/,
  ),
);

const toneByKey: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const toneByDigit: Readonly<Record<string, string>> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const hats: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const horns: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' };

/** A word in letters without tone, and its tones apart. */
interface Spelled {
  readonly letters: string;
  readonly tones: string;
}

function spell(word: string): Spelled {
  const apart = word.toLowerCase().normalize('NFD');
  return { letters: apart.replace(tones, '').normalize('NFC'), tones: (apart.match(tones) ?? []).join('') };
}

/** Two tones in one word are no Vietnamese: letters of another code page. */
export function countTones(word: string): number {
  return spell(word).tones.length;
}

export function isSyllable(word: string): boolean {
  return isSpelledRight(spell(word));
}

function isSpelledRight({ letters, tones: marks }: Spelled): boolean {
  if (marks.length > 1) return false;
  return ['', ...onsets].some((onset) => {
    const rime = letters.slice(onset.length);
    if (!letters.startsWith(onset) || !rimes.has(rime) || !isSpellingOf(onset, rime)) return false;
    return !/(?:[cpt]|ch)$/.test(rime) || marks === '\u0301' || marks === '\u0323';
  });
}

/** k, gh and ngh stand before e, ê, i, y; c, g and ng before the others. */
function isSpellingOf(onset: string, rime: string): boolean {
  const front = /^[eêiy]/.test(rime);
  if (/^(?:k|gh|ngh)$/.test(onset)) return front;
  return !front || !/^(?:c|ng)$/.test(onset) || (onset === 'ng' && rime.startsWith('y'));
}

/** Whether the word has strokes of Telex and is a syllable with them. */
export function isTelexOfSyllable(word: string): boolean {
  const spelled = spell(word);
  const letters: string[] = [];
  let tone = spelled.tones;
  let strokes = 0;
  const stroke = (key: string): boolean => {
    const mark = toneByKey[key];
    if (mark !== undefined && letters.some(isVowel)) tone = mark;
    else if (key === 'd' && letters.at(-1) === 'd') letters[letters.length - 1] = 'đ';
    else if (hats[key] !== undefined && letters.at(-1) === key) letters[letters.length - 1] = hats[key];
    else if (key !== 'w' || !horn(letters)) return false;
    return true;
  };
  for (const key of spelled.letters) {
    if (stroke(key)) strokes++;
    else letters.push(key);
  }
  return strokes > 0 && isSpelledRight({ letters: letters.join(''), tones: tone });
}

/** Whether the word has strokes of VNI and is a syllable with them. */
export function isVniOfSyllable(word: string): boolean {
  const spelled = spell(word);
  const letters: string[] = [];
  let tone = spelled.tones;
  let strokes = 0;
  const put = (among: Readonly<Record<string, string>>, only: RegExp): void => {
    const at = letters.findLastIndex((letter) => only.test(letter) && among[letter] !== undefined);
    if (at >= 0) letters[at] = among[letters[at] ?? ''] ?? '';
  };
  for (const key of spelled.letters) {
    if (!/\d/.test(key)) {
      letters.push(key);
      continue;
    }
    strokes++;
    const mark = toneByDigit[key];
    if (mark !== undefined) tone = mark;
    else if (key === '6') put(hats, /[aeo]/);
    else if (key === '7') put(horns, /[uo]/);
    else if (key === '8') put(horns, /a/);
    else if (key === '9' && letters[0] === 'd') letters[0] = 'đ';
    else return false;
  }
  // `lu7o7ng` marks both, `luo7ng` only the last: both are typed.
  const read = letters.join('').replace('uơ', letters.at(-1) === 'ơ' ? 'uơ' : 'ươ');
  return strokes > 0 && isSpelledRight({ letters: read, tones: tone });
}

function horn(letters: string[]): boolean {
  const last = letters.length - 1;
  const on = letters[last] ?? '';
  if (horns[on] === undefined) return false;
  letters[last] = horns[on];
  if (on === 'o' && letters[last - 1] === 'u') letters[last - 1] = 'ư';
  return true;
}

function isVowel(letter: string): boolean {
  return /[aeiouyăâêôơư]/.test(letter);
}
