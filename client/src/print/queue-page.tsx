/**
 * "In chờ": what tablets of this office asked its printer for. The machine with the printer takes the jobs and prints them as one; a job that another machine took is told
 * apart and printed only when somebody says so.
 */
import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import { isWaitingPrint, type PrintJob } from '@onestop/shared/dossier/print-jobs.ts';
import { eventKey, type DeviceId } from '@onestop/shared/kernel/ids.ts';
import type { DossierView } from '../contract/dossiers.ts';
import { actProblemText } from '../kit/act-problem.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive, useNow } from '../kit/use-live.ts';
import { useNames } from '../kit/use-reference.ts';
import { Notice } from '../kit/ui/notice.tsx';
import { Page } from '../kit/ui/page.tsx';
import { useShortcut } from '../kit/ui/use-shortcut.ts';
import { formatMoment } from '../texts/format.ts';
import { printQueue as t } from '../texts/vi/print-queue.ts';
import { formSetOf, titleOf } from './forms/form.ts';
import { type FormId, forms } from './forms/index.ts';
import { useBatchPrint } from './use-batch-print.ts';
import classes from './queue-page.module.css';

interface WaitingJob {
  readonly view: DossierView;
  readonly job: PrintJob;
}

export function PrintQueuePage() {
  const { dossiers, device } = useServices();
  const own = useLive(device.info)?.device;
  const jobs = useWaitingJobs();
  const batch = useBatchPrint();
  const [problem, setProblem] = useState<string>();
  const free = jobs?.filter(({ job }) => takenElsewhere(job, own) === undefined) ?? [];
  const printJobs = async (chosen: readonly WaitingJob[]) => {
    for (const { view, job } of chosen) await dossiers.perform({ command: 'takePrint', dossier: view.state.id, input: { job: job.job } });
    batch(chosen.map(({ view, job }) => ({ form: job.form as FormId, dossier: view.state.id, job: job.job, copies: job.copies })));
  };
  const cancel = async ({ view, job }: WaitingJob) => {
    const done = await dossiers.perform({ command: 'cancelPrint', dossier: view.state.id, input: { job: job.job } });
    setProblem(done.ok ? undefined : actProblemText(done.error));
  };
  useShortcut('Ctrl+p', () => void printJobs(free), free.length > 0);
  return (
    <Page
      title={t.title}
      tools={
        <Button size="md" disabled={free.length === 0} onClick={() => void printJobs(free)}>
          {t.printAll(free.length)}
          <span className="key-hint">{' · Ctrl P'}</span>
        </Button>
      }
    >
      <p className="quiet">{t.hint}</p>
      {problem !== undefined && <Notice tone="amber">{problem}</Notice>}
      {jobs?.length === 0 && <p>{t.empty}</p>}
      <ul className={classes.jobs}>
        {jobs?.map((one) => (
          <JobLine
            key={eventKey(one.job.job)}
            waiting={one}
            elsewhere={takenElsewhere(one.job, own)}
            onPrint={() => void printJobs([one])}
            onCancel={() => void cancel(one)}
          />
        ))}
      </ul>
    </Page>
  );
}

interface JobLineProps {
  readonly waiting: WaitingJob;
  readonly elsewhere: { readonly by: string; readonly at: number } | undefined;
  readonly onPrint: () => void;
  readonly onCancel: () => void;
}

function JobLine({ waiting: { view, job }, elsewhere, onPrint, onCancel }: JobLineProps) {
  const now = useNow();
  const names = useNames();
  const { state } = view;
  const title = titleOf(forms[job.form as FormId], formSetOf(state));
  const who = state.intake?.owner.fullName ?? '';
  return (
    <li className={classes.job}>
      <div className={classes.what}>
        <strong>{title}</strong>
        {job.copies > 1 && ` × ${job.copies}`}
        <div>
          {who} <span className="quiet num">{state.code}</span>
        </div>
        <div className="quiet">{t.asked(names.staff(job.by), formatMoment(job.at, now))}</div>
        {elsewhere && (
          <div className={classes.elsewhere}>{t.takenElsewhere(names.staff(elsewhere.by), formatMoment(elsewhere.at, now))}</div>
        )}
      </div>
      <Button variant="default" aria-label={`${elsewhere ? t.printAnyway : t.print}: ${title}, ${who}`} onClick={onPrint}>
        {elsewhere ? t.printAnyway : t.print}
      </Button>
      <Button variant="subtle" aria-label={`${t.cancel}: ${title}, ${who}`} onClick={onCancel}>
        {t.cancel}
      </Button>
    </li>
  );
}

/** Another machine took it and did not say that it came out. */
function takenElsewhere({ taken = [] }: PrintJob, own: DeviceId | undefined) {
  return taken.findLast(({ device }) => device !== own);
}

const jobsMax = 200;

/** In the order they were asked for; undefined while they are read. */
function useWaitingJobs(): readonly WaitingJob[] | undefined {
  const { dossiers, now } = useServices();
  const version = useLive(dossiers.index.version);
  const [jobs, setJobs] = useState<readonly WaitingJob[]>();
  useEffect(() => {
    let live = true;
    const read = async () => {
      const found: WaitingJob[] = [];
      for (const { id } of dossiers.index.query({ queue: 'toPrint', limit: jobsMax }, now())) {
        const view = await dossiers.open(id);
        for (const job of view?.state.printJobs ?? []) if (view && isWaitingPrint(job)) found.push({ view, job });
      }
      if (live) setJobs(found.sort((a, b) => a.job.at - b.job.at));
    };
    void read();
    return () => {
      live = false;
    };
  }, [dossiers, now, version]);
  return jobs;
}
