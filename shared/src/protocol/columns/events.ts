/**
 * A list of events as columns. The envelope is predicted from what came before: the same dossier again is a distance back, `after` is usually the
 * dossier's newest event in the list, `seq` the device's next number. The data of events of one type and version stand together; those whose time an officer
 * stated are groups of their own, with the version written negative.
 */
import type { DeviceId, DossierId, EventRef, OfficeId, StaffId } from '../../kernel/ids.ts';
import type { EventEnvelope } from '../../dossier/envelope.ts';
import { limits } from '../limits.ts';
import { type ByteReader, MalformedFault } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { filled } from './filled.ts';
import { readInts, writeInts } from './ints.ts';
import { readStrings, writeStrings } from './strings.ts';
import { type Streams, type Value, readValues, writeValues } from './values.ts';

const afterNothing = 0;
const afterNewest = 1;
/** `afterListed + k`: k references are listed. */
const afterListed = 2;

export function writeEvents(out: Streams<ByteWriter>, events: readonly EventEnvelope[]): void {
  const { shape, body } = out;
  body.uint(events.length);
  if (events.length === 0) return;
  const groups = groupByShape(events);
  shape.uint(groups.length);
  writeStrings(
    shape,
    groups.map((group) => group.type),
    0,
    false,
  );
  writeInts(
    shape,
    groups.map((group) => (group.stated ? -group.version : group.version)),
  );
  if (groups.length > 1) writeInts(body, groupOfEvents(events, groups));
  writeDossiers(body, events);
  writeStrings(
    body,
    events.map((event) => event.device),
  );
  writeSequences(body, events);
  writeAfter(body, events);
  writeInts(
    body,
    events.map((event) => event.at),
  );
  writeInts(
    body,
    events.map((event) => event.clockOffsetMs),
  );
  writeStrings(
    body,
    events.map((event) => event.actor),
  );
  writeStrings(
    body,
    events.map((event) => event.office),
  );
  for (const group of groups)
    writeValues(
      out,
      group.events.map((event) => event.data as Value),
    );
}

export function readEvents(from: Streams<ByteReader>): EventEnvelope[] {
  const { shape, body } = from;
  const n = body.count(limits.listEventsMax);
  if (n === 0) return [];
  const groupCount = shape.count(n);
  const types = readStrings(shape, groupCount);
  const versions = readInts(shape, groupCount);
  const groupOf = groupCount > 1 ? readInts(body, n) : filled(n, 0);
  const dossiers = readDossiers(body, n);
  const devices = readStrings(body, n) as DeviceId[];
  const seqs = readSequences(body, devices);
  const after = readAfter(body, dossiers, devices, seqs);
  const at = readInts(body, n);
  const clockOffsetMs = readInts(body, n);
  const actors = readStrings(body, n) as StaffId[];
  const offices = readStrings(body, n) as OfficeId[];
  const rowsByGroup = types.map((): number[] => []);
  for (let i = 0; i < n; i++) {
    const rows = rowsByGroup[groupOf[i] as number];
    if (rows === undefined) throw new MalformedFault('unknown type of event');
    rows.push(i);
  }
  const data = filled<Value>(n, undefined);
  for (const rows of rowsByGroup) {
    readValues(from, rows.length).forEach((value, i) => (data[rows[i] as number] = value));
  }
  return data.map((value, i) => {
    const type = types[groupOf[i] as number] as string;
    const version = versions[groupOf[i] as number] as number;
    // In canonical order, as the members of `data`.
    const upToSeq = {
      actor: actors[i] as StaffId,
      after: after[i] as EventRef[],
      at: at[i] as number,
      clockOffsetMs: clockOffsetMs[i] as number,
      // Checked by the schema of the message: an object.
      data: value as EventEnvelope['data'],
      device: devices[i] as DeviceId,
      dossier: dossiers[i] as DossierId,
      office: offices[i] as OfficeId,
      seq: seqs[i] as number,
    };
    return version < 0 ? { ...upToSeq, stated: true as const, type, version: -version } : { ...upToSeq, type, version };
  });
}

interface Group {
  readonly type: string;
  readonly version: number;
  readonly stated: boolean;
  readonly events: EventEnvelope[];
}

function groupByShape(events: readonly EventEnvelope[]): Group[] {
  const groups = new Map<string, Group>();
  for (const event of events) {
    const key = shapeKey(event);
    const group = groups.get(key);
    if (group) group.events.push(event);
    else groups.set(key, { type: event.type, version: event.version, stated: event.stated === true, events: [event] });
  }
  return [...groups.values()];
}

