/** What every screen does with a scan that its page did not want: our own code opens the dossier, a card looks for its owner, anything else is named. */
import { useEffect, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useScanTaker } from '../kit/scan/scans.tsx';
import { useServices } from '../kit/services-context.tsx';
import { Keyed } from '../kit/ui/keyed.tsx';
import { Notice } from '../kit/ui/notice.tsx';
import { vi } from '../texts/vi.ts';
import { searchWords } from './search-words.ts';
import classes from './shell.module.css';

const saidForMs = 15_000;

export function ScanDesk({ onSearch }: { readonly onSearch: (words: string) => void }) {
  const t = vi.shell.scan;
  const { dossiers } = useServices();
  const navigate = useNavigate();
  const [said, setSaid] = useState<{ readonly text: string }>();
  useEffect(() => {
    const timer = setTimeout(() => setSaid(undefined), saidForMs);
    return () => clearTimeout(timer);
  }, [said]);
  // What was said of the last scan is not said of this one, whoever takes it.
  useScanTaker('witness', () => {
    setSaid(undefined);
    return false;
  });
  useScanTaker('frame', (scan) => {
    const say = (text: string) => setSaid({ text });
    if (scan.kind === 'unknown') say(t.unknown);
    // What is typed in a dialog is nowhere else.
    else if (document.querySelector('[role="dialog"][aria-modal="true"]')) say(t.dialogOpen);
    else if (scan.kind === 'dossier') {
      const row = dossiers.index.findByCode(scan.code);
      if (row) void navigate({ to: '/ho-so/$dossier', params: { dossier: row.id } });
      else say(t.noDossier(scan.code));
    } else if (scan.kind === 'list') {
      void navigate({ to: '/ban-giao/$list', params: { list: scan.list.list }, state: { dossiers: scan.list.dossiers } });
    } else if (scan.kind === 'closing') void navigate({ to: '/chot-ca', state: { scanned: scan.text } });
    else {
      const words = searchWords(scan);
      if (words === undefined) say(t.damaged);
      else onSearch(words);
    }
    return true;
  });
  return (
    <div className={classes.scan} aria-live="assertive">
      {said && (
        <Notice tone="amber">
          <p>
            <Keyed text={said.text} />
          </p>
        </Notice>
      )}
    </div>
  );
}
