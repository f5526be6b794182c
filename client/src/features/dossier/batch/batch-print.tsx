/** Which form of the chosen dossiers is printed as one job; the preview names those that have none. */
import { useState } from 'react';
import { Button, Modal, NativeSelect } from '@mantine/core';
import { OwnForm } from '../../../kit/ui/own-form.tsx';
import { pageClasses } from '../../../kit/ui/page.tsx';
import { type FormId, formIds, forms } from '../../../print/forms/index.ts';
import { useBatchPrint } from '../../../print/use-batch-print.ts';
import { batch as t } from '../../../texts/vi/batch.ts';
import { vi } from '../../../texts/vi.ts';
import { submitOnEnter } from '../acts/act-dialog.tsx';
import type { BatchDialogProps } from './batch-dialog.tsx';

const offered = formIds.filter((id) => forms[id].of === 'DOSSIER');

export function BatchPrint({ ids, onClose }: BatchDialogProps) {
  const print = useBatchPrint();
  const [chosen, setChosen] = useState<FormId>('RECEIPT');
  return (
    <Modal opened onClose={() => onClose(false)} title={t.printTitle(ids.length)}>
      <OwnForm
        onSubmit={() => print(ids.map((dossier) => ({ form: chosen, dossier })))}
        onKeyDown={submitOnEnter}
        buttons={
          <div className={pageClasses.buttons}>
            <Button variant="default" onClick={() => onClose(false)}>
              {vi.common.cancel}
            </Button>
            <Button type="submit">{t.preview}</Button>
          </div>
        }
      >
        <NativeSelect
          label={t.form}
          data-autofocus
          value={chosen}
          onChange={(event) => setChosen(offered.find((one) => one === event.currentTarget.value) ?? chosen)}
          data={offered.map((id) => ({ value: id, label: forms[id].title }))}
        />
      </OwnForm>
    </Modal>
  );
}
