/**
 * Việc khác: every act that is allowed beyond the few on the page, by name; after them, when asked for or found by typing, what cannot be done now with the
 * reason. Typing narrows the list, arrows walk through it, Enter opens the act, Escape closes. Under a finger nothing is focused, so that no keyboard covers it.
 */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button, Modal, TextInput } from '@mantine/core';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import { acts as texts } from '../../texts/vi/acts.ts';
import { offers } from '../../texts/vi/acts-offers.ts';
import type { DossierAct } from './acts/act.ts';
import type { ClosedAct } from './acts/offers.ts';
import classes from './dossier-page.module.css';

interface OtherActsProps {
  readonly acts: readonly DossierAct[];
  readonly closed: readonly ClosedAct[];
  readonly onOpen: (act: DossierAct) => void;
  readonly onClose: () => void;
}

export function OtherActs({ acts, closed, onOpen, onClose }: OtherActsProps) {
  const t = texts.others;
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const wanted = foldVietnamese(text);
  const isWanted = (act: DossierAct) => foldVietnamese(act.words.act).includes(wanted);
  const found = acts.filter(isWanted);
  const barred = all || wanted !== '' ? closed.filter(({ act }) => isWanted(act)) : [];
  const showAll = () => {
    // The button that was pressed is gone then: the keyboard goes on with what it showed.
    flushSync(() => setAll(true));
    frame.current?.querySelector<HTMLElement>('[aria-disabled="true"]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const places = [box.current, ...(frame.current?.querySelectorAll('button') ?? [])];
    const at = places.findIndex((place) => place === document.activeElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      places[(at + step + places.length) % places.length]?.focus();
    } else if (event.key === 'Enter' && at === 0 && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const first = found[0];
      if (first) onOpen(first);
    } else if (isLetter(event) && at !== 0) {
      // What is typed goes into the box, wherever in the list the officer is.
      box.current?.focus();
    }
  };
  return (
    <Modal opened onClose={onClose} title={t.title}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are for the box and its list together; each is operable by itself. */}
      <div ref={frame} onKeyDown={onKeyDown} className={classes.others} tabIndex={-1} {...(isTouch() ? { 'data-autofocus': true } : {})}>
        <TextInput
          ref={box}
          label={t.find}
          value={text}
          {...(isTouch() ? {} : { 'data-autofocus': true })}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <output className="sr-only">{t.found(found.length)}</output>
        {found.length + barred.length === 0 && <p>{t.nothing}</p>}
        <ul className={classes.otherList} aria-label={offers.openTitle}>
          {found.map((act) => (
            <li key={act.command}>
              <Button variant="default" fullWidth justify="flex-start" size="md" onClick={() => onOpen(act)}>
                {act.words.act}
              </Button>
            </li>
          ))}
        </ul>
        {barred.length > 0 && <Barred closed={barred} />}
        {barred.length === 0 && wanted === '' && closed.length > 0 && (
          <Button variant="subtle" onClick={showAll}>
            {offers.closed(closed.length)}
          </Button>
        )}
        <p className="quiet key-hint">{t.keys}</p>
      </div>
    </Modal>
  );
}

/** Reached by arrows and read with their reasons, but opening nothing. */
function Barred({ closed }: { readonly closed: readonly ClosedAct[] }) {
  const id = useId();
  return (
    <>
      <h3>{offers.closedTitle}</h3>
      <ul className={classes.otherList} aria-label={offers.closedTitle}>
        {closed.map(({ act, why }) => (
          <li key={act.command}>
            <Button
              variant="default"
              className={classes.barred}
              fullWidth
              justify="flex-start"
              size="md"
              aria-disabled
              aria-describedby={`${id}-${act.command}`}
              onClick={(event) => event.preventDefault()}
            >
              {act.words.act}
            </Button>
            <p id={`${id}-${act.command}`} className={classes.why}>
              {why}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

function isTouch(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}
