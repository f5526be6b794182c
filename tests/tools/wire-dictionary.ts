/**
 * Makes the text of a preset dictionary for small bodies from typical content: `node tests/tools/wire-dictionary.ts`. Dictionary 1 is frozen (its hash is in
 * `tests/golden/wire/wire-frozen.test.ts`): run this only for a *new* dictionary, which needs a new pack format beside the old one.
 */
import { readFileSync } from 'node:fs';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { dossierEventTypes } from '@onestop/shared/dossier/events/index.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { bytesToBase64url, concatBytes } from '@onestop/shared/kernel/bytes.ts';
import { utf8Encode } from '@onestop/shared/kernel/utf8.ts';
import { ByteWriter } from '@onestop/shared/protocol/columns/byte-writer.ts';
import { writeEvents } from '@onestop/shared/protocol/columns/events.ts';
import { eventOf } from '../support/builders.ts';
import names from '../support/names.json' with { type: 'json' };
import { sampleAcceptances } from '../support/sample-dossiers.ts';

const usualTypes = [
  'ResultSentDown',
  'SupplementRequested',
  'SupplementCompleted',
  'DossierForwardedUp',
  'DossierDrafted',
  'ResultReturned',
  'DossierFinished',
  'DossierForwarded',
] as const;
const rareWords =
  'Giấy ủy quyền. Bản sao. Bản chính. Thiếu giấy tờ. Làm hồ sơ xin việc. Chứng thực. Văn phòng HĐND-UBND. Địa chính – xây dựng. Tư pháp – hộ tịch. Lao động – Thương binh và Xã hội. Chủ tịch. Phó Chủ tịch. Quầy ';

const procedures = JSON.parse(readFileSync(new URL('../../sync-server/src/demo/procedures.json', import.meta.url), 'utf8')) as Procedure[];

function streamsOf(events: readonly EventEnvelope[]): { readonly shape: Uint8Array; readonly body: Uint8Array } {
  const shape = new ByteWriter();
  const body = new ByteWriter();
  writeEvents({ shape, body }, events);
  return { shape: shape.toBytes(), body: body.toBytes() };
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  // Tables of word and weight: the words are the keys.
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'number' ? [key] : wordsOf(inner)));
  return [];
}

const rare = dossierEventTypes.filter((type) => type !== 'DossierAccepted' && !usualTypes.includes(type as never));
const samples = sampleAcceptances(400, procedures, 7);
const withProxy = samples.find((event) => 'submitter' in (event.data['intake'] as object)) as EventEnvelope;
const byPapers = [1, 2, 4]
  .map((papers) => samples.find((event) => (event.data['intake'] as { papers: unknown[] }).papers.length === papers))
  .filter((event) => event !== undefined);

const parts = [
  utf8Encode([...new Set(wordsOf(names))].join(' ')),
  utf8Encode(rareWords),
  utf8Encode(rare.join(' ')),
  ...rare.map((type) => streamsOf([eventOf(type, { seq: 2 })]).shape),
  streamsOf([withProxy]).shape,
  streamsOf(samples.slice(0, 3)).shape,
  ...usualTypes.flatMap((type) => Object.values(streamsOf([eventOf(type, { seq: 2 })]))),
  ...byPapers.flatMap((event) => Object.values(streamsOf([event]))),
  streamsOf([samples[5] as EventEnvelope]).body,
  streamsOf([samples[6] as EventEnvelope]).shape,
  streamsOf([samples[6] as EventEnvelope]).body,
];

process.stdout.write(`${bytesToBase64url(concatBytes(parts))}\n`);
