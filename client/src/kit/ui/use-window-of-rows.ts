/** Which rows of a long list are in sight, and which of them is current: scrolling and moving by rows, as arithmetic on a fixed row height. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject, type UIEvent } from 'react';

interface WindowOfRows {
  readonly scroll: RefObject<HTMLDivElement | null>;
  readonly head: RefObject<HTMLDivElement | null>;
  readonly first: number;
  readonly last: number;
  readonly current: number;
  readonly onScroll: (event: UIEvent<HTMLDivElement>) => void;
  readonly setCurrent: (index: number) => void;
  /** Goes to the last row of the whole list, once it is there. */
  readonly moveToEnd: () => void;
  /** Makes a row current and brings it into sight. */
  readonly moveTo: (index: number) => void;
  /** The row a key leads to; undefined for other keys. */
  readonly targetOf: (key: string) => number | undefined;
}

const overscan = 8;

export function useWindowOfRows(count: number, rowHeight: number, headCovers: boolean, onEnd: (() => void) | undefined): WindowOfRows {
  const scroll = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(0, count - 1));

  const isEmpty = count === 0;
  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return undefined;
    const measure = () => setView((v) => ({ ...v, height: element.clientHeight }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [isEmpty]);

  const first = Math.max(0, Math.floor(view.top / rowHeight) - overscan);
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + overscan);
  const atEnd = count > 0 && last >= count;
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd, count]);

  const bringIntoSight = (row: number) => {
    const element = scroll.current;
    if (!element) return;
    // The header stays in sight and covers its own height.
    const height = element.clientHeight - (headCovers ? (head.current?.offsetHeight ?? 0) : 0);
    if (row * rowHeight < element.scrollTop) element.scrollTop = row * rowHeight;
    else if ((row + 1) * rowHeight > element.scrollTop + height) element.scrollTop = (row + 1) * rowHeight - height;
  };
  const moveTo = (to: number) => {
    const next = Math.max(0, Math.min(count - 1, to));
    setActive(next);
    bringIntoSight(next);
  };
  // The rows that were asked for with the end are in the document now, so there is something to scroll to.
  const showEnd = useEffectEvent(() => bringIntoSight(count - 1));
  const isAtEnd = active === Infinity;
  useLayoutEffect(() => {
    if (isAtEnd) showEnd();
  }, [isAtEnd]);

  return {
    scroll,
    head,
    first,
    last,
    current,
    onScroll: (event) => {
      const top = event.currentTarget.scrollTop;
      setView((v) => ({ ...v, top }));
    },
    setCurrent: setActive,
    moveTo,
    moveToEnd: () => {
      setActive(Infinity);
      bringIntoSight(count - 1);
    },
    targetOf: (key) => targetOf(key, current, Math.max(1, Math.floor(view.height / rowHeight) - 1)),
  };
}

function targetOf(key: string, current: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return current + 1;
    case 'ArrowUp':
      return current - 1;
    case 'PageDown':
      return current + page;
    case 'PageUp':
      return current - page;
    case 'Home':
      return 0;
    default:
      return undefined;
  }
}
