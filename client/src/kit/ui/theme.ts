/** The look of Mantine's components: `look.ts`, and what the components are given by default. */
import { createTheme, type ButtonProps, type ModalProps, type PortalProps, type TextareaProps, type TextInputProps } from '@mantine/core';
import { vi } from '../../texts/vi.ts';
import { look } from './look.ts';

/** Where dialogs are put: inside the part of the page that the lock makes inert. */
export const overlayId = 'lop-noi';

export const theme = createTheme({
  ...look,
  components: {
    Button: { defaultProps: { fw: 600 } satisfies Partial<ButtonProps> },
    // The scroll lock writes an inline `<style>`; the page behind a dialog does not scroll anyway, its panels do.
    // A dialog's `<header>` is not a banner of the page.
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        transitionProps: { duration: 0 },
        closeButtonProps: { 'aria-label': vi.common.close },
        attributes: { header: { role: 'presentation' } },
      } satisfies Partial<ModalProps>,
    },
    Portal: { defaultProps: { target: `#${overlayId}` } satisfies Partial<PortalProps> },
    TextInput: { defaultProps: { autoComplete: 'off', spellCheck: false } satisfies Partial<TextInputProps> },
    Textarea: { defaultProps: { spellCheck: false } satisfies Partial<TextareaProps> },
  },
});
