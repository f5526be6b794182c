/**
 * The reference line in the browser: plain dossiers as objects, Dexie's `bulkPut`, one gzip'd JSON-lines request each way. No history, no conflict, no receipt,
 * no official number: what an ordinary app would do at best.
 */
import { Dexie, type Table } from 'dexie';

export interface PlainDossier {
  readonly id: string;
  readonly [field: string]: unknown;
}

class ReferenceDatabase extends Dexie {
  declare readonly dossiers: Table<PlainDossier, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ dossiers: 'id, name, dueAt' });
  }
}

export async function referencePush(dossiers: readonly PlainDossier[]): Promise<{ putMs: number; sendMs: number; bytesUp: number }> {
  const db = new ReferenceDatabase(`reference-push-${dossiers.length}`);
  await db.open();
  const start = performance.now();
  await db.dossiers.bulkPut([...dossiers]);
  const putAt = performance.now();
  const lines = dossiers.map((dossier) => JSON.stringify(dossier)).join('\n') + '\n';
  const body = await new Response(new Blob([lines]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
  const answer = await fetch('/ref/push', { method: 'POST', body });
  if (!answer.ok) throw new Error(`reference push: ${answer.status}`);
  await answer.json();
  const sentAt = performance.now();
  await db.delete();
  return { putMs: putAt - start, sendMs: sentAt - putAt, bytesUp: body.byteLength };
}

export async function referencePull(): Promise<{ ms: number; count: number }> {
  const db = new ReferenceDatabase('reference-pull');
  await db.open();
  const start = performance.now();
  const text = await (await fetch('/ref/pull')).text();
  const dossiers = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as PlainDossier]));
  await db.dossiers.bulkPut(dossiers);
  const ms = performance.now() - start;
  await db.delete();
  return { ms, count: dossiers.length };
}
