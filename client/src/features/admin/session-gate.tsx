/** Administration is done at the centre, so the centre asks who it is: the PIN once more, online. */
import { useState, type FormEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useServices } from '../../kit/services-context.tsx';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { pageClasses } from '../../kit/ui/page.tsx';
import { useAdminCall } from './use-admin-call.ts';

export function SessionGate({ onOpen }: { readonly onOpen: () => void }) {
  const t = adminTexts;
  const { admin } = useServices();
  const call = useAdminCall();
  const [secret, setSecret] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const opened = await call.run(() => admin.openSession(secret));
    setSecret('');
    if (opened.ok) onOpen();
  };
  return (
    <form
      noValidate
      className={pageClasses.card}
      onSubmit={(event) => void submit(event)}
      style={{ display: 'flex', flexDirection: 'column', gap: '0.8rem', maxWidth: '26rem' }}
    >
      <p>{t.online}</p>
      <TextInput type="password" label={t.reauth} value={secret} autoFocus onChange={(e) => setSecret(e.currentTarget.value)} />
      {call.problem !== undefined && (
        <Notice tone="red" alert>
          {call.problem}
        </Notice>
      )}
      <Button type="submit" loading={call.busy}>
        {vi.session.signIn.submit}
      </Button>
    </form>
  );
}
