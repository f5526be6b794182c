/** Which of the shipped procedures the district takes over: by level, and only what it lacks. */
import { useState } from 'react';
import { Checkbox } from '@mantine/core';
import type { CatalogueState } from '../../contract/admin.ts';
import { useServices } from '../../kit/services-context.tsx';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';

interface TakeOverDialogProps extends AdminDialogEnds {
  readonly shipped: CatalogueState['shipped'];
  readonly onTaken: (said: string) => void;
}

export function TakeOverDialog({ shipped, onTaken, ...ends }: TakeOverDialogProps) {
  const t = adminTexts.catalogue;
  const { admin } = useServices();
  const open = shipped.filter(({ lacking }) => lacking > 0).map(({ level }) => level);
  const [levels, setLevels] = useState(open);
  return (
    <AdminDialog
      {...ends}
      title={t.takeOver}
      submit={t.takeOverSubmit}
      send={() => admin.takeOverCatalogue(levels)}
      onSent={({ added }) => onTaken(t.taken(added))}
    >
      <p>{t.takeOverHint}</p>
      {shipped.map(({ level, all, lacking }) => (
        <Checkbox
          key={level}
          label={t.level(level, lacking, all)}
          disabled={lacking === 0}
          checked={levels.includes(level)}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            setLevels((before) => (checked ? [...before, level] : before.filter((one) => one !== level)));
          }}
        />
      ))}
    </AdminDialog>
  );
}
