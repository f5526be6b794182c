/**
 * The look, once: colours, type, corners, and Mantine's variables made of them. Variables are adopted as a constructed style sheet instead of an inline `<style>`, so the content
 * security policy can forbid inline styles. No words here: `main.tsx` needs it, and a changed word must not load the page anew (`tests/tidy/hot-texts.test.ts`).
 */
import {
  convertCssVariables,
  createTheme,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
  type MantineColorsTuple,
} from '@mantine/core';

const teal: MantineColorsTuple = [
  '#eef7f8',
  '#dcecef',
  '#b5d8de',
  '#8bc3cc',
  '#66b0bd',
  '#3d95a4',
  '#1f7b8b',
  '#0b5c6b',
  '#084853',
  '#05343c',
];

export const look = createTheme({
  colors: { petrol: teal },
  primaryColor: 'petrol',
  primaryShade: 7,
  black: '#23211d',
  fontFamily: "'Be Vietnam Pro', system-ui, 'Segoe UI', sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, 'Segoe UI', sans-serif", fontWeight: '600' },
  defaultRadius: 4,
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
});

/** Borders of fields and check boxes: Mantine's own are 1.5:1 on white. */
export const fieldBorder = '#857e72';

/** Text of tinted boxes, dark enough on their own tint. */
const readableOnTint = {
  '--mantine-color-red-light-color': '#9b1c16',
  '--mantine-color-orange-light-color': '#7a4d00',
  '--mantine-color-yellow-light-color': '#6b4400',
  '--mantine-color-green-light-color': '#1c6434',
};

export function adoptThemeVariables(): void {
  const sheet = new CSSStyleSheet();
  const merged = mergeMantineTheme(DEFAULT_THEME, look);
  const variables = defaultCssVariablesResolver(merged);
  // Mantine's own quiet, error and placeholder colours are below 4.5:1 on white.
  const light = {
    ...variables.light,
    '--mantine-color-gray-4': fieldBorder,
    '--mantine-color-default-border': fieldBorder,
    '--mantine-color-dimmed': '#5c574e',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-placeholder': '#6b665c',
    ...readableOnTint,
  };
  sheet.replaceSync(convertCssVariables({ ...variables, light }, ':root'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
