/**
 * What a box cuts stands below it, whole: the long address, the officer with all his posts. Every text box and select has it through the theme of the frame, so that no dialog
 * has to know how wide its boxes are. Readers of the screen read the box itself.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';

export function WholeText({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [whole, setWhole] = useState<string>();
  // After every drawing: the box is drawn anew whenever its value is another one. Looked at in the next frame, when the browser has laid the page out anyway.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setWhole(cutTextOf(place.current)));
    return () => cancelAnimationFrame(frame);
  });
  return (
    <div ref={place}>
      {children}
      {whole !== undefined && (
        <div className="whole-text" aria-hidden>
          {whole}
        </div>
      )}
    </div>
  );
}

/** Undefined where everything is to be seen, and of what is not shown as typed. */
function cutTextOf(place: HTMLElement | null): string | undefined {
  const box = place?.querySelector('input, select');
  if (box instanceof HTMLInputElement) return box.type !== 'password' && box.scrollWidth > box.clientWidth + 1 ? box.value : undefined;
  if (!(box instanceof HTMLSelectElement)) return undefined;
  const text = box.selectedOptions[0]?.text ?? '';
  return widthOf(text, box) > roomIn(box) ? text : undefined;
}

function roomIn(box: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(box);
  return box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}

let brush: CanvasRenderingContext2D | null | undefined;

/** A select does not say how long its text is. */
function widthOf(text: string, box: HTMLElement): number {
  brush ??= document.createElement('canvas').getContext('2d');
  if (brush === null) return 0;
  brush.font = getComputedStyle(box).font;
  return brush.measureText(text).width;
}
