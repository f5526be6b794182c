/** How many events a second the server makes durable through HTTP: many devices push prepared, signed batches at the same time; the answers are receipts. */
import { pack } from '@onestop/shared/protocol/pack.ts';
import { encodeSyncRequest } from '@onestop/shared/protocol/wire.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { assembleReference } from '@onestop/shared/reference/parts.ts';
import { zlibCompressor } from '@onestop/sync-server/log/zlib-compressor.ts';
import { enrolCodes } from '../e2e/desk.ts';
import { createServerProcess } from '../support/server-process.ts';
import { enrol, type TestDevice } from '../support/test-device.ts';
import { leaseFromLongAgo } from './server-data.ts';
import type { Row } from './table.ts';
import { benchEvents } from './workload.ts';

const offices = ['xã Bình Định', 'xã Phú Hòa', 'xã Mỹ Hương', 'xã Tân Lãng'];
const eventsEach = 10_000;
const batch = 2_000;

export async function measureThroughput(): Promise<readonly Row[]> {
  const server = await createServerProcess();
  try {
    await server.start();
    const fetchThere = (path: string, init?: RequestInit): Promise<Response> => fetch(server.origin + path, init);
    const devices: { readonly device: TestDevice; readonly bodies: readonly Uint8Array[] }[] = [];
    for (const [index, office] of offices.entries()) {
      const device = await enrol(fetchThere, enrolCodes(server.output(), office)[0] ?? '');
      await device.settle();
      const reference = must(assembleReference(device.parts), 'the reference data');
      await leaseFromLongAgo(server.dataDir);
      for (const event of benchEvents(eventsEach, 40 + index, {
        office: device.office,
        bookNumber: device.bookNumber,
        leases: device.leases ?? [],
        reference,
        now: Date.now(),
      })) {
        device.writeWhole({ ...event, after: [], clockOffsetMs: 0 });
      }
      const bodies: Uint8Array[] = [];
      for (device.ackedSeq = 0; device.ackedSeq < device.log.length; device.ackedSeq += batch)
        bodies.push(pack(encodeSyncRequest(device.request({}, batch)), zlibCompressor));
      devices.push({ device, bodies });
    }
    const started = performance.now();
    await Promise.all(
      devices.map(async ({ device, bodies }) => {
        for (const body of bodies) {
          const { answer, error } = await device.sendBytes(body);
          if (answer?.outcome.kind !== 'OK' || answer.refused.length > 0)
            throw new Error(`refused: ${error ?? JSON.stringify(answer?.refused[0] ?? answer?.outcome)}`);
        }
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    const total = offices.length * eventsEach;
    return [
      {
        key: 'events-per-second',
        name: 'durable events per second through HTTP',
        value: total / seconds,
        unit: 'events/s',
        aim: { op: '≥', value: 20_000 },
        note: `${offices.length} devices at once, batches of ${batch.toLocaleString('en-US')}, SQLite; checked, folded and fed to the offices`,
      },
    ];
  } finally {
    await server.dispose();
  }
}
