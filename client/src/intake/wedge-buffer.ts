/**
 * Tells a keyboard-wedge scanner from a person by speed, and collects what it types. Pure: time comes with each key. A scanner types a character every
 * few milliseconds and ends with Enter or Tab, or just stops; a fast typist needs more than 60 ms a key.
 */
export const wedgeGapMsMax = 45;
/** A burst shorter than this is never taken for a card: an ID number alone has 12 characters. */
const wedgeCharactersMin = 20;

export interface WedgeBuffer {
  readonly text: string;
  readonly lastAt: number;
}

export const emptyWedge: WedgeBuffer = { text: '', lastAt: 0 };

/** The next state after one key. An input method (Telex, VNI) rewrites with Backspace, so that is followed too. */
export function wedgeKey(buffer: WedgeBuffer, key: string, at: number): WedgeBuffer {
  const continued = buffer.text !== '' && at - buffer.lastAt <= wedgeGapMsMax;
  if (key === 'Backspace') return continued ? { text: [...buffer.text].slice(0, -1).join(''), lastAt: at } : emptyWedge;
  if ([...key].length !== 1) return continued ? { ...buffer, lastAt: at } : buffer;
  return { text: (continued ? buffer.text : '') + key, lastAt: at };
}

/** Whether the collected burst is a card's content (fields between bars), also a damaged one; a person's fast typing is not. */
export function isCardBurst(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length < wedgeCharactersMin) return false;
  // Bars are lost under some keyboard layouts: twelve digits, letters and a date are then still a card, and the parser says what to switch off.
  return /^\d{9,12}\|/.test(trimmed) || /^\d{12}.*\p{L}{2}.*\d{8}/u.test(trimmed);
}
