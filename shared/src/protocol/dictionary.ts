/** Preset dictionary 1 for small bodies: typical encoded content, the most typical last. Frozen: a changed byte needs a new pack format. */
import { must } from '../kernel/assert.ts';
import { base64urlToBytes } from '../kernel/bytes.ts';

const dictionaryText = '';

export const presetDictionary1: Uint8Array = must(base64urlToBytes(dictionaryText), 'preset dictionary');
