/** A screen whose code could not be loaded, or a fault inside a route: told apart, so that nobody waits for an endless spinner. */
import { Button } from '@mantine/core';
import { vi } from '../texts/vi.ts';
import { Notice } from '../kit/ui/notice.tsx';
import { CentredPanel } from '../kit/ui/page.tsx';
import { CrashScreen } from './crash-screen.tsx';

export function NotDownloaded({ error }: { readonly error: unknown }) {
  if (!isMissingCode(error)) return <CrashScreen error={error} withBackup nested />;
  return (
    <CentredPanel title={vi.common.productName}>
      <Notice tone="amber" alert>
        {vi.common.notDownloaded}
      </Notice>
      <Button onClick={() => window.location.reload()}>{vi.common.retry}</Button>
    </CentredPanel>
  );
}

/** Browsers have no code for a failed dynamic import; they throw a TypeError whose text names the module. */
function isMissingCode(error: unknown): boolean {
  return error instanceof TypeError && /import|module/i.test(error.message);
}
