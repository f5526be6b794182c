/**
 * Writes `shared/src/protocol/dictionary.ts`, the preset dictionary of small bodies: `node tests/tools/wire-dictionary.ts`. Made of the shapes of all events, the words of
 * the whole country (`wire-words.ts`) and of the catalogue, and of acceptances of a desk that is nowhere. Once the formats are frozen (its hash is
 * in `tests/golden/wire/wire-frozen.test.ts`) only a *new* dictionary may be written, as a new pack format beside the old one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { dossierEventTypes } from '@onestop/shared/dossier/events/index.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { bytesToBase64url, concatBytes } from '@onestop/shared/kernel/bytes.ts';
import { utf8Encode } from '@onestop/shared/kernel/utf8.ts';
import { ByteWriter } from '@onestop/shared/protocol/columns/byte-writer.ts';
import { writeEvents } from '@onestop/shared/protocol/columns/events.ts';
import { provinceByIdPrefix } from '@onestop/shared/text/provinces.ts';
import { defaultSettings } from '@onestop/sync-server/reference/default-settings.ts';
import { eventOf } from '../support/builders.ts';
import { type Elsewhere, moveElsewhere } from '../support/elsewhere.ts';
import names from '../support/names.json' with { type: 'json' };
import { sampleAcceptances } from '../support/sample-dossiers.ts';
import { addressForms, familyNames, givenNames, officeWords, placeWords } from './wire-words.ts';

const file = new URL('../../shared/src/protocol/dictionary.ts', import.meta.url);
const procedures = JSON.parse(
  readFileSync(new URL('../../sync-server/src/reference/procedures.json', import.meta.url), 'utf8'),
) as Procedure[];
const wordsBytesMax = 3_500;
const papersBytesMax = 2_000;

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

/** A desk that is nowhere. */
const nowhere: Elsewhere = {
  office: '00001',
  agencyId: '000.01.01.H01',
  login: 'an',
  families: ['Nguyễn', 'Trần', 'Lê', 'Hoàng'],
  givens: ['Văn An', 'Thị Hoa', 'Minh', 'Thị Thanh'],
  hamlets: ['Thôn 1', 'Ấp 2', 'Bản Mới', 'Buôn Ea'],
  commune: 'xã Tân Lập',
  above: 'huyện Tân Hòa, tỉnh ',
};

function streamsOf(events: readonly EventEnvelope[]): { readonly shape: Uint8Array; readonly body: Uint8Array } {
  const shape = new ByteWriter();
  const body = new ByteWriter();
  writeEvents({ shape, body }, events);
  return { shape: shape.toBytes(), body: body.toBytes() };
}

/** The usual last, as many as fit. */
function lastThatFit(usualLast: readonly string[], bytesMax: number): Uint8Array {
  const kept: string[] = [];
  let bytes = 0;
  for (const text of new Set(usualLast.toReversed())) {
    bytes += utf8Encode(text).length + 1;
    if (bytes > bytesMax) break;
    kept.unshift(text);
  }
  return utf8Encode(kept.join('\n'));
}

const weights = new Map(names.procedureWeights.map(([code, weight]) => [String(code), Number(weight)] as const));
const weightOf = ({ code, key }: Procedure): number => weights.get(code ?? '') ?? weights.get(key) ?? 0;
const usualLast = procedures.filter((one) => one.level === 'commune').sort((a, b) => weightOf(a) - weightOf(b));
const rare = dossierEventTypes.filter((type) => type !== 'DossierAccepted' && !usualTypes.includes(type as never));
const samples = moveElsewhere(sampleAcceptances(400, procedures, 7), nowhere);
const papersOf = (event: EventEnvelope): number => (event.data['intake'] as { readonly papers: readonly unknown[] }).papers.length;
const withProxy = samples.filter((event) => 'submitter' in (event.data['intake'] as object)).slice(0, 1);
const byPapers = [8, 5, 3, 2, 1].flatMap((papers) => samples.find((event) => papersOf(event) === papers) ?? []);
const settings = defaultSettings('huyện Tân Hòa');

const parts = [
  utf8Encode([...new Set(Object.values(provinceByIdPrefix))].map((name) => `tỉnh ${name}`).join(', ')),
  utf8Encode([placeWords, familyNames, givenNames, ...addressForms, officeWords].join(' ')),
  utf8Encode([...new Set(procedures.map((one) => one.field))].join('. ')),
  utf8Encode(rare.join(' ')),
  ...rare.map((type) => streamsOf([eventOf(type, { seq: 2 })]).shape),
  ...usualTypes.map((type) => streamsOf([eventOf(type, { seq: 2 })]).shape),
  lastThatFit(
    usualLast.flatMap((one) => one.documents.map((paper) => paper.name)),
    papersBytesMax,
  ),
  lastThatFit(
    usualLast.map((one) => one.name),
    wordsBytesMax,
  ),
  utf8Encode([...settings.receiptNotes, settings.receiptSuffix].join(' ')),
  ...[...withProxy, ...byPapers].flatMap((event) => Object.values(streamsOf([event]))),
];

const text = bytesToBase64url(concatBytes(parts));
const lines = text.match(/.{1,140}/g) ?? [];
writeFileSync(
  file,
  `/**
 * Preset dictionary 1 for small bodies, the most typical content last. Written by \`tests/tools/wire-dictionary.ts\` from words of the whole country. Frozen
 * with the formats: a changed byte then needs a new pack format.
 */
import { must } from '../kernel/assert.ts';
import { base64urlToBytes } from '../kernel/bytes.ts';

const dictionaryText = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');

export const presetDictionary1: Uint8Array = must(base64urlToBytes(dictionaryText), 'preset dictionary');
`,
);
process.stdout.write(`${concatBytes(parts).length} bytes\n`);
