/**
 * The look, once: Mantine's theme and its variables. Variables are adopted as a constructed style sheet instead of an inline `<style>`, so the content
 * security policy can forbid inline styles.
 */
import {
  Button,
  Modal,
  Portal,
  Textarea,
  TextInput,
  convertCssVariables,
  createTheme,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
  type MantineColorsTuple,
} from '@mantine/core';
import { vi } from '../../texts/vi.ts';

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

/** Where dialogs are put: inside the part of the page that the lock makes inert. */
export const overlayId = 'lop-noi';

export const theme = createTheme({
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
  components: {
    Button: Button.extend({ defaultProps: { fw: 600 } }),
    // The scroll lock writes an inline `<style>`; the page behind a dialog does not scroll anyway, its panels do.
    // A dialog's `<header>` is not a banner of the page.
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        transitionProps: { duration: 0 },
        closeButtonProps: { 'aria-label': vi.common.close },
        attributes: { header: { role: 'presentation' } },
      },
    }),
    Portal: Portal.extend({ defaultProps: { target: `#${overlayId}` } }),
    TextInput: TextInput.extend({ defaultProps: { autoComplete: 'off', spellCheck: false } }),
    Textarea: Textarea.extend({ defaultProps: { spellCheck: false } }),
  },
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
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
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
