/**
 * A long list that stays fast: only the rows in sight are in the document. Fixed row height, one tab stop, arrows, Page, Home and End move, Enter opens.
 * On a narrow screen each row is told in two lines instead of columns.
 */
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import classes from './virtual-table.module.css';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  /** CSS grid track: "10rem", "minmax(8rem, 1fr)". */
  readonly width: string;
  readonly cell: (row: T) => ReactNode;
}

interface VirtualTableProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly compact: (row: T) => ReactNode;
  readonly rowKey: (row: T) => string;
  readonly onOpen: (row: T) => void;
  readonly empty: ReactNode;
  /** Called when the last rows come into sight, for lists that are read page by page. */
  readonly onEnd?: (() => void) | undefined;
  /** Rows of the whole list, when `rows` is only its beginning. */
  readonly total?: number | undefined;
}

const overscan = 8;

export function VirtualTable<T>({ label, rows, columns, compact, rowKey, onOpen, empty, onEnd, total }: VirtualTableProps<T>) {
  const id = useId();
  const narrow = useMediaQuery('(max-width: 60rem)', undefined, { getInitialValueInEffect: false }) ?? false;
  const scroll = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const [active, setActive] = useState(0);
  const rowHeight = useRowHeight(narrow);
  const current = Math.min(active, Math.max(0, rows.length - 1));

  const isEmpty = rows.length === 0;
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
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / rowHeight) + overscan);
  const atEnd = rows.length > 0 && last >= rows.length;
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd, rows.length]);

  if (rows.length === 0)
    return (
      <div className={classes.frame}>
        <output className={classes.empty}>{empty}</output>
      </div>
    );

  const move = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setActive(next);
    const element = scroll.current;
    if (!element) return;
    // The header stays in sight and covers its own height.
    const height = element.clientHeight - (narrow ? 0 : (head.current?.offsetHeight ?? 0));
    if (next * rowHeight < element.scrollTop) element.scrollTop = next * rowHeight;
    else if ((next + 1) * rowHeight > element.scrollTop + height) element.scrollTop = (next + 1) * rowHeight - height;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(view.height / rowHeight) - 1);
    const target = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      move(target);
    } else if (event.key === 'Enter') {
      const row = rows[current];
      if (row !== undefined) onOpen(row);
    }
  };
  const tracks = narrow ? 'minmax(0, 1fr)' : columns.map((c) => c.width).join(' ');
  return (
    <div className={classes.frame}>
      <div
        ref={scroll}
        className={classes.scroll}
        role="grid"
        aria-label={label}
        aria-rowcount={(total ?? rows.length) + 1}
        aria-colcount={narrow ? 1 : columns.length}
        aria-activedescendant={current >= first && current < last ? `${id}-${current}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          const top = event.currentTarget.scrollTop;
          setView((v) => ({ ...v, top }));
        }}
      >
        <div role="rowgroup" ref={head} className={narrow ? 'sr-only' : classes.headGroup}>
          <div className={classes.head} style={{ gridTemplateColumns: tracks }} role="row" aria-rowindex={1}>
            {narrow ? (
              <div role="columnheader">{label}</div>
            ) : (
              columns.map((c) => (
                <div key={c.key} role="columnheader" className={classes.cell}>
                  {c.title}
                </div>
              ))
            )}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: rows.length * rowHeight }}>
          {rows.slice(first, last).map((row, offset) => {
            const index = first + offset;
            return (
              <div
                key={rowKey(row)}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === current}
                className={index === current ? `${classes.row} ${classes.active}` : classes.row}
                style={{ top: index * rowHeight, height: rowHeight, gridTemplateColumns: tracks }}
                onClick={() => {
                  setActive(index);
                  onOpen(row);
                }}
              >
                {narrow ? (
                  <div role="gridcell" className={`${classes.cell} ${classes.compact}`}>
                    {compact(row)}
                  </div>
                ) : (
                  columns.map((c) => (
                    <div key={c.key} role="gridcell" className={classes.cell}>
                      {c.cell(row)}
                    </div>
                  ))
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Row heights are in rem (desk or touch), the arithmetic is in pixels. */
function useRowHeight(narrow: boolean): number {
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const rem = parseFloat(style.fontSize);
    const row = parseFloat(style.getPropertyValue('--row-height'));
    return Math.round(rem * (narrow ? 4.2 : Number.isFinite(row) ? row : 2.4));
  }, [narrow]);
}