function groupOfEvents(events: readonly EventEnvelope[], groups: readonly Group[]): number[] {
  const indexByKey = new Map(groups.map((group, i) => [shapeKey(group), i]));
  return events.map((event) => indexByKey.get(shapeKey(event)) as number);
}

function shapeKey({
  type,
  version,
  stated,
}: {
  readonly type: string;
  readonly version: number;
  readonly stated?: boolean | undefined;
}): string {
  return `${stated === true ? -version : version} ${type}`;
}

/** 0 where a dossier is new in the list, else how many events ago it was last. */
function writeDossiers(body: ByteWriter, events: readonly EventEnvelope[]): void {
  const lastByDossier = new Map<DossierId, number>();
  const fresh: DossierId[] = [];
  const back = events.map((event, i) => {
    const last = lastByDossier.get(event.dossier);
    lastByDossier.set(event.dossier, i);
    if (last === undefined) fresh.push(event.dossier);
    return last === undefined ? 0 : i - last;
  });
  writeInts(body, back);
  writeStrings(body, fresh, 0, false);
}

function readDossiers(body: ByteReader, n: number): DossierId[] {
  const back = readInts(body, n);
  const fresh = readStrings(body, back.filter((distance) => distance === 0).length);
  const dossiers: DossierId[] = [];
  let next = 0;
  for (let i = 0; i < n; i++) {
    const distance = back[i] as number;
    const dossier = distance === 0 ? fresh[next++] : dossiers[i - distance];
    if (dossier === undefined || distance < 0) throw new MalformedFault('unknown dossier');
    dossiers.push(dossier as DossierId);
  }
  return dossiers;
}

function writeSequences(body: ByteWriter, events: readonly EventEnvelope[]): void {
  const nextByDevice = new Map<DeviceId, number>();
  writeInts(
    body,
    events.map((event) => {
      const expected = nextByDevice.get(event.device) ?? 0;
      nextByDevice.set(event.device, event.seq + 1);
      return event.seq - expected;
    }),
  );
}

function readSequences(body: ByteReader, devices: readonly DeviceId[]): number[] {
  const nextByDevice = new Map<DeviceId, number>();
  return readInts(body, devices.length).map((jump, i) => {
    const device = devices[i] as DeviceId;
    const seq = (nextByDevice.get(device) ?? 0) + jump;
    if (!Number.isSafeInteger(seq)) throw new MalformedFault('number too large');
    nextByDevice.set(device, seq + 1);
    return seq;
  });
}

function writeAfter(body: ByteWriter, events: readonly EventEnvelope[]): void {
  const newest = new Map<DossierId, EventRef>();
  const listed: EventRef[] = [];
  writeInts(
    body,
    events.map((event) => {
      const guess = newest.get(event.dossier);
      newest.set(event.dossier, event);
      const only = event.after.length === 1 ? event.after[0] : undefined;
      if (event.after.length === 0) return afterNothing;
      if (only && guess && only.device === guess.device && only.seq === guess.seq) return afterNewest;
      listed.push(...event.after);
      return afterListed + event.after.length;
    }),
  );
  writeStrings(
    body,
    listed.map((ref) => ref.device),
  );
  writeInts(
    body,
    listed.map((ref) => ref.seq),
  );
}

function readAfter(body: ByteReader, dossiers: readonly DossierId[], devices: readonly DeviceId[], seqs: readonly number[]): EventRef[][] {
  const codes = readInts(body, dossiers.length);
  let total = 0;
  for (const code of codes) {
    if (code < 0 || code === afterListed || code > afterListed + limits.afterMax) throw new MalformedFault('unknown form of causes');
    if (code > afterListed) total += code - afterListed;
  }
  const listedDevices = readStrings(body, total) as DeviceId[];
  const listedSeqs = readInts(body, total);
  const newest = new Map<DossierId, EventRef>();
  let next = 0;
  return codes.map((code, i) => {
    const dossier = dossiers[i] as DossierId;
    const guess = newest.get(dossier);
    newest.set(dossier, { device: devices[i] as DeviceId, seq: seqs[i] as number });
    if (code === afterNothing) return [];
    if (code === afterNewest) {
      if (guess === undefined) throw new MalformedFault('cause not in the list');
      return [guess];
    }
    const from = next;
    next += code - afterListed;
    return listedSeqs.slice(from, next).map((seq, k) => ({ device: listedDevices[from + k] as DeviceId, seq }));
  });
}
