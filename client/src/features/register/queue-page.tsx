/** One work queue: hôm nay, sắp đến hạn, quá hạn, … The drafts queue also shows the forms the officer half typed on this device. */
import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import type { QueueView } from '../../kit/queues.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive, useNow } from '../../kit/use-live.ts';
import { formatMoment, formatNumber } from '../../texts/format.ts';
import { vi } from '../../texts/vi.ts';
import { Page, pageClasses } from '../../kit/ui/page.tsx';
import { RegisterTable } from './register-table.tsx';

export function QueuePage({ view }: { readonly view: QueueView }) {
  const { dossiers } = useServices();
  const now = useNow();
  useLive(dossiers.index.version);
  const counts = dossiers.index.counts(now);
  const filter = useMemo(() => ({ queue: view.queue, sort: view.sort }), [view]);
  const texts = vi.register.queues[view.queue];
  return (
    <Page title={texts.title} fill tools={<span className="quiet num">{vi.register.total(formatNumber(counts[view.queue]))}</span>}>
      {view.queue === 'drafts' && <LocalDrafts />}
      <RegisterTable key={view.queue} label={texts.title} filter={filter} empty={texts.empty} total={counts[view.queue]} />
    </Page>
  );
}

function LocalDrafts() {
  const t = vi.register;
  const { drafts, session } = useServices();
  const navigate = useNavigate();
  const actor = useLive(session.current)?.staff.id;
  const list = useLive(drafts.list).filter((draft) => draft.actor === actor);
  const now = useNow();
  if (list.length === 0) return null;
  return (
    <section className={pageClasses.card} aria-labelledby="phieu-do">
      <h2 id="phieu-do">{t.localDrafts}</h2>
      <ul style={{ listStyle: 'none', margin: '0.5rem 0 0', padding: 0, display: 'grid', gap: '0.4rem' }}>
        {list.map((draft) => (
          <li key={draft.id} style={{ display: 'flex', gap: '0.8rem', alignItems: 'center' }}>
            <span style={{ flex: 1 }}>
              {draft.title || t.untitledDraft} <span className="quiet">· {formatMoment(draft.updatedAt, now)}</span>
            </span>
            <Button size="xs" onClick={() => void navigate({ to: '/tiep-nhan', search: { draft: draft.id } })}>
              {t.continueDraft}
            </Button>
            <Button size="xs" variant="default" onClick={() => void drafts.remove(draft.id)}>
              {t.removeDraft}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
