/** The app's update state in context; made in `main.tsx`. */
import { createContext, useContext } from 'react';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { AppUpdate } from './service-worker.ts';

export const UpdateContext = createContext<AppUpdate | undefined>(undefined);

export function useAppUpdate(): AppUpdate {
  return must(useContext(UpdateContext), 'useAppUpdate is used inside UpdateContext');
}
