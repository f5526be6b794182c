/**
 * Does one act to many dossiers, one durable transaction each, in order: what is written is written whatever comes after. A dossier that refuses is named and the
 * next one goes on; where the device itself cannot write any more the rest is not tried.
 */
import { useState } from 'react';
import type { CommandInput, CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import { actProblemText } from '../../../kit/act-problem.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { batch as t } from '../../../texts/vi/batch.ts';
import { type LeftOut, whoIs } from './use-judged.ts';

export interface Progress {
  readonly all: number;
  readonly done: readonly DossierState[];
  readonly failed: readonly LeftOut[];
}

/** What is filled in for one dossier, in sight of those done before it. */
export type InputFor<C extends CommandName> = (state: DossierState, before: readonly DossierState[]) => CommandInput<C>;

interface Run<C extends CommandName> {
  /** Undefined before it began. */
  readonly progress: Progress | undefined;
  readonly isOver: boolean;
  readonly start: (command: C, states: readonly DossierState[], inputFor: InputFor<C>) => Promise<void>;
}

export function useRun<C extends CommandName>(): Run<C> {
  const { dossiers } = useServices();
  const [progress, setProgress] = useState<Progress>();
  const start = async (command: C, states: readonly DossierState[], inputFor: InputFor<C>): Promise<void> => {
    const done: DossierState[] = [];
    const failed: LeftOut[] = [];
    const tell = () => setProgress({ all: states.length, done: [...done], failed: [...failed] });
    let isStopped = false;
    tell();
    for (const state of states) {
      const who = whoIs({ name: state.intake?.owner.fullName, code: state.code });
      if (isStopped) {
        failed.push({ id: state.id, who, why: t.stopped });
        continue;
      }
      const written = await dossiers.perform({ command, dossier: state.id, input: inputFor(state, done) });
      if (written.ok) done.push(written.value.state);
      else {
        failed.push({ id: state.id, who, why: actProblemText(written.error) });
        // Locked, full or gone: the next one would say the same.
        isStopped = written.error.code === 'session/locked' || written.error.code.startsWith('storage/');
      }
      tell();
    }
    tell();
  };
  return { progress, isOver: progress !== undefined && progress.done.length + progress.failed.length === progress.all, start };
}
