/**
 * The hash chain of a device's log: `link(n) = SHA-256(link(n-1) ‖ utf8(canonicalJson(event n)))`, starting at `genesisLink(device)`.
 * Both sides compute links themselves, so nothing in a log can be lost, doubled, reordered or altered unseen.
 * Invariant: the same event gives the same link however it travelled (member order and absent members do not matter).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesEqual } from '../kernel/bytes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { DeviceId } from '../kernel/ids.ts';
import { utf8EncodeInto } from '../kernel/utf8.ts';
import type { EventEnvelope } from '../dossier/envelope.ts';
import type { Link } from '../protocol/messages.ts';

export const linkBytes = 32;

/** A hash of one byte string; a server may give its own faster one behind this signature. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The link before event 1 of a device. */
export function genesisLink(device: DeviceId, hash: Sha256 = sha256): Link {
  const text = `motcua:${device}`;
  const buffer = new Uint8Array(text.length * 3);
  return hash(buffer.subarray(0, utf8EncodeInto(text, buffer, 0)));
}

export function nextLink(link: Link, event: EventEnvelope, hash: Sha256 = sha256): Link {
  return linkOverText(link, canonicalJson(event), hash);
}

/** For a caller that has the event's canonical JSON already. */
export function linkOverText(link: Link, canonicalText: string, hash: Sha256 = sha256): Link {
  const buffer = new Uint8Array(linkBytes + canonicalText.length * 3);
  return linkInto(link, canonicalText, buffer, hash);
}

export function linkAfterAll(link: Link, events: Iterable<EventEnvelope>, hash: Sha256 = sha256): Link {
  let buffer = new Uint8Array(4096);
  let current = link;
  for (const event of events) {
    const text = canonicalJson(event);
    const room = linkBytes + text.length * 3;
    if (buffer.length < room) buffer = new Uint8Array(room * 2);
    current = linkInto(current, text, buffer, hash);
  }
  return current;
}

export function linksEqual(a: Link, b: Link): boolean {
  return a.length === linkBytes && bytesEqual(a, b);
}

function linkInto(link: Link, text: string, buffer: Uint8Array, hash: Sha256): Link {
  if (link.length !== linkBytes) throw new Error(`a link has ${linkBytes} bytes, not ${link.length}`);
  buffer.set(link, 0);
  return hash(buffer.subarray(0, utf8EncodeInto(text, buffer, linkBytes)));
}
