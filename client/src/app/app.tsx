/** Providers around the router. */
import { useState } from 'react';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { theme } from '../kit/ui/theme.ts';
import { FaultBoundary } from './fault-boundary.tsx';
import { createAppRouter } from './routes.tsx';
import type { AppUpdate } from './service-worker.ts';
import type { Services } from '../contract/services.ts';
import { ServicesProvider } from '../kit/services-context.tsx';
import { UnsavedWorkProvider } from '../kit/unsaved-work.tsx';
import { UpdateContext } from './update-context.ts';

export function App({ services, update }: { readonly services: Services; readonly update: AppUpdate }) {
  const [router] = useState(createAppRouter);
  return (
    <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
      <ServicesProvider services={services}>
        <UpdateContext.Provider value={update}>
          <UnsavedWorkProvider>
            <FaultBoundary withBackup>
              <RouterProvider router={router} />
            </FaultBoundary>
          </UnsavedWorkProvider>
        </UpdateContext.Provider>
      </ServicesProvider>
    </MantineProvider>
  );
}
