/**
 * Hears scanners on the whole document: keys, letters that come without keys (Alt and number pad, an input method, a scanner that commits text) and a
 * pasted card. Characters that ran into a text input before the burst was recognised are taken out again, so a scan never spoils a half-typed field.
 */
import { type Burst, type ScanWay, addKey, burstGapMsMax, isAtScannerSpeed, isGoingOn, touchBurst } from './scan-burst.ts';
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
  #field: FieldBefore | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** The character whose own `keypress` is still to come. */
  #expected: string | undefined;
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
    if ((event.ctrlKey || event.metaKey) && !altGraph) return;
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
    if ([...key].length !== 1 && !isGoingOn(this.#burst, event.timeStamp)) return;
    this.#remember(event);
    this.#burst = addKey(this.#burst, key, event.timeStamp);
    if ([...key].length === 1) this.#expected = key;
    // A button, check box or list in focus would be pressed by the spaces and letters of a scanned name.
    if (!isTextElement(event.target) && isScanBeginning(this.#burst)) event.preventDefault();
    this.#wait();
  }

  /** Letters by Alt and number pad, where no input takes them. */
  onKeyPress(event: KeyboardEvent): void {
    if (isTextElement(event.target) || [...event.key].length !== 1 || event.key === this.#expected) return;
    this.#remember(event);
    this.#burst = addKey(this.#burst, event.key, event.timeStamp);
    this.#wait();
  }

  onBeforeInput(event: Event): void {
    if (isTextElement(event.target)) this.#touch(event);
  }

  onInput(event: Event): void {
    const { target } = event;
    if (this.#restoring || !isTextElement(target)) return;
    if (!isGoingOn(this.#burst, event.timeStamp)) this.#field = fieldBefore(target, this.#seen.get(target) ?? '');
    this.#seen.set(target, target.value);
    this.#burst = touchBurst(this.#burst, event.timeStamp);
    this.#wait();
  }

  onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text') ?? '';
    const scan = readScan(text, { fast: false, ended: false, inText: true });
    if (scan?.kind === 'card' && this.#onScan(scan)) event.preventDefault();
  }

  #touch(event: Event, way?: ScanWay): void {
    this.#remember(event);
    this.#burst = touchBurst(this.#burst, event.timeStamp, way);
    this.#wait();
  }

  /** At the beginning of a burst: what the input held before it. */
  #remember({ target, timeStamp }: Event): void {
    if (isGoingOn(this.#burst, timeStamp)) return;
    this.#burst = undefined;
    this.#field = isTextElement(target) ? fieldBefore(target, target.value) : undefined;
  }

  #wait(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#finish(false), burstGapMsMax + 50);
  }

  #finish(ended: boolean): boolean {
    clearTimeout(this.#pause);
    const burst = this.#burst;
    const field = this.#field;
    this.#burst = undefined;
    this.#field = undefined;
    if (burst === undefined) return false;
    // The input has the letters that came without keys; the keys have what went into another input before the focus moved.
    const written = field ? writtenInto(field) : '';
    const text = written.length >= burst.text.length ? written : burst.text;
    const facts = { way: burst.way, fast: isAtScannerSpeed(burst, text.length), ended, inText: field !== undefined };
    const scan = readScan(text, facts);
    if (scan === undefined) return false;
    // Taken out before the form is filled, so that it does not undo what the scan fills in.
    const after = field?.element.value ?? '';
    this.#write(field?.element, field?.value ?? '');
    if (this.#onScan(scan)) return true;
    this.#write(field?.element, after);
    return false;
  }

  #write(element: TextElement | undefined, value: string): void {
    this.#restoring = true;
    if (element) setInputValue(element, value);
    this.#restoring = false;
  }
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
