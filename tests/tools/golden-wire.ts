/** Writes golden files of the wire that are not there yet, never over old ones: `node tests/tools/golden-wire.ts`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { bytesToBase64url } from '@onestop/shared/kernel/bytes.ts';
import { pack } from '@onestop/shared/protocol/pack.ts';
import { PROTOCOL_VERSION } from '@onestop/shared/protocol/version.ts';
import { encodeSyncAnswer, encodeSyncRequest } from '@onestop/shared/protocol/wire.ts';
import { goldenMessages, messageToJson } from '../support/wire-samples.ts';

const folder = new URL('../golden/wire/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, message] of Object.entries(goldenMessages())) {
  const file = new URL(`${name}@${PROTOCOL_VERSION}.json`, folder);
  if (existsSync(file)) continue;
  const bytes = 'ackedSeq' in message ? encodeSyncRequest(message) : encodeSyncAnswer(message);
  const golden = {
    kind: 'ackedSeq' in message ? 'request' : 'answer',
    protocol: PROTOCOL_VERSION,
    packed: bytesToBase64url(pack(bytes)),
    message: messageToJson(message),
  };
  writeFileSync(file, `${JSON.stringify(golden, null, 1)}\n`);
}
