/** Dangerous grants of rights that the director has not seen yet: told on the morning page while the centre is in reach, read and marked in the record of administration. */
import { useEffect, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { admin as adminTexts } from '../../texts/vi/admin.ts';

export function GraveNotice() {
  const t = adminTexts.audit;
  const { admin, session, sync } = useServices();
  const isDirector = useLive(session.current)?.staff.roles.includes('district_monitor') ?? false;
  // Asked again after each exchange: then there is a line, and the sign-in to the centre has been answered.
  const { lastReceiptAt } = useLive(sync.status);
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!isDirector) return undefined;
    void lastReceiptAt;
    let live = true;
    void admin.listAudit({ unseen: true }).then((found) => live && found.ok && setCount(found.value.entries.length));
    return () => {
      live = false;
    };
  }, [admin, isDirector, lastReceiptAt]);
  if (count === 0) return null;
  return (
    <Notice tone="amber" title={t.graveNotice(count)}>
      <Link to="/quan-tri">{t.openAudit}</Link>
    </Notice>
  );
}
