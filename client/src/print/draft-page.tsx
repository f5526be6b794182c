/** A form printed ahead of its act, to be filled in and signed by hand. It is not the paper yet: shown and printed here, written down nowhere as printed. */
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import type { DossierView } from '../contract/dossiers.ts';
import { useServices } from '../kit/services-context.tsx';
import { recordLook } from '../kit/use-look.ts';
import { Notice } from '../kit/ui/notice.tsx';
import { print as texts } from '../texts/vi/print.ts';
import { Copies, LayoutChoice, usePaperLayout } from './copies.tsx';
import { type DossierForm, formSetOf, titleOf } from './forms/form.ts';
import { PrintFrame } from './print-frame.tsx';
import { printNow } from './print-root.tsx';

interface DraftPageProps {
  readonly form: DossierForm;
  readonly view: DossierView;
  readonly drafts: readonly ReactNode[];
}

export function DraftPage({ form, view, drafts }: DraftPageProps) {
  const { dossiers } = useServices();
  const scope = { rolls: false, queues: false };
  const [layout, setLayout] = usePaperLayout(scope);
  const { id } = view.state;
  const print = async () => {
    await printNow();
    await recordLook(dossiers, id, 'PRINT');
  };
  return (
    <PrintFrame
      title={texts.draftTitle(titleOf(form, formSetOf(view.state)))}
      hint={texts.layoutHint}
      onPrint={print}
      said={<Notice tone="amber">{texts.draft}</Notice>}
      tools={
        <>
          <LayoutChoice layout={layout} scope={scope} onChange={setLayout} />
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/ho-so/$dossier" params={{ dossier: id }} />}>
            {texts.back}
          </Button>
        </>
      }
    >
      <Copies layout={layout} sheets={drafts} />
    </PrintFrame>
  );
}
