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
  /** Read from the database at each scrape (`log/office-metrics.ts`). */
  readonly offices: OfficeGauges;
}

type OfficeGauge = Gauge<'office'>;

/** By office id, of every office whose devices sync. Times are epoch seconds, as monitoring counts. */
export interface OfficeGauges {
  readonly devices: OfficeGauge;
  /** 1 where the centre's page calls the office old, by the district's limit. */
  readonly stale: OfficeGauge;
  /** Of the slowest device that counts, as on the centre's page. */
  readonly slowestExchange: OfficeGauge;
  readonly completeTo: OfficeGauge;
  readonly waiting: OfficeGauge;
  readonly oldestWaiting: OfficeGauge;
  readonly setAside: Gauge<'office' | 'kind'>;
  readonly clockError: OfficeGauge;
  readonly lastBackup: Gauge;
  readonly freeBytes: Gauge<'of'>;
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
    offices: createOfficeGauges(registers),
  };
}

function createOfficeGauges(registers: Registry[]): OfficeGauges {
  const byOffice = (name: string, help: string): OfficeGauge =>
    new Gauge({ name: `motcua_office_${name}`, help, labelNames: ['office'], registers });
  return {
    devices: byOffice('devices', 'Devices that count: neither revoked nor retired nor lost'),
    stale: byOffice('stale', "1: the slowest device that counts has been silent, or holds work, for longer than the district's limit"),
    slowestExchange: byOffice('slowest_exchange_timestamp_seconds', 'Last exchange of the slowest device that counts; 0: never'),
    completeTo: byOffice('complete_to_timestamp_seconds', 'Up to when all work of the office is here: of the slowest device; 0: never'),
    waiting: byOffice('waiting_events', 'Events not sent yet, as the devices last reported'),
    oldestWaiting: byOffice('oldest_waiting_timestamp_seconds', 'Oldest event not sent yet, as last reported'),
    setAside: new Gauge({
      name: 'motcua_office_set_aside_events',
      help: 'Events refused, quarantined or held, now in the database',
      labelNames: ['office', 'kind'],
      registers,
    }),
    clockError: byOffice('clock_error_seconds', 'Largest difference of a device clock at its last exchange'),
    lastBackup: new Gauge({ name: 'motcua_backup_timestamp_seconds', help: "The schedule's last good backup", registers }),
    freeBytes: new Gauge({ name: 'motcua_disk_free_bytes', help: 'Free room, of data and backups', labelNames: ['of'], registers }),
  };
}
