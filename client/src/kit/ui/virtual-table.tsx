/**
 * A long list that stays fast: only the rows in sight are in the document. Fixed row height, one tab stop, arrows, Page, Home and End move, Enter opens.
 * On a narrow screen each row is told in two lines instead of columns.
 */
import { useEffect, useId, useMemo, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import type { Choosing } from './use-choosing.ts';
import { Keyed } from './keyed.tsx';
import { useWindowOfRows } from './use-window-of-rows.ts';
import { choosingTexts as batch } from '../../texts/vi/choosing.ts';
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
  /** Where many rows can be chosen: Space, Shift with the arrows, Ctrl+A, or a long press; while it is on, a press chooses instead of opening. */
  readonly choosing?: Choosing | undefined;
}

export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { label, rows, columns, rowKey, onOpen, empty, onEnd, onLast, takesFocus = false, total, choosing } = props;
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
  if (rows.length === 0) return <Empty text={empty} />;
  const keyAt = (index: number) => {
    const row = rows[index];
    return row === undefined ? [] : [rowKey(row)];
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      choosing &&
      choosingKey(
        event,
        choosing,
        () => keyAt(current),
        () => rows.map(rowKey),
      )
    )
      return;
    const target = targetOf(event.key);
    if (target !== undefined) {
      event.preventDefault();
      if (choosing && event.shiftKey) choosing.add([...keyAt(current), ...keyAt(target)]);
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
  const isChoosing = choosing?.active === true;
  const tracks = `${isChoosing ? '1.4rem ' : ''}${narrow ? 'minmax(0, 1fr)' : columns.map((c) => c.width).join(' ')}`;
  return (
    <div className={classes.frame}>
      <div
        ref={scroll}
        className={classes.scroll}
        role="grid"
        aria-label={label}
        aria-multiselectable={isChoosing || undefined}
        aria-rowcount={(total ?? rows.length) + 1}
        aria-colcount={(narrow ? 1 : columns.length) + (isChoosing ? 1 : 0)}
        aria-activedescendant={current >= first && current < last ? `${id}-${current}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
      >
        <div role="rowgroup" ref={head} className={narrow ? 'sr-only' : classes.headGroup}>
          <Head label={label} columns={columns} narrow={narrow} tracks={tracks} choosing={isChoosing} />
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: rows.length * rowHeight }}>
          {rows.slice(first, last).map((row, offset) => {
            const index = first + offset;
            return (
              <Row
                key={rowKey(row)}
                {...props}
                row={row}
                id={`${id}-${index}`}
                index={index}
                current={index === current}
                narrow={narrow}
                place={{ top: index * rowHeight, height: rowHeight, gridTemplateColumns: tracks }}
                onCurrent={setCurrent}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Empty({ text }: { readonly text: string }) {
  return (
    <div className={classes.frame}>
      <output className={classes.empty}>
        <Keyed text={text} />
      </output>
    </div>
  );
}

interface RowProps<T> extends VirtualTableProps<T> {
  readonly row: T;
  readonly id: string;
  readonly index: number;
  readonly current: boolean;
  readonly narrow: boolean;
  readonly place: CSSProperties;
  readonly onCurrent: (index: number) => void;
}

function Row<T>(props: RowProps<T>) {
  const { row, id, index, current, narrow, place, rowKey, onOpen, choosing, onCurrent } = props;
  const key = rowKey(row);
  const isChosen = choosing?.active === true && choosing.chosen.has(key);
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={choosing?.active ? isChosen : current}
      className={current ? `${classes.row} ${classes.active}` : classes.row}
      style={place}
      onClick={() => {
        onCurrent(index);
        if (choosing?.active) choosing.toggle(key);
        else onOpen(row);
      }}
      onContextMenu={(event) => {
        // A long press; the right button of a mouse keeps its own menu.
        if (!choosing || !isTouch(event)) return;
        event.preventDefault();
        onCurrent(index);
        choosing.toggle(key);
      }}
    >
      {choosing?.active && <ChoiceBox chosen={isChosen} />}
      <Cells {...props} row={row} narrow={narrow} />
    </div>
  );
}

/** What a key does to the choice; true where it was one. */
function choosingKey(event: KeyboardEvent, choosing: Choosing, current: () => readonly string[], all: () => readonly string[]): boolean {
  if (event.key === ' ') for (const key of current()) choosing.toggle(key);
  else if (event.key === 'a' && event.ctrlKey) choosing.add(all());
  else if (event.key === 'Escape' && choosing.active) choosing.clear();
  else return false;
  event.preventDefault();
  return true;
}

function isTouch({ nativeEvent }: MouseEvent): boolean {
  return 'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch';
}

/** The row itself says whether it is chosen; this is for the eye. */
function ChoiceBox({ chosen }: { readonly chosen: boolean }) {
  return (
    <div role="gridcell" aria-label={chosen ? batch.isChosen : batch.notChosen}>
      <span aria-hidden className={chosen ? `${classes.box} ${classes.boxChosen}` : classes.box} />
    </div>
  );
}

interface HeadProps<T> extends Pick<VirtualTableProps<T>, 'label' | 'columns'> {
  readonly narrow: boolean;
  readonly tracks: string;
  readonly choosing: boolean;
}

function Head<T>({ label, columns, narrow, tracks, choosing }: HeadProps<T>) {
  return (
    <div className={classes.head} style={{ gridTemplateColumns: tracks }} role="row" aria-rowindex={1}>
      {choosing && <div role="columnheader" aria-label={batch.box} />}
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
