import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { base64urlToBytes } from '@onestop/shared/kernel/bytes.ts';
import { presetDictionary1 } from '@onestop/shared/protocol/dictionary.ts';
import { pack, unpack } from '@onestop/shared/protocol/pack.ts';
import { syncAnswerHeaderSchema, syncRequestHeaderSchema } from '@onestop/shared/protocol/schemas.ts';
import { PROTOCOL_VERSION, PROTOCOL_VERSION_MIN } from '@onestop/shared/protocol/version.ts';
import { decodeSyncAnswer, decodeSyncRequest, encodeSyncAnswer, encodeSyncRequest } from '@onestop/shared/protocol/wire.ts';
import { goldenMessages, messageToJson } from '../../support/wire-samples.ts';

interface Golden {
  readonly kind: 'request' | 'answer';
  readonly protocol: number;
  readonly packed: string;
  readonly message: unknown;
}

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('the wire is frozen', () => {
  test('[S12] every kind of message of every supported version has a golden file', () => {
    for (let version = PROTOCOL_VERSION_MIN; version <= PROTOCOL_VERSION; version++) {
      for (const name of Object.keys(goldenMessages())) expect(files).toContain(`${name}@${version}.json`);
    }
  });

  test.each(files)('[S12] %s decodes to what it meant', (name) => {
    const golden = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Golden;
    const bytes = unpack(base64urlToBytes(golden.packed) ?? new Uint8Array(0));
    if (!bytes.ok) throw new Error(bytes.error.code);
    const message = golden.kind === 'request' ? decodeSyncRequest(bytes.value) : decodeSyncAnswer(bytes.value);
    if (!message.ok) throw new Error(message.error.code);
    expect(messageToJson(message.value)).toEqual(golden.message);
    // And what this build writes of it is understood again, in the version it came in.
    const again =
      'ackedSeq' in message.value ? decodeSyncRequest(encodeSyncRequest(message.value)) : decodeSyncAnswer(encodeSyncAnswer(message.value));
    expect(again).toEqual(message);
    expect(message.value.protocol).toBe(golden.protocol);
    expect(unpack(pack(bytes.value))).toMatchObject({ ok: true });
  });

  test('[S12] header schemas and preset dictionary of protocol 1 have not moved: if they must, raise PROTOCOL_VERSION, write its history line and add golden files', () => {
    const schemas = [syncRequestHeaderSchema, syncAnswerHeaderSchema].map((schema) =>
      JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' })),
    );
    expect({ version: PROTOCOL_VERSION, schemas: schemas.map((schema) => sha256(schema)), dictionary1: sha256(presetDictionary1) }).toEqual(
      {
        version: 1,
        schemas: [
          'a0a6baf754442f3584c88aa1b2cb182eea031f223efa69f53b864fab37cad9fe',
          'eedf74a1b6e7d1dfd83e3ac10decd75333aba442d99456e3a84ea28bfcffce4d',
        ],
        dictionary1: '29a436f339827a4107526c0fec0595b5bd7fdc6c84e99d5cb7e22e7a707bd464',
      },
    );
  });
});
