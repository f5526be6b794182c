/** Who, what, whom and when: what the record is narrowed to. Days are typed day first and mean the whole day. */
import { useState } from 'react';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { addDays } from '@onestop/shared/kernel/plain-date.ts';
import { civilToInstant, instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import type { AuditFilter } from '../../contract/admin.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { DateBox, readDateBox } from '../../kit/ui/date-box.tsx';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { auditGroups } from '../../texts/audit.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';

interface AuditFilterFormProps {
  readonly onShow: (filter: AuditFilter) => void;
  readonly onExport: (filter: AuditFilter) => void;
}

export function AuditFilterForm({ onShow, onExport }: AuditFilterFormProps) {
  const t = adminTexts.audit;
  const { reference, now } = useServices();
  const staff = useLive(reference)?.staff ?? [];
  const [actor, setActor] = useState('');
  const [what, setWhat] = useState('');
  const [target, setTarget] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [unseen, setUnseen] = useState(false);
  const [tried, setTried] = useState(false);
  const limits = { today: instantToPlainDate(now()) };
  const people = [{ value: '', label: t.anybody }, ...staff.map((one) => ({ value: one.id as string, label: one.fullName }))];
  const run = (take: (filter: AuditFilter) => void) => {
    setTried(true);
    const [first, last] = [readDateBox(from, limits), readDateBox(to, limits)];
    if (first === 'wrong' || last === 'wrong') return;
    take({
      ...(actor === '' ? {} : { actor }),
      ...(what === '' ? {} : { what }),
      ...(target === '' ? {} : { target }),
      ...(first === undefined ? {} : { from: civilToInstant(first, 0) }),
      ...(last === undefined ? {} : { to: civilToInstant(addDays(last, 1), 0) }),
      ...(unseen ? { unseen } : {}),
    });
  };
  return (
    <OwnForm
      onSubmit={() => run(onShow)}
      problem={undefined}
      buttons={
        <div className={pageClasses.buttons}>
          <Button type="submit">{t.show}</Button>
          <Button variant="default" onClick={() => run(onExport)}>
            {t.exportFile}
          </Button>
        </div>
      }
    >
      <div className={pageClasses.tools}>
        <NativeSelect label={t.who} value={actor} onChange={(e) => setActor(e.currentTarget.value)} data={people} />
        <NativeSelect
          label={t.what}
          value={what}
          onChange={(e) => setWhat(e.currentTarget.value)}
          data={[{ value: '', label: t.anybody }, ...Object.entries(auditGroups).map(([value, label]) => ({ value, label }))]}
        />
        <NativeSelect label={t.whom} value={target} onChange={(e) => setTarget(e.currentTarget.value)} data={people} />
        <DateBox label={t.from} value={from} onChange={setFrom} limits={limits} tried={tried} />
        <DateBox label={t.to} value={to} onChange={setTo} limits={limits} tried={tried} />
      </div>
      <Checkbox label={t.unseen} checked={unseen} onChange={(e) => setUnseen(e.currentTarget.checked)} />
    </OwnForm>
  );
}
