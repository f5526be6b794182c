/** The database could not be opened, so there are no services yet: the fault alone, in words. A blocked upgrade goes on by itself. */
import { Button, MantineProvider } from '@mantine/core';
import { vi } from '../texts/vi.ts';
import { Notice } from '../kit/ui/notice.tsx';
import { CentredPanel, pageClasses } from '../kit/ui/page.tsx';
import { theme } from '../kit/ui/theme.ts';
import { FaultNotices } from './fault-notices.tsx';
import type { StorageFault } from '../contract/faults.ts';

export function StartFault({ fault }: { readonly fault: StorageFault }) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
      <CentredPanel title={vi.device.faults[fault.code].title}>
        <FaultNotices fault={fault} />
        <div className={pageClasses.buttons}>
          <Button onClick={() => window.location.reload()}>{vi.common.reload}</Button>
        </div>
      </CentredPanel>
    </MantineProvider>
  );
}

export function StartCrash() {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
      <CentredPanel title={vi.device.crash.title}>
        <Notice tone="red" alert>
          {vi.device.crash.happened}
        </Notice>
        <Notice tone="green">{vi.device.crash.safe}</Notice>
        <div className={pageClasses.buttons}>
          <Button onClick={() => window.location.reload()}>{vi.common.reload}</Button>
        </div>
      </CentredPanel>
    </MantineProvider>
  );
}
