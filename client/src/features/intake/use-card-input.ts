/**
 * Takes a card's content wherever the officer stands on the page: a keyboard-wedge scanner's burst or a paste. Characters that ran into a text input
 * before the burst was recognised are taken out again, so a scan never spoils a half-typed field.
 */
import { useEffect, useEffectEvent } from 'react';
import { type WedgeBuffer, emptyWedge, isCardBeginning, isCardBurst, wedgeGapMsMax, wedgeKey } from './wedge-buffer.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

export function useCardInput(active: boolean, onText: (text: string) => void): void {
  const taken = useEffectEvent(onText);
  useEffect(() => (active ? listen((text) => taken(text)) : undefined), [active]);
}

function listen(onText: (text: string) => void): () => void {
  let buffer: WedgeBuffer = emptyWedge;
  let before: { readonly element: TextElement; readonly value: string } | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const finish = (): boolean => {
    clearTimeout(pause);
    const text = buffer.text;
    buffer = emptyWedge;
    if (!isCardBurst(text)) return false;
    if (before) setInputValue(before.element, before.value);
    before = undefined;
    onText(text);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === 'Tab') {
      if (finish()) {
        event.preventDefault();
        event.stopPropagation();
      }
      return;
    }
    const next = wedgeKey(buffer, event.key, event.timeStamp);
    if (next.text.length === 1) before = isTextElement(event.target) ? { element: event.target, value: event.target.value } : undefined;
    buffer = next;
    // A button or check box in focus would be pressed by the spaces of a scanned name.
    if (isCardBeginning(next.text) && !isTextElement(event.target)) event.preventDefault();
    clearTimeout(pause);
    pause = setTimeout(finish, wedgeGapMsMax + 50);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!isCardBurst(text)) return;
    event.preventDefault();
    onText(text);
  };
  document.addEventListener('keydown', onKeyDown, true);
  document.addEventListener('paste', onPaste, true);
  return () => {
    clearTimeout(pause);
    document.removeEventListener('keydown', onKeyDown, true);
    document.removeEventListener('paste', onPaste, true);
  };
}

function isTextElement(target: EventTarget | null): target is TextElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

/** Through the native setter, so that React's controlled inputs see the change. */
function setInputValue(element: TextElement, value: string): void {
  const prototype = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
