/** Every screen after sign-in: the shell around it, and its own faults caught inside, so that the rest of the app stays usable. */
import { lazy } from 'react';
import { InputWrapper, MantineThemeProvider } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { BatchContext, type BatchProps } from '../kit/batch.ts';
import { WholeText } from '../kit/ui/whole-text.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { useFocusBack } from './focus-back.ts';
import { Shell } from './shell.tsx';

/** Of every box on a screen or in a dialog; what comes before sign-in has none that could be too small. */
const boxes = {
  components: { InputWrapper: InputWrapper.extend({ defaultProps: { inputContainer: (box) => <WholeText>{box}</WholeText> } }) },
};

// What is done to many dossiers comes when somebody chooses many.
const BatchBar = lazy(() => import('../features/dossier/batch/batch-bar.tsx').then(({ BatchBar: it }) => ({ default: it })));

const batchBar = (props: BatchProps) => <BatchBar {...props} />;

export function Framed() {
  useFocusBack();
  return (
    <MantineThemeProvider theme={boxes} inherit>
      <Shell>
        <FaultBoundary withBackup nested>
          <BatchContext value={batchBar}>
            <Outlet />
          </BatchContext>
        </FaultBoundary>
      </Shell>
    </MantineThemeProvider>
  );
}
