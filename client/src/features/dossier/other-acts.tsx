/**
 * Việc khác: every act that is allowed beyond the few on the page, by name. Typing narrows the list, arrows walk through it, Enter opens the act, Escape closes.
 * Under a finger nothing is focused, so that no keyboard covers the list.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button, Modal, TextInput } from '@mantine/core';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import { acts as texts } from '../../texts/vi/acts.ts';
import type { DossierAct } from './acts/act.ts';
import classes from './dossier-page.module.css';

interface OtherActsProps {
  readonly acts: readonly DossierAct[];
  readonly onOpen: (act: DossierAct) => void;
  readonly onClose: () => void;
}

export function OtherActs({ acts, onOpen, onClose }: OtherActsProps) {
  const t = texts.others;
  const [text, setText] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const wanted = foldVietnamese(text);
  const found = acts.filter((act) => foldVietnamese(act.words.act).includes(wanted));
  const onKeyDown = (event: KeyboardEvent) => {
    const places = [box.current, ...(list.current?.querySelectorAll('button') ?? [])];
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
      <div onKeyDown={onKeyDown} className={classes.others} tabIndex={-1} {...(isTouch() ? { 'data-autofocus': true } : {})}>
        <TextInput
          ref={box}
          label={t.find}
          value={text}
          {...(isTouch() ? {} : { 'data-autofocus': true })}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <output className="sr-only">{t.found(found.length)}</output>
        {found.length === 0 && <p>{t.nothing}</p>}
        <ul ref={list} className={classes.otherList}>
          {found.map((act) => (
            <li key={act.command}>
              <Button variant="default" fullWidth justify="flex-start" size="md" onClick={() => onOpen(act)}>
                {act.words.act}
              </Button>
            </li>
          ))}
        </ul>
        <p className="quiet key-hint">{t.keys}</p>
      </div>
    </Modal>
  );
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

function isTouch(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}
