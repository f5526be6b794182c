/** What can be done to many chosen dossiers at once: lists show it, the feature that acts on dossiers makes it, the app brings both together. */
import { createContext, type ReactNode } from 'react';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';

export interface BatchProps {
  readonly ids: readonly DossierId[];
  /** No more choosing. */
  readonly onClose: () => void;
}

/** Absent where a list is only read. */
export const BatchContext = createContext<((props: BatchProps) => ReactNode) | undefined>(undefined);
