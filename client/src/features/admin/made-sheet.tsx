/** What the centre just made and shows once, to be printed: it stays until somebody closes it on purpose, because nothing of it is kept. */
import type { ReactNode } from 'react';
import { Button, Modal } from '@mantine/core';
import { pageClasses } from '../../kit/ui/page.tsx';
import { useUnsavedWork } from '../../kit/unsaved-work.tsx';
import { printNow } from '../../print/print-root.tsx';

interface MadeSheetProps {
  readonly words: { readonly title: string; readonly close: string; readonly print: string };
  readonly onClose: () => void;
  /** What was made in words, and the sheet itself. */
  readonly children: ReactNode;
}

export function MadeSheet({ words, onClose, children }: MadeSheetProps) {
  useUnsavedWork(true);
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false} title={words.title} size="lg">
      {children}
      <div className={pageClasses.buttons}>
        <Button variant="default" onClick={onClose}>
          {words.close}
        </Button>
        <Button data-autofocus onClick={() => void printNow()}>
          {words.print}
        </Button>
      </div>
    </Modal>
  );
}
