/**
 * Hears scanners on the whole document: keys, letters that come without keys (Alt and number pad, an input method, a scanner that commits text) and a
 * pasted card. Characters that ran into a text input before the burst was recognised are taken out again, so a scan never spoils a half-typed field.
 */
import { type Burst, type Moment, type ScanWay, addKey, burstGapMsMax, isAtScannerSpeed, isGoingOn, touchBurst } from './scan-burst.ts';
import { type Scan, readScan } from './read-scan.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** A text input as it was when the burst began. */
interface FieldBefore {
  readonly element: TextElement;
  readonly value: string;
  readonly head: string;
  readonly tail: string;
}

/** Whether the scan was for somebody; only then it is taken out of the input and its Enter does nothing else. */
type OnScan = (scan: Scan) => boolean;

export function listenForScans(onScan: OnScan): () => void {
  const listener = new ScanListener(onScan);
  const heard = [
    ['keydown', (event: Event) => listener.onKeyDown(event as KeyboardEvent)],
    ['keypress', (event: Event) => listener.onKeyPress(event as KeyboardEvent)],
    ['beforeinput', (event: Event) => listener.onBeforeInput(event)],
    ['input', (event: Event) => listener.onInput(event)],
    ['paste', (event: Event) => listener.onPaste(event as ClipboardEvent)],
  ] as const;
  for (const [name, handle] of heard) document.addEventListener(name, handle, true);
  return () => {
    listener.stop();
    for (const [name, handle] of heard) document.removeEventListener(name, handle, true);
  };
}

class ScanListener {
  readonly #onScan: OnScan;
  #burst: Burst | undefined;
  /** The inputs the burst ran into; more than one where the focus moved meanwhile. */
  #fields: FieldBefore[] = [];
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** The character whose own `keypress` is still to come. */
  #expected: string | undefined;
  /** The time of the key whose character is on its way into an input. */
  #keyAt: number | undefined;
  #restoring = false;
  /** Values as last seen, for what changes an input without announcing it. */
  readonly #seen = new WeakMap<TextElement, string>();

  constructor(onScan: OnScan) {
    this.#onScan = onScan;
  }

