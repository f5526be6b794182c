/** A scanner told from a person, and what was scanned; rules in tests/rules/print.md and tests/rules/screens.md. */
import { describe, expect, it } from 'vitest';
import { readScan } from './read-scan.ts';
import { type Burst, addKey, isAtScannerSpeed, isGoingOn } from './scan-burst.ts';

const card = '027190001234|125123456|Nguyễn Thị An|05021990|Nữ|Thôn A|15042021';
const code = '000.12.31.H05-261126-0001';

function type(keys: readonly string[], gapMs: number): Burst {
  const burst = keys.reduce<Burst | undefined>(
    (before, key, index) => addKey(before, key, { at: 1000 + index * gapMs, seenAt: 1000 + index * gapMs }),
    undefined,
  );
  if (!burst) throw new Error('nothing typed');
  return burst;
}
const kindOf = (text: string, gapMs: number, ended = true, inText = true) => {
  const burst = type([...text], gapMs);
  return readScan(burst.text, { fast: isAtScannerSpeed(burst, burst.text.length), ended, inText })?.kind;
};

describe('what came in', () => {
  it('[P27] a scanner is told from a person by the shape of its burst and, where that says nothing, by its speed', () => {
    expect(kindOf(card, 8)).toBe('card');
    // An old PC stalls between keys.
    expect(kindOf(card, 250)).toBe('card');
    expect(kindOf(card, 400)).toBeUndefined();
    expect(kindOf('chung thuc ban sao tu ban chinh', 5)).toBeUndefined();
    expect(kindOf('Nguyễn Thị An', 5)).toBeUndefined();
    // Bars lost under another keyboard layout: still handed to the parser, which says what to do.
    expect(kindOf(card.replaceAll('|', '~'), 8)).toBe('card');
    expect(type([...'Nguyee', 'Backspace', 'Backspace', 'ê'], 5).text).toBe('Nguyê');
  });

  it('[P27] a busy page that comes late to the keys does not cut a scan in two', () => {
    // Pressed 8 ms apart, seen half a second apart; then told late by an input, and seen at once after it.
    const late = [...card].reduce<Burst | undefined>(
      (before, key, n) => addKey(before, key, { at: 1000 + n * 8, seenAt: 2000 + n * 500 }),
      undefined,
    );
    expect(late?.text).toBe(card);
    expect(isGoingOn(late, { at: 90_000, seenAt: (late?.seenAt ?? 0) + 3 })).toBe(true);
    expect(isGoingOn(late, { at: 90_000, seenAt: 190_000 })).toBe(false);
  });

  it.each([
    ['our code', code, 'dossier'],
    ['our code with an AIM identifier', `]C0${code}`, 'dossier'],
    ['our code under Caps Lock', code.toLowerCase(), 'dossier'],
    ['our code in an address', `https://motcua.example/tra-cuu?ma=${code}`, 'dossier'],
    ['the bar code of an older card', '027190001234', 'number'],
    ['a health insurance card', 'DN4270012345678|4e677579e1bb856e|03/05/1960|1|4c61', 'unknown'],
    ['a link of somebody else', 'https://example.vn/q/0123456789', 'unknown'],
  ])('[V91] a scan of %s', (_, text, kind) => expect(kindOf(text, 8)).toBe(kind));

  it('[V91] typed by a person the same stays where it is; nowhere in focus a stray scan is named', () => {
    expect([kindOf(code, 150), kindOf('027190001234', 150), kindOf('https://example.vn/q/0123456789', 150)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(kindOf('8934567', 8, true, false)).toBe('unknown');
    expect(kindOf('8934567', 8, true, true)).toBeUndefined();
  });
});
