/**
 * A long list that stays fast: only the rows in sight are in the document. Fixed row height, one tab stop, arrows, Page, Home and End move, Enter opens.
 * On a narrow screen each row is told in two lines instead of columns.
 */
import { useEffect, useId, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import { Keyed } from './keyed.tsx';
import { useWindowOfRows } from './use-window-of-rows.ts';
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
  readonly empty: string;
  /** Called when the last rows come into sight, for lists that are read page by page. */
  readonly onEnd?: (() => void) | undefined;
  /** Asks for all rows, for lists that are read page by page: the last row is the last of the whole list. */
  readonly onLast?: (() => void) | undefined;
  /** Holds the keys as soon as it is there, so that Enter opens the first row. */
  readonly takesFocus?: boolean;
  /** Rows of the whole list, when `rows` is only its beginning. */
  readonly total?: number | undefined;
}

export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { label, rows, columns, rowKey, onOpen, empty, onEnd, onLast, takesFocus = false, total } = props;
  const id = useId();
  const narrow = useMediaQuery('(max-width: 60rem)', undefined, { getInitialValueInEffect: false }) ?? false;
  const rowHeight = useRowHeight(narrow);
  const { scroll, head, first, last, current, onScroll, setCurrent, moveTo, moveToEnd, targetOf } = useWindowOfRows(
    rows.length,
    rowHeight,
    !narrow,
    onEnd,
  );
  useEffect(() => {
    if (takesFocus) scroll.current?.focus({ preventScroll: true });
  }, [takesFocus, scroll]);
  if (rows.length === 0)
    return (
      <div className={classes.frame}>
        <output className={classes.empty}>
          <Keyed text={empty} />
        </output>
      </div>
    );
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key);
    if (target !== undefined) {
      event.preventDefault();
      moveTo(target);
    } else if (event.key === 'End') {
      event.preventDefault();
      onLast?.();
      moveToEnd();
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
        onScroll={onScroll}
      >
        <div role="rowgroup" ref={head} className={narrow ? 'sr-only' : classes.headGroup}>
          <Head label={label} columns={columns} narrow={narrow} tracks={tracks} />
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
                  setCurrent(index);
                  onOpen(row);
                }}
              >
                <Cells {...props} row={row} narrow={narrow} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface HeadProps<T> extends Pick<VirtualTableProps<T>, 'label' | 'columns'> {
  readonly narrow: boolean;
  readonly tracks: string;
}

function Head<T>({ label, columns, narrow, tracks }: HeadProps<T>) {
  return (
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
  );
}

interface CellsProps<T> extends Pick<VirtualTableProps<T>, 'columns' | 'compact'> {
  readonly row: T;
  readonly narrow: boolean;
}

function Cells<T>({ columns, compact, row, narrow }: CellsProps<T>) {
  if (narrow)
    return (
      <div role="gridcell" className={`${classes.cell} ${classes.compact}`}>
        {compact(row)}
      </div>
    );
  return columns.map((c) => (
    <div key={c.key} role="gridcell" className={classes.cell}>
      {c.cell(row)}
    </div>
  ));
}

/** Row heights are in rem (desk or touch), the arithmetic is in pixels. */
function useRowHeight(narrow: boolean): number {
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const rem = parseFloat(style.fontSize);
    const row = parseFloat(style.getPropertyValue('--row-height'));
    return Math.round(rem * (narrow ? 4.2 : Number.isFinite(row) ? row : 3.47));
  }, [narrow]);
}
