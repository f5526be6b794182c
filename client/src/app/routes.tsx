/** The only list of screens, with typed addresses. No personal data is ever in an address: dossiers go by their random id. */
import { lazy } from 'react';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { PrintItem } from '../print/use-batch-print.ts';
import type { ReportSearch } from '../features/report/use-report.ts';
import { vi } from '../texts/vi.ts';
import { Notice } from '../kit/ui/notice.tsx';
import { Page } from '../kit/ui/page.tsx';
import { Gate } from './gate.tsx';
import { NotDownloaded } from './not-downloaded.tsx';
import { queueBySlug } from '../kit/queues.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive } from '../kit/use-live.ts';

// The lists come right after sign-in: who enrols or signs in does not wait for them. Pages inside a route's own component are React's `lazy`: the router's
// `lazyRouteComponent` is right only as the component of a route, which the router loads before it draws it; drawn unloaded it breaks a rule of React's `use`.
const QueuePage = lazy(() => import('../features/register/queue-page.tsx').then(({ QueuePage: it }) => ({ default: it })));
const HomePage = lazy(() => import('../features/register/home-page.tsx').then(({ HomePage: it }) => ({ default: it })));
const PrintQueuePage = lazy(() => import('../print/queue-page.tsx').then(({ PrintQueuePage: it }) => ({ default: it })));
const RegisterPage = lazy(() => import('../features/register/register-page.tsx').then(({ RegisterPage: it }) => ({ default: it })));

const root = createRootRoute({ component: Outlet, notFoundComponent: () => <Navigate to="/" /> });

const setup = createRoute({
  getParentRoute: () => root,
  path: '/thiet-lap',
  component: lazyRouteComponent(() => import('../features/sign-in/setup-page.tsx'), 'SetupPage'),
});
/** The address the server prints. */
const setupLink = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../features/sign-in/setup-page.tsx'), 'SetupPage'),
});

const gated = createRoute({
  getParentRoute: () => root,
  id: 'gated',
  component: () => (
    <Gate>
      <Outlet />
    </Gate>
  ),
});
const print = createRoute({
  getParentRoute: () => gated,
  path: '/in/$form/$dossier',
  component: lazyRouteComponent(() => import('../print/print-page.tsx'), 'PrintPage'),
});

const printMany = createRoute({
  getParentRoute: () => gated,
  path: '/in-nhieu',
  component: lazyRouteComponent(() => import('../print/batch-page.tsx'), 'BatchPrintPage'),
});

const printList = createRoute({
  getParentRoute: () => gated,
  path: '/bang-ke/$list',
  component: lazyRouteComponent(() => import('../print/list-page.tsx'), 'ListPrintPage'),
});

const framed = createRoute({
  getParentRoute: () => gated,
  id: 'framed',
  component: lazyRouteComponent(() => import('./framed.tsx'), 'Framed'),
});

