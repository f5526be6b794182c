/** A part of the reference data as of the version that brought it. Officers' names and telephone numbers are among them. */
import type { Codec, Stored } from './codec.ts';

export interface PartRecord {
  readonly key: string;
  readonly version: number;
  /** Absent where that version took the part away. */
  readonly part?: Stored | undefined;
}

export function partRecord(codec: Codec, version: number, key: string, value: unknown): PartRecord {
  return { key, version, part: codec.write(JSON.stringify(value)) };
}

/** undefined where the part was taken away. */
export function partValue(codec: Codec, { part }: PartRecord): unknown {
  // Our own JSON, written by `partRecord`; the wire's schema of its kind has checked it.
  return part === undefined ? undefined : (JSON.parse(codec.read(part)) as unknown);
}
