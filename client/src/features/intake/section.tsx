/** One of the four blocks: folded to one line when it is done, open while it is worked on. */
import { memo, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { intake as texts } from '../../texts/vi/intake.ts';
import type { BlockName } from './intake-form.ts';
import classes from './intake.module.css';

interface SectionProps {
  readonly block: BlockName;
  readonly number: number;
  readonly name: string;
  readonly open: boolean;
  /** What stands on the folded line; empty = nothing entered yet. */
  readonly line: string;
  readonly wrong: boolean;
  readonly onOpen: () => void;
  /** The last block has no "Tiếp tục": there the page's primary action follows. */
  readonly hasNext: boolean;
  readonly children: ReactNode;
}

export function Section({ block, number, name, open, line, wrong, onOpen, hasNext, children }: SectionProps) {
  return (
    <section className={classes.section} data-open={open} data-block={block}>
      <button type="button" className={classes.sectionHead} onClick={onOpen} aria-expanded={open}>
        <span className={classes.sectionName}>{texts.blockNumber(number, name)}</span>
        <span className={classes.sectionLine}>{open ? '' : line || <span className={classes.quiet}>{texts.unfinished}</span>}</span>
        {open ? null : <span className={`${classes.sectionMark} ${wrong ? classes.wrong : ''}`}>{texts.change}</span>}
      </button>
      {open ? (
        <div className={classes.sectionBody}>
          {children}
          {hasNext ? <Next /> : null}
        </div>
      ) : null}
    </section>
  );
}

/** Says the same whatever is typed. */
const Next = memo(function Next() {
  return (
    <div className={classes.next}>
      <Button type="submit" variant="light" value="next">
        {texts.next}&nbsp;<kbd className={classes.key}>{texts.nextKey}</kbd>
      </Button>
    </div>
  );
});