const home = createRoute({ getParentRoute: () => framed, path: '/', component: Home });
const intake = createRoute({
  getParentRoute: () => framed,
  path: '/tiep-nhan',
  validateSearch: (search: Record<string, unknown>): { readonly draft?: string; readonly dossier?: string; readonly ticket?: string } => ({
    ...(typeof search['draft'] === 'string' ? { draft: search['draft'] } : {}),
    ...(typeof search['dossier'] === 'string' ? { dossier: search['dossier'] } : {}),
    ...(typeof search['ticket'] === 'string' && /^[A-Z]{1,3}\d{3,5}$/.test(search['ticket']) ? { ticket: search['ticket'] } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/intake/intake-page.tsx'), 'IntakePage'),
});
const queue = createRoute({ getParentRoute: () => framed, path: '/danh-sach/$queue', component: QueueRoute });
const register = createRoute({ getParentRoute: () => framed, path: '/so-theo-doi', component: RegisterRoute });
const dossier = createRoute({ getParentRoute: () => framed, path: '/ho-so/$dossier', component: DossierRoute });
const handover = createRoute({
  getParentRoute: () => framed,
  path: '/ban-giao',
  component: lazyRouteComponent(() => import('../features/dossier/handover/handover-page.tsx'), 'HandoverPage'),
});
const handoverList = createRoute({
  getParentRoute: () => framed,
  path: '/ban-giao/$list',
  component: lazyRouteComponent(() => import('../features/dossier/handover/list-page.tsx'), 'HandoverListPage'),
});
const sync = createRoute({
  getParentRoute: () => framed,
  path: '/dong-bo',
  component: lazyRouteComponent(() => import('../features/sync/sync-page.tsx'), 'SyncPage'),
});
const centre = createRoute({
  getParentRoute: () => framed,
  path: '/trung-tam',
  component: lazyRouteComponent(() => import('../features/centre/morning-page.tsx'), 'MorningPage'),
});
const commune = createRoute({
  getParentRoute: () => framed,
  path: '/trung-tam/$office',
  component: lazyRouteComponent(() => import('./commune-page.tsx'), 'CommunePage'),
});
const report = createRoute({
  getParentRoute: () => framed,
  path: '/bao-cao',
  // Read and checked by the page, which is a part of its own.
  validateSearch: (search: Record<string, unknown>): ReportSearch => search,
  component: lazyRouteComponent(() => import('../features/report/report-page.tsx'), 'ReportPage'),
});
const catalogue = createRoute({
  getParentRoute: () => framed,
  path: '/thu-tuc',
  component: lazyRouteComponent(() => import('../features/catalogue/catalogue-page.tsx'), 'CataloguePage'),
});
const procedure = createRoute({
  getParentRoute: () => framed,
  path: '/thu-tuc/$key',
  component: lazyRouteComponent(() => import('../features/catalogue/procedure-page.tsx'), 'ProcedurePage'),
});
const board = createRoute({
  getParentRoute: () => framed,
  path: '/bang-thu-tuc',
  component: lazyRouteComponent(() => import('../features/catalogue/board-page.tsx'), 'BoardPage'),
});
const notices = createRoute({
  getParentRoute: () => framed,
  path: '/tin-bao',
  component: lazyRouteComponent(() => import('../features/notices/notices-page.tsx'), 'NoticesPage'),
});
/** Outside the gate: for citizens, with nobody signed in. */
const kiosk = createRoute({ getParentRoute: () => root, path: '/bang-thu-tuc/man-hinh', component: KioskRoute });
/** Outside the gate and its frame: in the citizen's hand, while the officer is locked out. */
const rating = createRoute({ getParentRoute: () => root, path: '/danh-gia/$dossier', component: RatingRoute });
const admin = createRoute({
  getParentRoute: () => framed,
  path: '/quan-tri',
  component: lazyRouteComponent(() => import('../features/admin/admin-page.tsx'), 'AdminPage'),
});
const device = createRoute({
  getParentRoute: () => framed,
  path: '/may-nay',
  component: lazyRouteComponent(() => import('../features/sign-in/device-page.tsx'), 'DevicePage'),
});

const ClosingPage = lazy(() => import('../features/daybook/closing-page.tsx').then(({ ClosingPage: it }) => ({ default: it })));
const closing = createRoute({ getParentRoute: () => framed, path: '/chot-ca', component: ClosingRoute });

const tickets = createRoute({
  getParentRoute: () => framed,
  path: '/so-thu-tu',
  component: lazyRouteComponent(() => import('../features/daybook/tickets-page.tsx'), 'TicketsPage'),
});
const takeTicket = createRoute({
  getParentRoute: () => gated,
  path: '/so-thu-tu/lay-so',
  component: lazyRouteComponent(() => import('../features/daybook/take-ticket-page.tsx'), 'TakeTicketPage'),
});
const ticketScreen = createRoute({
  getParentRoute: () => gated,
  path: '/so-thu-tu/man-hinh',
  component: lazyRouteComponent(() => import('../features/daybook/ticket-screen.tsx'), 'TicketScreen'),
});

const routeTree = root.addChildren([
  setup,
  setupLink,
  kiosk,
  rating,
  gated.addChildren([
    print,
    printMany,
    takeTicket,
    ticketScreen,
    printList,
    framed.addChildren([
      home,
      intake,
      queue,
      register,
      dossier,
      handover,
      handoverList,
      sync,
      centre,
      commune,
      report,
      catalogue,
      procedure,
      board,
      notices,
      admin,
      device,
      closing,
      tickets,
    ]),
  ]),
]);

export function createAppRouter() {
  return createRouter({
    routeTree,
    // Code of other screens comes from the service worker's cache; nothing is fetched on hover.
    defaultPreload: false,
    defaultPendingComponent: () => <output className="sr-only">{vi.common.loading}</output>,
    defaultErrorComponent: NotDownloaded,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
  interface HistoryState {
    /** Words for the register's filter; in the history state and not in the address, because they may be a name. */
    text?: string;
    /** The act that a list offered for the dossier: its dialog opens with the page. */
    act?: CommandName;
    /** What the page of many forms prints. */
    print?: readonly PrintItem[];
    /** What a scanned hand-over list is made of. */
    dossiers?: readonly DossierId[];
    /** The code of a closing's paper, scanned on another page. */
    scanned?: string;
  }
}

function Home() {
  const office = useLive(useServices().office);
  return isCentre(office) ? <Navigate to="/trung-tam" replace /> : <HomePage />;
}

function QueueRoute() {
  const view = queueBySlug(queue.useParams().queue);
  if (view?.queue === 'toPrint') return <PrintQueuePage />;
  return view ? (
    <QueuePage key={view.slug} view={view} />
  ) : (
    <Page title={vi.register.title}>
      <Notice tone="amber">{vi.register.noMatch}</Notice>
    </Page>
  );
}

function ClosingRoute() {
  const { state } = useLocation();
  return <ClosingPage key={state.scanned ?? ''} scanned={state.scanned} />;
}

function RegisterRoute() {
  const { state, href } = useLocation();
  return <RegisterPage key={`${href}${state.text ?? ''}`} initialText={state.text} />;
}

/** With its acts and their dialogs a part of its own: the lists are there before it. */
const DossierPage = lazy(() => import('../features/dossier/dossier-page.tsx').then(({ DossierPage: it }) => ({ default: it })));

function DossierRoute() {
  // A random id of our own; an unknown one ends on "not found" inside the page.
  const id = dossier.useParams().dossier as DossierId;
  return <DossierPage key={id} id={id} />;
}

const RatingPage = lazy(() => import('../features/dossier/rating/rating-page.tsx').then(({ RatingPage: it }) => ({ default: it })));

/** Opened by an officer only: with nobody signed in there is nobody to give it back to. */
function RatingRoute() {
  const id = rating.useParams().dossier as DossierId;
  return useLive(useServices().session.current) ? <RatingPage key={id} id={id} /> : <Navigate to="/" replace />;
}

const KioskPage = lazy(() => import('../features/catalogue/kiosk-page.tsx').then(({ KioskPage: it }) => ({ default: it })));

/** A browser that is no device of an office has nothing to show. */
function KioskRoute() {
  return useLive(useServices().device.info) ? <KioskPage /> : <Navigate to="/" replace />;
}
