/**
 * `export <file>`: everything the district wrote as one file of JSON lines, gzip'd, for another system or an archive. Secrets of people, devices and the server
 * are left out. The last line has the counts and the SHA-256 of all lines before it; a file without it is not finished.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { canonicalJson } from '@onestop/shared/kernel/canonical-json.ts';
import { systemClock } from '../../src/compose.ts';
import type { Store } from '../../src/db/store.ts';
import { reasonOf } from '../../src/problems.ts';
import { createReferenceCache } from '../../src/log/reference-cache.ts';
import { exportTexts as texts } from '../../src/texts/commands/export.ts';
import { readVersion } from '../../src/version.ts';
import { type Command, CommandProblem } from '../command.ts';

const pageRows = 1_000;
const setAsideMax = 1_000_000;

interface Line {
  readonly type: 'header' | 'office' | 'officer' | 'procedure' | 'calendar' | 'settings' | 'device' | 'event' | 'refused' | 'audit';
  readonly value: unknown;
}

export const exportDistrict: Command = {
  name: 'export',
  help: texts.help,
  places: [texts.file],
  needed: 1,
  options: {},
  run: async ({ given, path, district }) => {
    const file = path(given[0] ?? '');
    if (existsSync(file)) throw new CommandProblem(texts.exists(file));
    const store = await district();
    const counts: Record<string, number> = {};
    const part = `${file}.part`;
    try {
      // Personal data: for whoever runs the command and nobody else. What another export left half done is not written over either.
      const handle = await open(part, 'wx', 0o600);
      await pipeline(Readable.from(written(linesOf(store), counts)), createGzip(), handle.createWriteStream({ flush: true }));
    } catch (problem) {
      if ((problem as { readonly code?: unknown }).code === 'EEXIST') throw new CommandProblem(texts.exists(part));
      await rm(part, { force: true });
      throw new CommandProblem(texts.cannotWrite(file, reasonOf(problem)), { cause: problem });
    }
    await rename(part, file);
    return texts.done(file, counts['event'] ?? 0, counts['device'] ?? 0, counts['audit'] ?? 0);
  },
};

async function* written(lines: AsyncIterable<Line>, counts: Record<string, number>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const { type, value } of lines) {
    counts[type] = (counts[type] ?? 0) + 1;
    const line = `${canonicalJson({ type, value })}\n`;
    hash.update(line);
    yield line;
  }
  yield `${canonicalJson({ type: 'end', counts, sha256: hash.digest('hex') })}\n`;
}

async function* linesOf(store: Store): AsyncGenerator<Line> {
  yield { type: 'header', value: { format: 'mot-cua-export', version: 1, build: readVersion(), at: systemClock.now() } };
  const { data: reference } = await createReferenceCache(store).read();
  for (const value of reference?.offices ?? []) yield { type: 'office', value };
  for (const { verifier: _secret, ...value } of reference?.staff ?? []) yield { type: 'officer', value };
  for (const value of reference?.procedures ?? []) yield { type: 'procedure', value };
  yield { type: 'calendar', value: reference?.calendar };
  yield { type: 'settings', value: reference?.settings };
  for (const device of await store.listDevices()) {
    const { tokenHash: _token, headLink, forkOf, ...value } = device;
    yield { type: 'device', value: { ...value, headLink: Buffer.from(headLink).toString('hex'), forkOf: forkOf?.device } };
    // What came after the head was read belongs to the next export.
    for (let seq = 1; seq <= device.headSeq; seq += pageRows)
      for (const event of await store.readDeviceLog(device.id, seq, Math.min(pageRows, device.headSeq - seq + 1)))
        yield { type: 'event', value: event };
  }
  for (const value of await store.listSetAside(setAsideMax)) yield { type: 'refused', value };
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const page = await store.listAudit({ before, limit: pageRows });
    for (const value of page) yield { type: 'audit', value };
    const last = page.at(-1);
    if (last === undefined) return;
    before = last.id;
  }
}
