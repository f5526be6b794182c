/** The notice board of procedures for citizens: found by a few letters, read in large type. The same inside the desk and on the tablet at the door. */
import { useMemo, useState } from 'react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useCatalogue, useProcedureSearch } from '../../kit/use-reference.ts';
import { pageClasses } from '../../kit/ui/page.tsx';
import { formatDate, formatNumber } from '../../texts/format.ts';
import { publicBoard as t } from '../../texts/vi/public-board.ts';
import { Documents, LegalBasis } from './procedure-parts.tsx';
import classes from './board.module.css';

/** As many as anybody looks through; more are found by typing. */
const shownMax = 40;

export function Board() {
  const { now } = useServices();
  const catalogue = useCatalogue();
  const search = useProcedureSearch();
  const [text, setText] = useState('');
  const [field, setField] = useState('');
  const [chosen, setChosen] = useState<Procedure>();
  const today = instantToPlainDate(now());
  const all = useMemo(() => inOrder(catalogue.inForceOn(today)), [catalogue, today]);
  const fields = useMemo(() => [...new Set(all.map((p) => p.field))].sort(new Intl.Collator('vi').compare), [all]);
  const rows = useMemo(() => {
    const inForce = new Set(all);
    const found = text.trim() === '' ? all : search(text, { limit: all.length }).filter((p) => inForce.has(p));
    return field === '' ? found : found.filter((p) => p.field === field);
  }, [all, search, text, field]);
  if (chosen) return <ProcedureSheet procedure={chosen} onBack={() => setChosen(undefined)} />;
  return (
    <>
      <div className={pageClasses.tools}>
        <TextInput
          className={classes.search}
          label={t.search}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
          autoComplete="off"
        />
        <NativeSelect
          label={t.field}
          value={field}
          onChange={(e) => setField(e.currentTarget.value)}
          data={[{ value: '', label: t.allFields }, ...fields]}
        />
      </div>
      <output className="quiet">
        {rows.length > shownMax
          ? t.count(formatNumber(shownMax), formatNumber(rows.length))
          : rows.length === 0
            ? all.length === 0
              ? t.empty
              : t.noMatch
            : ''}
      </output>
      <ul className={classes.list}>
        {rows.slice(0, shownMax).map((p) => (
          <li key={p.key}>
            <button type="button" className={classes.procedure} onClick={() => setChosen(p)}>
              <span className={classes.name}>{p.name}</span>
              <span className={classes.side}>{[p.field, p.timeLimit?.text].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the commune itself does comes first, then by name. */
function inOrder(procedures: readonly Procedure[]): readonly Procedure[] {
  const { compare } = new Intl.Collator('vi');
  const rank = ({ level }: Procedure): number => (level === 'commune' ? 0 : 1);
  return procedures.toSorted((a, b) => rank(a) - rank(b) || compare(a.name, b.name));
}

function ProcedureSheet({ procedure, onBack }: { readonly procedure: Procedure; readonly onBack: () => void }) {
  const { now } = useServices();
  const forms = procedure.documents.filter(({ form }) => form !== null && form !== '');
  const limit = procedure.timeLimit?.text ?? procedure.timeLimitText;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t.limit, limit ?? t.unknown],
    [t.fee, procedure.fee?.text ?? t.unknown],
    [t.result, procedure.resultDocument],
    [t.handledBy, procedure.handledBy],
    [t.code, procedure.code],
  ];
  return (
    <article className={classes.sheet}>
      <Button variant="default" className={classes.big} onClick={onBack} autoFocus>
        {t.back}
      </Button>
      <h2 className={classes.title}>{procedure.name}</h2>
      <dl className={`${pageClasses.card} ${pageClasses.facts}`}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <Documents procedure={procedure} />
      <section className={pageClasses.card} aria-labelledby="mau-don">
        <h2 id="mau-don">{t.forms}</h2>
        {forms.length === 0 ? (
          <p className="quiet">{t.noForms}</p>
        ) : (
          <ul className={classes.forms}>
            {forms.map(({ name, form }) => (
              <li key={name}>
                <strong>{form}</strong>: {name}
              </li>
            ))}
          </ul>
        )}
      </section>
      <LegalBasis procedure={procedure} />
      <p className="quiet">{t.asOf(formatDate(instantToPlainDate(now())))}</p>
    </article>
  );
}