  stop(): void {
    clearTimeout(this.#pause);
  }

  onKeyDown(event: KeyboardEvent): void {
    const { key } = event;
    // Both keys at once are one, AltGr, which types characters.
    const altGraph = event.ctrlKey && event.altKey && event.getModifierState('AltGraph');
    this.#expected = undefined;
    this.#keyAt = event.timeStamp;
    if ((event.ctrlKey || event.metaKey) && !altGraph) return this.#onControl(event);
    if (event.altKey && !altGraph) {
      if (key === 'Alt' || event.code.startsWith('Numpad')) this.#touch(event, key === 'Alt' ? undefined : 'ALT');
      return;
    }
    // On Android every soft key says 229 and `Unidentified`, and its text comes whole; `Process` is an input method at work.
    if (key === 'Process' || key === 'Dead' || event.isComposing || (event.keyCode === 229 && key !== 'Unidentified'))
      return this.#touch(event, 'IME');
    if (key === 'Enter' || key === 'Tab') {
      if (this.#finish(true)) {
        event.preventDefault();
        event.stopPropagation();
      }
      return;
    }
    if ([...key].length !== 1 && !/^(?:Backspace|Shift|CapsLock|NumLock|AltGraph|Unidentified)$/.test(key)) return this.#forget();
    if ([...key].length !== 1 && !isGoingOn(this.#burst, momentOf(event))) return;
    this.#remember(event, momentOf(event));
    this.#burst = addKey(this.#burst, key, momentOf(event));
    if ([...key].length === 1) this.#expected = key;
    // A button, check box or list in focus would be pressed by the spaces and letters of a scanned name.
    if (!isTextElement(event.target) && isScanBeginning(this.#burst)) event.preventDefault();
    this.#wait();
  }

  /** Letters by Alt and number pad, where no input takes them. */
  onKeyPress(event: KeyboardEvent): void {
    this.#keyAt = event.timeStamp;
    if (isTextElement(event.target) || [...event.key].length !== 1 || event.key === this.#expected) return;
    this.#remember(event, momentOf(event));
    this.#burst = addKey(this.#burst, event.key, momentOf(event));
    this.#wait();
  }

  onBeforeInput(event: Event): void {
    if (!this.#restoring && isTextElement(event.target)) this.#touch(event, undefined, this.#momentOfInput(event));
  }

  onInput(event: Event): void {
    const { target } = event;
    if (this.#restoring || !isTextElement(target)) return;
    const moment = this.#momentOfInput(event);
    this.#keyAt = undefined;
    if (!isGoingOn(this.#burst, moment)) this.#fields = [];
    if (!this.#fields.some(({ element }) => element === target)) this.#fields.push(fieldBefore(target, this.#seen.get(target) ?? ''));
    this.#seen.set(target, target.value);
    this.#burst = touchBurst(this.#burst, moment);
    this.#wait();
  }

  onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text') ?? '';
    const scan = readScan(text, { fast: false, ended: false, inText: true });
    if (scan?.kind === 'card' && this.#onScan(scan)) event.preventDefault();
  }

  #touch(event: Event, way?: ScanWay, moment = momentOf(event)): void {
    this.#remember(event, moment);
    this.#burst = touchBurst(this.#burst, moment, way);
    this.#wait();
  }

  /** At the beginning of a burst: what the input held before it. */
  #remember({ target }: Event, moment: Moment): void {
    if (!isGoingOn(this.#burst, moment)) this.#forget();
    if (!isTextElement(target) || this.#fields.some(({ element }) => element === target)) return;
    this.#fields.push(fieldBefore(target, target.value));
  }

  /** A key that prints nothing is a person's: what was typed before it is no part of a scan. */
  #forget(): void {
    clearTimeout(this.#pause);
    this.#burst = undefined;
    this.#fields = [];
  }

  /** Framing characters come as Ctrl+B, Ctrl+C, Ctrl+D from a scanner and its end as Ctrl+J or Ctrl+M; the browser would act on them. */
  #onControl(event: KeyboardEvent): void {
    if (/^(?:Control|Meta)$/.test(event.key)) return;
    const going = isGoingOn(this.#burst, momentOf(event)) && isScanBeginning(this.#burst);
    if (!going) return this.#forget();
    event.preventDefault();
    event.stopPropagation();
    if (/^[jm]$/i.test(event.key)) this.#finish(true);
  }

  #momentOfInput(event: Event): Moment {
    return { at: this.#keyAt ?? event.timeStamp, seenAt: performance.now() };
  }

  #wait(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      // Keys that came while the page was busy go first.
      this.#pause = setTimeout(() => this.#finish(false), 50);
    }, burstGapMsMax);
  }

  #finish(ended: boolean): boolean {
    const burst = this.#burst;
    const fields = this.#fields;
    this.#forget();
    if (burst === undefined) return false;
    // The input has the letters that came without keys; the keys have all where the focus moved.
    const [only, ...others] = fields;
    const written = only && others.length === 0 ? writtenInto(only) : '';
    const text = written.length >= burst.text.length ? written : burst.text;
    const facts = { way: burst.way, fast: isAtScannerSpeed(burst, text.length), ended, inText: fields.length > 0 };
    const scan = readScan(text, facts);
    if (scan === undefined) return false;
    // Taken out before the form is filled, so that it does not undo what the scan fills in.
    const after = fields.map(({ element }) => ({ element, value: element.value }));
    this.#write(fields);
    if (this.#onScan(scan)) return true;
    this.#write(after);
    return false;
  }

  #write(values: readonly { readonly element: TextElement; readonly value: string }[]): void {
    this.#restoring = true;
    for (const { element, value } of values) setInputValue(element, value);
    this.#restoring = false;
  }
}

function momentOf(event: Event): Moment {
  return { at: event.timeStamp, seenAt: performance.now() };
}

function isScanBeginning(burst: Burst): boolean {
  return /^\d{4}/.test(burst.text) || (burst.text.length > 3 && isAtScannerSpeed(burst, burst.text.length));
}

function isTextElement(target: EventTarget | null): target is TextElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

function fieldBefore(element: TextElement, value: string): FieldBefore {
  if (value !== element.value) return { element, value, head: '', tail: '' };
  const from = element.selectionStart ?? value.length;
  return { element, value, head: value.slice(0, from), tail: value.slice(element.selectionEnd ?? value.length) };
}

/** What was inserted since; all of it where something else was changed too. */
function writtenInto({ element: { value }, head, tail }: FieldBefore): string {
  if (value.length < head.length + tail.length || !value.startsWith(head) || !value.endsWith(tail)) return value;
  return value.slice(head.length, value.length - tail.length);
}

/** Through the native setter, so that React's controlled inputs see the change. */
function setInputValue(element: TextElement, value: string): void {
  if (element.value === value) return;
  const prototype = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
