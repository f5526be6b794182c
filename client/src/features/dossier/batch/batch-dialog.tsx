/**
 * One act on many dossiers: which ones it is done to and which are left out, with the reason, before anything is written; one confirmation; then how far it is, and
 * what became of each.
 */
import type { ReactNode } from 'react';
import { Button, Modal } from '@mantine/core';
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { BatchProps } from '../../../kit/batch.ts';
import { useUnsavedWork } from '../../../kit/unsaved-work.tsx';
import { OwnForm } from '../../../kit/ui/own-form.tsx';
import { Notice } from '../../../kit/ui/notice.tsx';
import { pageClasses } from '../../../kit/ui/page.tsx';
import { batch as t } from '../../../texts/vi/batch.ts';
import { vi } from '../../../texts/vi.ts';
import type { DossierAct } from '../acts/act.ts';
import { submitOnEnter } from '../acts/act-dialog.tsx';
import { type Alone, type Judged, type LeftOut, useJudged, whoIs } from './use-judged.ts';
import { type InputFor, type Progress, useRun } from './use-run.ts';

export interface BatchDialogProps extends Pick<BatchProps, 'ids'> {
  /** Whether anything was written. */
  readonly onClose: (isDone: boolean) => void;
}

interface Props<C extends CommandName> extends BatchDialogProps {
  readonly act: DossierAct<C>;
  readonly alone?: Alone;
  /** Undefined where a field says what is missing. */
  readonly input: () => InputFor<C> | undefined;
  readonly children: ReactNode;
  /** Papers that come with what was done. */
  readonly after?: (done: readonly DossierState[]) => ReactNode;
}

const nothingAlone: Alone = () => undefined;

export function BatchDialog<C extends CommandName>({ act, alone = nothingAlone, input, ids, children, after, onClose }: Props<C>) {
  const judged = useJudged(ids, act, alone);
  const { progress, isOver, start } = useRun<C>();
  useUnsavedWork(!isOver);
  const isRunning = progress !== undefined && !isOver;
  const close = () => (isRunning ? undefined : onClose(progress !== undefined));
  const submit = () => {
    const inputFor = judged && progress === undefined ? input() : undefined;
    if (judged && inputFor) void start(act.command, judged.able, inputFor);
  };
  return (
    <Modal opened onClose={close} title={act.words.title} size="lg" closeOnEscape={!isRunning} withCloseButton={!isRunning}>
      {progress ? (
        <Told act={act} progress={progress} isOver={isOver} after={after} onClose={close} />
      ) : (
        <OwnForm onSubmit={submit} onKeyDown={submitOnEnter} buttons={<Buttons act={act} judged={judged} onClose={close} />}>
          {judged ? <Choice judged={judged}>{children}</Choice> : <output>{t.reading}</output>}
        </OwnForm>
      )}
    </Modal>
  );
}

function Choice({ judged: { able, leftOut }, children }: { readonly judged: Judged; readonly children: ReactNode }) {
  return (
    <>
      {able.length === 0 ? <Notice tone="amber">{t.nobody}</Notice> : children}
      {able.length > 0 && (
        <details open={able.length <= 5}>
          <summary>{t.able(able.length)}</summary>
          <ul>
            {able.map(({ id, intake, code }) => (
              <li key={id}>{whoIs({ name: intake?.owner.fullName, code })}</li>
            ))}
          </ul>
        </details>
      )}
      {leftOut.length > 0 && <Named title={t.leftOut(leftOut.length)} list={leftOut} />}
    </>
  );
}

interface ButtonsProps {
  readonly act: DossierAct;
  readonly judged: Judged | undefined;
  readonly onClose: () => void;
}

function Buttons({ act, judged, onClose }: ButtonsProps) {
  const count = judged?.able.length ?? 0;
  return (
    <div className={pageClasses.buttons}>
      <Button variant="default" onClick={onClose}>
        {vi.common.cancel}
      </Button>
      {count > 0 && (
        <Button type="submit">
          {t.act(act.words.act, count)}
          <span className="key-hint">{' · Enter'}</span>
        </Button>
      )}
    </div>
  );
}

interface ToldProps {
  readonly act: DossierAct;
  readonly progress: Progress;
  readonly isOver: boolean;
  readonly after: ((done: readonly DossierState[]) => ReactNode) | undefined;
  readonly onClose: () => void;
}

function Told({ act, progress: { all, done, failed }, isOver, after, onClose }: ToldProps) {
  if (!isOver)
    return (
      <div aria-live="polite">
        <p>{t.running(done.length + failed.length, all)}</p>
        <progress max={all} value={done.length + failed.length} aria-label={t.running(done.length + failed.length, all)} />
        <p className="quiet">{t.notClosed}</p>
      </div>
    );
  return (
    <div style={{ display: 'grid', gap: '0.9rem' }} aria-live="polite">
      <Notice tone={failed.length === 0 ? 'green' : 'amber'}>{t.done(act.words.act, done.length)}</Notice>
      {failed.length > 0 && <Named title={t.failed(failed.length)} list={failed} />}
      {done.length > 0 && after?.(done)}
      <div className={pageClasses.buttons}>
        <Button data-autofocus autoFocus onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </div>
  );
}

/** Each by name and code, with why. */
function Named({ title, list }: { readonly title: string; readonly list: readonly LeftOut[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {list.map(({ id, who, why }) => (
          <li key={id}>
            {who}: <span className="quiet">{why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
