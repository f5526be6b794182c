/** Contrast of what is no text (WCAG 1.4.11), from the colours that are used; rules in tests/rules/screens.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldBorder } from './look.ts';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const tokens = new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));

function colour(name: string): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`tokens.css has no ${name}`);
  return value;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((from) => parseInt(hex.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('colours that are no text', () => {
  it('[V68] black on white is 21, as the rule of contrast says', () => expect(contrast('#000000', '#ffffff')).toBeCloseTo(21));

  it.each(['paper', 'ground', 'primary-tint', 'grey-tint', 'amber-tint', 'red-tint'])('[V68] focus ring and borders on %s', (under) => {
    expect(contrast(colour('focus'), colour(under))).toBeGreaterThanOrEqual(3);
    expect(contrast(fieldBorder, colour(under))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour('line-strong'), colour(under))).toBeGreaterThanOrEqual(3);
  });

  it('[V68] the ring is the token and no other colour', () =>
    expect(css).toMatch(/:focus-visible \{\n {2}outline: 3px solid var\(--focus\);/));
});
