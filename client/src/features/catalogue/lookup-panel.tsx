/** Look-up by the code on the receipt, at the tablet by the door: stage and days as this device knows them, and since when it knows nothing newer. */
import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { publicWords as words } from '@onestop/shared/text/public-words.ts';
import type { PublicAnswer } from '../../contract/public-lookup.ts';
import { report } from '../../kit/report.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useCatalogue } from '../../kit/use-reference.ts';
import { useLive } from '../../kit/use-live.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { formatDateTime, formatLongDate } from '../../texts/format.ts';
import { publicBoard } from '../../texts/vi/public-board.ts';
import classes from './board.module.css';

const t = publicBoard.lookup;

type Told = { readonly kind: 'FOUND'; readonly answer: PublicAnswer } | { readonly kind: 'UNKNOWN' | 'FAILED' };

export function LookupPanel() {
  const { publicLookup, now } = useServices();
  const [text, setText] = useState('');
  const [told, setTold] = useState<Told>();
  const find = async () => {
    try {
      const answer = await publicLookup.find(text);
      setTold(answer ? { kind: 'FOUND', answer } : { kind: 'UNKNOWN' });
    } catch (cause) {
      report('look-up at the door', cause);
      setTold({ kind: 'FAILED' });
    }
  };
  const clear = () => {
    setText('');
    setTold(undefined);
  };
  const today = instantToPlainDate(now());
  return (
    <OwnForm
      onSubmit={() => void find()}
      buttons={
        <div className={classes.acts}>
          <Button type="submit" className={classes.big}>
            {words.find}
          </Button>
          {told && (
            <Button variant="default" className={classes.big} onClick={clear}>
              {t.clear}
            </Button>
          )}
        </div>
      }
    >
      <TextInput
        label={words.label}
        description={t.shortHint(`${today.slice(2).replaceAll('-', '')}-0001`)}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={200}
        required
      />
      <div aria-live="polite" className={classes.told}>
        {told?.kind === 'FOUND' && <Answer {...told.answer} />}
        {told?.kind === 'UNKNOWN' && <Notice tone="amber">{t.unknown}</Notice>}
        {told?.kind === 'FAILED' && <Notice tone="amber">{t.failed}</Notice>}
        {told && <Freshness />}
      </div>
    </OwnForm>
  );
}

function Freshness() {
  const asOf = useServices().publicLookup.asOf();
  return <p className="quiet">{asOf === undefined ? t.never : t.asOf(formatDateTime(asOf))}</p>;
}

function Answer({ code, status }: PublicAnswer) {
  const catalogue = useCatalogue();
  const hotline = useLive(useServices().reference)?.settings.hotline;
  const { stage, place, procedure } = status;
  const named = procedure && catalogue.versionsOf(procedure.key).find(({ version }) => version === procedure.version)?.name;
  const days = (
    [
      [words.received, status.receivedOn],
      [words.promised, status.promisedOn],
      [stage === 'ENDED' ? words.ended : words.finished, status.finishedOn],
      [words.returned, status.returnedOn],
    ] as const
  ).flatMap(([name, day]) => (day === undefined ? [] : [[name, formatLongDate(day)] as const]));
  const facts = [[words.code, code] as const, ...(named === undefined ? [] : [[words.procedure, named] as const]), ...days];
  return (
    <div className={pageClasses.card}>
      <p className={classes.stage}>
        {words.stages[stage]}
        {place && `: ${words.places[place]}`}
      </p>
      <dl className={pageClasses.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {hotline && <p className="quiet">{hotline}</p>}
    </div>
  );
}
