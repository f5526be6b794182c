/** Help of the screen that is open; typing looks through the help of all screens, without marks as everywhere. */
import { useState } from 'react';
import { Button, Modal, TextInput } from '@mantine/core';
import { foldVietnamese } from '@onestop/shared/text/fold.ts';
import { help, type HelpId, type HelpTopic } from '../../texts/vi/help.ts';
import { helpOfScreen } from './help-of-screen.ts';
import classes from './help.module.css';

interface HelpDialogProps {
  /** Address of the route. */
  readonly screen: string;
  readonly onClose: () => void;
}

export function HelpDialog({ screen, onClose }: HelpDialogProps) {
  const own = helpOfScreen[screen] ?? 'general';
  const [chosen, setChosen] = useState<HelpId>(own);
  const [text, setText] = useState('');
  const wanted = foldVietnamese(text.trim());
  const found = wanted === '' ? [] : ids.filter((id) => wordsOf(help.topics[id]).includes(wanted));
  const others = wanted === '' ? [...new Set<HelpId>([own, 'general'])].filter((id) => id !== chosen) : found;
  const show = (id: HelpId) => {
    setChosen(id);
    setText('');
  };
  return (
    <Modal opened onClose={onClose} title={help.title(help.topics[chosen].title)} size="lg">
      {/* Nothing typed is needed to read it: under a finger no keyboard covers it. */}
      <div className={classes.help} tabIndex={-1} data-autofocus>
        <TextInput label={help.find} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <output className="sr-only">{wanted === '' ? '' : help.found(found.length)}</output>
        {wanted !== '' && found.length === 0 && <p>{help.nothing}</p>}
        {wanted === '' && <Topic topic={help.topics[chosen]} />}
        {others.length > 0 && (
          <nav className={classes.others} aria-label={help.others}>
            {others.map((id) => (
              <Button key={id} variant="default" onClick={() => show(id)}>
                {help.topics[id].title}
              </Button>
            ))}
          </nav>
        )}
      </div>
    </Modal>
  );
}

// The keys of an object that is written out here.
const ids = Object.keys(help.topics) as HelpId[];

function wordsOf({ title, what, keys, offline, marks }: HelpTopic): string {
  return foldVietnamese([title, ...what, ...keys.flat(), offline, ...marks.flat()].join(' '));
}

function Topic({ topic }: { readonly topic: HelpTopic }) {
  return (
    <>
      {topic.what.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {topic.keys.length > 0 && (
        <section className="key-hint">
          <h3>{help.keys}</h3>
          <Pairs pairs={topic.keys} of="key" />
        </section>
      )}
      <h3>{help.offline}</h3>
      <p>{topic.offline}</p>
      {topic.marks.length > 0 && (
        <>
          <h3>{help.marks}</h3>
          <Pairs pairs={topic.marks} of="mark" />
        </>
      )}
    </>
  );
}

function Pairs({ pairs, of }: { readonly pairs: HelpTopic['keys']; readonly of: 'key' | 'mark' }) {
  return (
    <dl className={classes.pairs}>
      {pairs.map(([name, meaning]) => (
        <div key={name}>
          <dt>{of === 'key' ? <kbd>{name}</kbd> : name}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
