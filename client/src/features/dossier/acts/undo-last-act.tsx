/** Rút lại việc vừa làm: the officer's own newest act, done on this device. The dialog says which one it is; nothing has to be typed. */
import { useState } from 'react';
import { Textarea } from '@mantine/core';
import { eventKey } from '@onestop/shared/kernel/ids.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { useNow } from '../../../kit/use-live.ts';
import { useNames } from '../../../kit/use-reference.ts';
import { formatMoment } from '../../../texts/format.ts';
import { namesAmong, timelineSentence } from '../../../texts/timeline.ts';
import { acts as words } from '../../../texts/vi/acts.ts';
import { vi } from '../../../texts/vi.ts';
import { offers } from '../../../texts/vi/acts-offers.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';

export const undoLastActAct: DossierAct<'undoLastAct'> = {
  command: 'undoLastAct',
  words: words.undoLastAct,
  place: 'more',
  unless: ({ lastAct }, { acting, device }) =>
    lastAct?.by === acting.actor.id && lastAct.device === device ? undefined : offers.unless.notYours,
  screen: UndoLastActDialog,
};

function UndoLastActDialog(props: ActScreenProps) {
  const t = words.undoLastAct;
  const [note, setNote] = useState('');
  const { state, timeline } = props;
  const now = useNow();
  const names = useNames();
  const events = timeline.map(({ event }) => event);
  const last = state.lastAct && events.find((event) => state.lastAct && eventKey(event) === eventKey(state.lastAct));
  return (
    <ActDialog {...props} act={undoLastActAct} input={() => (note.trim() ? { note: note.trim() } : {})}>
      {last && (
        <>
          <p>{t.what}</p>
          <Notice tone="amber" title={formatMoment(last.at, now)}>
            {timelineSentence(last, namesAmong(events, names))}
          </Notice>
        </>
      )}
      <p>{t.text}</p>
      <Textarea
        label={`${vi.dossier.finish.note} (${vi.dossier.optional})`}
        data-autofocus
        autosize
        minRows={1}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
