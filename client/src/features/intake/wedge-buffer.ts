/**
 * Collects what a keyboard-wedge scanner types and tells it from a person. Pure: time comes with each key. A scanner types without a pause and ends with
 * Enter or Tab, or just stops. Speed alone proves nothing (an old PC stalls in the middle of a scan, some people type fast), so a short gap only
 * keeps the burst together and its shape decides.
 */
export const wedgeGapMsMax = 300;
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

/** Nobody types four digits with no input in focus; the spaces of a scanned name must not press what is. */
export function isCardBeginning(text: string): boolean {
  return /^\d{4}/.test(text);
}

/** Whether the collected burst is a card's content (fields between bars), also a damaged one; a person's fast typing is not. */
export function isCardBurst(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length < wedgeCharactersMin) return false;
  // Bars are lost under some keyboard layouts: twelve digits, letters and a date are then still a card, and the parser says what to switch off.
  return /^\d{9,12}\|/.test(trimmed) || /^\d{12}.*\p{L}{2}.*\d{8}/u.test(trimmed);
}
