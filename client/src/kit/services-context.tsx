/** `Services` in React context. Made once in `main.tsx`; every screen takes what it needs from here and from nowhere else. */
import { createContext, useContext, type ReactNode } from 'react';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { Services } from '../contract/services.ts';

const ServicesContext = createContext<Services | undefined>(undefined);

export function ServicesProvider({ services, children }: { readonly services: Services; readonly children: ReactNode }) {
  return <ServicesContext.Provider value={services}>{children}</ServicesContext.Provider>;
}

export function useServices(): Services {
  return must(useContext(ServicesContext), 'useServices is used inside ServicesProvider');
}
