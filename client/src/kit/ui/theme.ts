/** The look of Mantine's components: `look.ts`, and what the components are given by default. */
import { Button, Modal, Portal, Textarea, TextInput, createTheme } from '@mantine/core';
import { vi } from '../../texts/vi.ts';
import { look } from './look.ts';

/** Where dialogs are put: inside the part of the page that the lock makes inert. */
export const overlayId = 'lop-noi';

export const theme = createTheme({
  ...look,
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
