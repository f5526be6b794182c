/** Composition root of the app: opens the data layer with the browser's platform, registers the service worker, mounts. */
import './app/strict-csp.ts';
import { createRoot } from 'react-dom/client';
import { must } from '@onestop/shared/kernel/assert.ts';
import './kit/ui/fonts.css';
import './kit/ui/mantine-styles.ts';
import './kit/ui/tokens.css';
import { App } from './app/app.tsx';
import { createClient } from './data/compose.ts';
import { report } from './kit/report.ts';
import { registerServiceWorker } from './app/service-worker.ts';
import { StartCrash, StartFault } from './app/start-fault.tsx';
import { browserPlatform } from './ports/browser-platform.ts';
import { adoptThemeVariables } from './kit/ui/look.ts';

const root = createRoot(must(document.getElementById('root'), 'the page has a root element'));

async function start(): Promise<void> {
  adoptThemeVariables();
  const update = registerServiceWorker();
  const client = await createClient(browserPlatform(__APP_VERSION__));
  root.render(client.ok ? <App services={client.value.services} update={update} /> : <StartFault fault={client.error} />);
}

start().catch((cause: unknown) => {
  report('The app could not start', cause);
  root.render(<StartCrash />);
});
