/**
 * Collects what a keyboard-wedge scanner types. Pure: time comes with each key. A scanner types without a pause and ends with Enter or Tab, or just stops;
 * a short gap only keeps the burst together (an old PC stalls in the middle of a scan), its shape and its speed are judged when it has ended.
 */
export const burstGapMsMax = 300;

/** What stands between the scanner's letters and the text: letters by Alt and the number pad, or an input method that composes them. */
export type ScanWay = 'ALT' | 'IME';

/**
 * When a key was pressed and when the page came to it. A busy page comes to keys late and then to many at once; what an input tells of a key bears only
 * the later time. Close by either clock is close.
 */
export interface Moment {
  readonly at: number;
  readonly seenAt: number;
}

export interface Burst {
  /** What came as keys. */
  readonly text: string;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly seenAt: number;
  readonly way?: ScanWay | undefined;
}

export function isGoingOn(burst: Burst | undefined, { at, seenAt }: Moment): burst is Burst {
  return burst !== undefined && Math.min(at - burst.lastAt, seenAt - burst.seenAt) <= burstGapMsMax;
}

/** The burst after something happened: it goes on, or a new one begins. */
export function touchBurst(burst: Burst | undefined, moment: Moment, way?: ScanWay): Burst {
  const { at, seenAt } = moment;
  if (!isGoingOn(burst, moment)) return { text: '', startedAt: at, lastAt: at, seenAt, way };
  return { ...burst, lastAt: Math.max(burst.lastAt, at), seenAt, way: way ?? burst.way };
}

/** After one key. An input method (Telex, VNI) rewrites with Backspace, so that is followed too. */
export function addKey(burst: Burst | undefined, key: string, moment: Moment): Burst {
  const touched = touchBurst(burst, moment);
  if (key === 'Backspace') return { ...touched, text: [...touched.text].slice(0, -1).join('') };
  return [...key].length === 1 ? { ...touched, text: touched.text + key } : touched;
}

/** People type 100 ms a character and more over any length; scanners under 50, also on a slow machine. */
const scannerMsPerCharacter = 60;

export function isAtScannerSpeed(burst: Burst, length: number): boolean {
  return burst.lastAt - burst.startedAt <= scannerMsPerCharacter * Math.max(1, length - 1);
}
