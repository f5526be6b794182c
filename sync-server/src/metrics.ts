/** What the technician's monitoring reads at `GET /metrics`: counts, bytes and durations, never anything about a person or a dossier. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly exchanges: Counter<'outcome'>;
  readonly exchangeSeconds: Histogram;
  readonly eventsReceived: Counter;
  readonly eventsSent: Counter;
  readonly eventsRefused: Counter<'code'>;
  readonly eventsHeld: Counter;
  readonly bytes: Counter<'direction'>;
  readonly requests: Counter<'status'>;
  readonly hintStreams: Gauge;
}

export function createMetrics(version: string): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'motcua_' });
  const registers = [registry];
  new Gauge({ name: 'motcua_build_info', help: 'Version of this build', labelNames: ['version'], registers }).set({ version }, 1);
  return {
    registry,
    exchanges: new Counter({ name: 'motcua_exchanges_total', help: 'Exchanges by outcome', labelNames: ['outcome'], registers }),
    exchangeSeconds: new Histogram({
      name: 'motcua_exchange_seconds',
      help: 'Duration of an exchange',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    eventsReceived: new Counter({ name: 'motcua_events_received_total', help: 'Events stored', registers }),
    eventsSent: new Counter({ name: 'motcua_events_sent_total', help: 'Events sent down', registers }),
    eventsRefused: new Counter({
      name: 'motcua_events_refused_total',
      help: 'Events refused or quarantined, by code',
      labelNames: ['code'],
      registers,
    }),
    eventsHeld: new Counter({
      name: 'motcua_events_held_total',
      help: 'Events kept back until what their officer had seen is here',
      registers,
    }),
    bytes: new Counter({ name: 'motcua_exchange_bytes_total', help: 'Bytes of exchange bodies', labelNames: ['direction'], registers }),
    requests: new Counter({ name: 'motcua_requests_total', help: 'Requests by class of status', labelNames: ['status'], registers }),
    hintStreams: new Gauge({ name: 'motcua_hint_streams', help: 'Devices connected to the hint stream', registers }),
  };
}
