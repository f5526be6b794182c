/** Ghi phản ánh, kiến nghị: what somebody said of how this dossier was handled, and by when he is answered. */
import { useState } from 'react';
import { NativeSelect } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useDayToCome, useText } from './typed-fields.tsx';

export const recordComplaintAct: DossierAct<'recordComplaint'> = {
  command: 'recordComplaint',
  words: districtActs.recordComplaint,
  place: 'more',
  screen: RecordComplaintDialog,
};

type Way = CommandInput<'recordComplaint'>['by'];

function RecordComplaintDialog(props: ActScreenProps) {
  const t = districtActs.recordComplaint;
  const content = useText({ label: t.content, required: true, first: true, lines: 3 });
  const [by, setBy] = useState<Way>('DESK');
  const day = useDayToCome({ label: t.answerBy });
  const input = () => {
    const answerBy = day.read();
    return answerBy === 'wrong' ? undefined : { content: content.text, by, ...(answerBy ? { answerBy } : {}) };
  };
  return (
    <ActDialog {...props} act={recordComplaintAct} input={input}>
      {content.field}
      <NativeSelect
        label={t.by}
        value={by}
        onChange={(e) => setBy(e.currentTarget.value as Way)}
        data={Object.entries(t.ways).map(([value, label]) => ({ value, label }))}
      />
      {day.field}
    </ActDialog>
  );
}
