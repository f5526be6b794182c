/** The catalogue of the district: how many procedures are in force, the shipped ones taken over, a list of its own brought in, and the catalogue as a file. */
import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import type { CatalogueState } from '../../contract/admin.ts';
import { downloadBlob } from '../../kit/ui/download.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { useServices } from '../../kit/services-context.tsx';
import { formatDateTime } from '../../texts/format.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { CatalogueImport } from './catalogue-import.tsx';
import { TakeOverDialog } from './take-over-dialog.tsx';
import { useAdminCall } from './use-admin-call.ts';

const fileTypes = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;

export function CatalogueTab({ onNeedSession }: { readonly onNeedSession: () => void }) {
  const t = adminTexts.catalogue;
  const { admin, sync } = useServices();
  const { run, problem, busy } = useAdminCall(onNeedSession);
  const [state, setState] = useState<CatalogueState>();
  const [taking, setTaking] = useState(false);
  const [done, setDone] = useState<string>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let live = true;
    void run(admin.catalogue).then((read) => live && read.ok && setState(read.value));
    return () => {
      live = false;
    };
  }, [run, admin, round]);
  const onChanged = (said: string) => {
    setTaking(false);
    setDone(said);
    sync.syncNow();
    setRound((n) => n + 1);
  };
  const download = async (format: 'csv' | 'json') => {
    const file = await run(() => admin.catalogueFile(format));
    if (file.ok) downloadBlob(new Blob([file.value.text], { type: fileTypes[format] }), file.value.name);
  };
  const lacking = state?.shipped.reduce((sum, { lacking: count }) => sum + count, 0) ?? 0;
  return (
    <>
      {state && <CatalogueCount state={state} />}
      {problem !== undefined && (
        <Notice tone="red" alert>
          {problem}
        </Notice>
      )}
      {done !== undefined && (
        <Notice tone="green" alert>
          {done}
        </Notice>
      )}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.6rem' }}>
        {lacking > 0 && <Button onClick={() => setTaking(true)}>{t.takeOver}</Button>}
        <Button variant="default" loading={busy} onClick={() => void download('csv')}>
          {t.downloadCsv}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void download('json')}>
          {t.downloadJson}
        </Button>
      </div>
      <CatalogueImport onNeedSession={onNeedSession} onPublished={onChanged} />
      {taking && state && (
        <TakeOverDialog shipped={state.shipped} onClose={() => setTaking(false)} onNeedSession={onNeedSession} onTaken={onChanged} />
      )}
    </>
  );
}

function CatalogueCount({ state: { inForce, changed } }: { readonly state: CatalogueState }) {
  const t = adminTexts.catalogue;
  const all = inForce.commune + inForce.district + inForce.province;
  if (all === 0) return <Notice tone="amber">{t.none}</Notice>;
  return (
    <p>
      <strong>{t.count(all)}</strong> {t.byLevel(inForce.commune, inForce.district, inForce.province)}{' '}
      <span className="quiet">{changed === undefined ? t.neverChanged : t.changed(formatDateTime(changed.at))}</span>
    </p>
  );
}
