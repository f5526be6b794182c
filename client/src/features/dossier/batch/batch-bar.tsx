/** What can be done to the chosen dossiers, beside how many they are: the acts this officer may do at all. Which of the chosen allow it is said in the dialog. */
import { type ComponentType, useState } from 'react';
import { Button } from '@mantine/core';
import { mayPerform } from '@onestop/shared/judgement/allowed.ts';
import type { BatchProps } from '../../../kit/batch.ts';
import { Notice } from '../../../kit/ui/notice.tsx';
import { batch as t } from '../../../texts/vi/batch.ts';
import { useActing } from '../../../kit/use-acting.ts';
import { batchActs } from './batch-acts.tsx';
import { BatchPrint } from './batch-print.tsx';
import type { BatchDialogProps } from './batch-dialog.tsx';

/** Each is a transaction of its own; more at a time are not looked through by anybody. */
const most = 200;

export function BatchBar({ ids, onClose }: BatchProps) {
  const acting = useActing();
  const [dialog, setDialog] = useState<{ readonly Open: ComponentType<BatchDialogProps> }>();
  const acts = acting ? batchActs.filter(({ command }) => mayPerform(command, acting.actor, acting.office)) : [];
  const isIdle = ids.length === 0 || ids.length > most;
  return (
    <section aria-label={t.region}>
      {ids.length > most && <Notice tone="amber">{t.tooMany(most)}</Notice>}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem' }}>
        {acts.map(({ command, words, dialog: Open }) => (
          <Button key={command} size="sm" variant="light" disabled={isIdle} onClick={() => setDialog({ Open })}>
            {words}
          </Button>
        ))}
        <Button size="sm" variant="light" disabled={isIdle} onClick={() => setDialog({ Open: BatchPrint })}>
          {t.print}
        </Button>
      </div>
      {dialog && (
        <dialog.Open
          ids={ids}
          onClose={(isDone) => {
            setDialog(undefined);
            if (isDone) onClose();
          }}
        />
      )}
    </section>
  );
}
