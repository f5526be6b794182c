/**
 * Việc làm tiếp: the acts this officer may do to this dossier now. The few that move it on are buttons, the primary one first and with its key; all others stand
 * behind one button, by name. Then the forms that can be printed.
 */
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import type { CommandName } from '@onestop/shared/dossier/commands/index.ts';
import type { DossierState, DossierStatus } from '@onestop/shared/dossier/state.ts';
import { AskRating } from '../../kit/ask-rating.tsx';
import { useCatalogue } from '../../kit/use-reference.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { useShortcut } from '../../kit/ui/use-shortcut.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import type { DossierView } from '../../contract/dossiers.ts';
import { acts as words } from '../../texts/vi/acts.ts';
import { vi } from '../../texts/vi.ts';
import type { ActingDesk, ActPlace, DossierAct } from './acts/act.ts';
import { dossierActs } from './acts/index.ts';
import { type ClosedAct, offersOf, whyNot } from './acts/offers.ts';
import { OtherActs } from './other-acts.tsx';
import { useActing } from '../../kit/use-acting.ts';
import classes from './dossier-page.module.css';

// The forms with their marks and barcodes come from the cache after the page itself.
const Prints = lazy(() => import('./prints.tsx').then(({ Prints }) => ({ default: Prints })));
const HandedOut = lazy(() => import('./prints.tsx').then(({ HandedOut }) => ({ default: HandedOut })));

export function ActsPanel({ view }: { readonly view: DossierView }) {
  const t = vi.dossier;
  const { state } = view;
  const [opened, setOpened] = useState<DossierAct>();
  const [listed, setListed] = useState(false);
  useOfferedAct(state, setOpened);
  const [done, setDone] = useState<DossierAct>();
  const { next, more, closed } = useActsOnOffer(state);
  const primary = next[0]?.key === undefined ? undefined : next[0];
  const Screen = opened?.screen;
  const open = (act: DossierAct) => {
    setListed(false);
    setDone(undefined);
    setOpened(act);
  };
  return (
    <section className={classes.card} aria-labelledby="viec-tiep">
      <h2 id="viec-tiep">{t.acts}</h2>
      {done && <Done act={done} view={view} />}
      {isOver(state) && <p>{t.over}</p>}
      <AskRating state={state} size="sm" />
      {next.length + more.length === 0 && !isOver(state) && <p className="quiet">{t.noActs}</p>}
      {next.map((act) => (
        <ActButton key={act.command} act={act} primary={act === primary} rests={opened !== undefined} onOpen={() => open(act)} />
      ))}
      {next.length + more.length > 0 && (
        <Button size="sm" variant="subtle" aria-haspopup="dialog" onClick={() => setListed(true)}>
          {words.others.open}
        </Button>
      )}
      {listed && <OtherActs acts={more} closed={closed} onOpen={open} onClose={() => setListed(false)} />}
      <Suspense>
        <Prints view={view} />
      </Suspense>
      {Screen && (
        <Screen
          state={state}
          timeline={view.timeline}
          onClose={() => setOpened(undefined)}
          onDone={() => {
            setDone(opened);
            setOpened(undefined);
          }}
        />
      )}
    </section>
  );
}

/** More buttons than this are a wall of buttons. */
const nextMax = 4;

interface ActsOnOffer {
  readonly next: readonly DossierAct[];
  readonly more: readonly DossierAct[];
  readonly closed: readonly ClosedAct[];
}

/** What is offered, in the registry's order, but among the buttons those with the key first. What finds no place as a button is in the list. */
function useActsOnOffer(state: DossierState): ActsOnOffer {
  const desk = useActingDesk(state);
  const now = useNow();
  if (!desk) return { next: [], more: [], closed: [] };
  const { open, closed } = offersOf(state, desk, now);
  const moving = open.filter((act) => placeOf(act, state, desk.acting.actor) === 'next');
  const keyed = (act: DossierAct) => (act.key === undefined ? 1 : 0);
  const next = moving.toSorted((a, b) => keyed(a) - keyed(b)).slice(0, nextMax);
  return { next, more: open.filter((act) => !next.includes(act)), closed };
}

function useActingDesk(state: DossierState): ActingDesk | undefined {
  const acting = useActing();
  const device = useLive(useServices().device.info)?.device;
  const catalogue = useCatalogue();
  return acting && { acting, device, procedure: state.intake && catalogue.find(state.intake.procedure) };
}

function placeOf({ place }: DossierAct, state: DossierState, actor: Staff): ActPlace {
  return typeof place === 'function' ? place(state, actor) : place;
}

/** Nothing more has to be done for the citizen. */
function isOver({ status }: DossierState): boolean {
  return endStatuses.has(status);
}
const endStatuses: ReadonlySet<DossierStatus> = new Set(['RETURNED', 'ARCHIVED', 'WITHDRAWN', 'STOPPED', 'REFUSED_INTAKE', 'VOID']);

/** A list offered an act of this dossier: it opens with the page, once. What is not allowed any more opens nothing. */
function useOfferedAct(state: DossierState, open: (act: DossierAct) => void): void {
  const desk = useActingDesk(state);
  const now = useNow();
  const navigate = useNavigate();
  const wanted = useLocation({ select: (location) => location.state.act });
  const openWanted = useEffectEvent((command: CommandName) => {
    const act = dossierActs.find((one) => one.command === command);
    if (act && desk && whyNot(act, state, desk, now) === undefined) open(act);
    // Coming back to the page is no press of the button.
    void navigate({ to: '.', replace: true, state: {} });
  });
  useEffect(() => {
    if (wanted !== undefined) openWanted(wanted);
  }, [wanted]);
}

interface ActButtonProps {
  readonly act: DossierAct;
  readonly primary: boolean;
  /** While an act is open its keys belong to it. */
  readonly rests: boolean;
  readonly onOpen: () => void;
}

function ActButton({ act, primary, rests, onOpen }: ActButtonProps) {
  useShortcut(act.key ?? '', onOpen, primary && !rests);
  return (
    <Button size={primary ? 'md' : 'sm'} variant={primary ? 'filled' : 'default'} onClick={onOpen}>
      {act.words.act}
      {primary && <span className="key-hint">{` · ${act.key}`}</span>}
    </Button>
  );
}

/** What was just done, read out, with the papers that are handed out with it. */
function Done({ act, view }: { readonly act: DossierAct; readonly view: DossierView }) {
  return (
    <output>
      <Notice tone="green">
        {act.words.done}
        {act.prints && (
          <Suspense>
            <HandedOut ids={act.prints} view={view} />
          </Suspense>
        )}
      </Notice>
    </output>
  );
}
