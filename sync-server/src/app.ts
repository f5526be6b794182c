/** `createApp(deps)`: middleware and chained routes. Opens nothing and starts nothing: the composition root and the tests do. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppDeps } from './deps.ts';
import { WireFault } from './faults.ts';
import { createErrorHandler } from './middleware/faults.ts';
import { type RequestVariables, requestLog } from './middleware/request-log.ts';
import { adminRoutes } from './routes/admin.ts';
import { auditAdminRoutes } from './routes/audit-admin.ts';
import { calendarAdminRoutes } from './routes/calendar-admin.ts';
import { catalogueAdminRoutes } from './routes/catalogue-admin.ts';
import { deviceActRoutes, deviceBoardRoutes, deviceLossRoutes } from './routes/device-admin.ts';
import { enrolRoutes } from './routes/enrol.ts';
import { healthRoutes } from './routes/health.ts';
import { hintRoutes } from './routes/hints.ts';
import { lookupRoutes } from './routes/lookup.ts';
import { officeAdminRoutes } from './routes/office-admin.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingsAdminRoutes } from './routes/settings-admin.ts';
import { setupRoutes } from './routes/setup.ts';
import { staffAdminRoutes } from './routes/staff-admin.ts';
import { staticRoutes } from './routes/static.ts';
import { syncRoutes } from './routes/sync.ts';
import { unitRoutes } from './routes/units.ts';

/** A whole catalogue fits an import; a form is small. */
const adminBodyBytesMax = 8 * 1_048_576;
const formBodyBytesMax = 16 * 1_024;

export function createApp(deps: AppDeps) {
  const app = new Hono<{ Variables: RequestVariables }>();
  app.onError(createErrorHandler(deps));
  return app
    .use(requestLog(deps))
    .use('/api/admin/*', bodyLimit({ maxSize: adminBodyBytesMax, onError: tooLarge }))
    .on(
      'POST',
      ['/api/enrol', '/api/session', '/api/session/secret', '/api/setup'],
      bodyLimit({ maxSize: formBodyBytesMax, onError: tooLarge }),
    )
    .route('/', healthRoutes(deps))
    .route('/', syncRoutes(deps))
    .route('/', enrolRoutes(deps))
    .route('/', hintRoutes(deps))
    .route('/', sessionRoutes(deps))
    .route('/', setupRoutes(deps))
    .route('/', adminRoutes(deps))
    .route('/', officeAdminRoutes(deps))
    .route('/', staffAdminRoutes(deps))
    .route('/', deviceBoardRoutes(deps))
    .route('/', deviceActRoutes(deps))
    .route('/', deviceLossRoutes(deps))
    .route('/', calendarAdminRoutes(deps))
    .route('/', auditAdminRoutes(deps))
    .route('/', catalogueAdminRoutes(deps))
    .route('/', unitRoutes(deps))
    .route('/', settingsAdminRoutes(deps))
    .route('/', lookupRoutes(deps))
    .route('/', staticRoutes(deps));
}

function tooLarge(): never {
  throw new WireFault('wire/too-large');
}
