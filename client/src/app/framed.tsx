/** Every screen after sign-in: the shell around it, and its own faults caught inside, so that the rest of the app stays usable. */
import { InputWrapper, MantineThemeProvider } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { WholeText } from '../kit/ui/whole-text.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { useFocusBack } from './focus-back.ts';
import { Shell } from './shell.tsx';

/** Of every box on a screen or in a dialog; what comes before sign-in has none that could be too small. */
const boxes = {
  components: { InputWrapper: InputWrapper.extend({ defaultProps: { inputContainer: (box) => <WholeText>{box}</WholeText> } }) },
};

export function Framed() {
  useFocusBack();
  return (
    <MantineThemeProvider theme={boxes} inherit>
      <Shell>
        <FaultBoundary withBackup nested>
          <Outlet />
        </FaultBoundary>
      </Shell>
    </MantineThemeProvider>
  );
}
