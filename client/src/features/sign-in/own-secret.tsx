/** An officer sets a secret of his own: asked for at the first sign-in, or from his account. The centre changes it, so it needs the line; without one nobody is kept from work. */
import { useState } from 'react';
import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { needsPassphrase, ownSecretProblem } from '@onestop/shared/judgement/secret-rule.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import type { ChangeSecretError } from '../../contract/session.ts';
import { useServices } from '../../kit/services-context.tsx';
import { useLive } from '../../kit/use-live.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { CentredPanel, pageClasses } from '../../kit/ui/page.tsx';
import { fieldProblemText } from '../../texts/field-problems.ts';
import { signInErrorText } from '../../texts/sign-in-errors.ts';
import { ownSecret } from '../../texts/vi/own-secret.ts';
import { vi } from '../../texts/vi.ts';
import { wireErrorSentence } from '../../texts/wire-errors.ts';
import classes from './sign-in.module.css';

/** Over the page, until the secret is changed or there is no line to change it over. */
export function FirstSecretPage({ onLater }: { readonly onLater: () => void }) {
  const t = ownSecret.first;
  const { session, sync } = useServices();
  const name = useLive(session.current)?.staff.fullName ?? '';
  const { reachable, lastAttemptAt } = useLive(sync.status);
  const [error, setError] = useState<ChangeSecretError>();
  const hasNoLine = (lastAttemptAt !== undefined && !reachable) || (error !== undefined && !isOwnMistake(error));
  return (
    <div className={classes.overlay} role="dialog" aria-modal="true" aria-label={t.title}>
      <CentredPanel title={t.title}>
        <p>{t.why(name)}</p>
        <OwnSecretForm onFailed={setError}>
          {hasNoLine && (
            <>
              <Notice tone="amber">{t.noLine}</Notice>
              <Button variant="default" onClick={onLater}>
                {t.later}
              </Button>
            </>
          )}
          <Button variant="subtle" onClick={session.signOut}>
            {t.other}
          </Button>
        </OwnSecretForm>
      </CentredPanel>
    </div>
  );
}

export function OwnSecretDialog({ onClose }: { readonly onClose: () => void }) {
  const t = ownSecret;
  const staff = useLive(useServices().session.current)?.staff;
  const [done, setDone] = useState(false);
  return (
    <Modal opened onClose={onClose} title={needsPassphrase(staff?.roles ?? []) ? t.titlePassphrase : t.title}>
      {done ? (
        <div style={{ display: 'grid', gap: '0.9rem' }}>
          <Notice tone="green" alert>
            {t.done}
          </Notice>
          <div className={pageClasses.buttons}>
            <Button data-autofocus autoFocus onClick={onClose}>
              {t.close}
            </Button>
          </div>
        </div>
      ) : (
        <OwnSecretForm onDone={() => setDone(true)}>
          <Button variant="default" onClick={onClose}>
            {vi.common.cancel}
          </Button>
        </OwnSecretForm>
      )}
    </Modal>
  );
}

interface OwnSecretFormProps {
  readonly onDone?: () => void;
  readonly onFailed?: (error: ChangeSecretError) => void;
  /** What else can be done than to change it. */
  readonly children: React.ReactNode;
}

function OwnSecretForm({ onDone, onFailed, children }: OwnSecretFormProps) {
  const t = ownSecret;
  const { session, now } = useServices();
  const staff = must(useLive(session.current), 'somebody is signed in').staff;
  const [form, setForm] = useState({ secret: '', next: '', again: '' });
  const [isShown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [isDifferent, setDifferent] = useState(false);
  const [error, setError] = useState<ChangeSecretError>();
  const send = async () => {
    setError(undefined);
    setDifferent(form.next !== form.again);
    if (form.next !== form.again) return;
    const problem = ownSecretProblem(form.secret, form.next, staff.roles);
    if (problem !== undefined) return setError({ code: 'admin/invalid', fields: [{ path: 'next', problem }] });
    setBusy(true);
    const changed = await session.changeSecret(form.secret, form.next);
    setBusy(false);
    if (changed.ok) return onDone?.();
    setError(changed.error);
    onFailed?.(changed.error);
  };
  const fields = error !== undefined && 'fields' in error ? (error.fields ?? []) : [];
  const field = (name: keyof typeof form, type: 'text' | 'password') => ({
    label: t[name],
    type,
    required: true,
    value: form[name],
    onChange: (e: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [name]: e.currentTarget.value }),
  });
  const type = isShown ? 'text' : 'password';
  const rule = needsPassphrase(staff.roles) ? t.passphraseRule : t.pinRule;
  return (
    <OwnForm
      onSubmit={() => void send()}
      problem={error && problemText(error, now())}
      buttons={
        <div className={pageClasses.buttons}>
          {children}
          <Button type="submit" loading={busy}>
            {t.submit}
            <span className="key-hint">{' · Enter'}</span>
          </Button>
        </div>
      }
    >
      <TextInput {...field('secret', 'password')} autoFocus data-autofocus autoComplete="current-password" />
      <TextInput {...field('next', type)} description={rule} error={fieldProblemText(fields, 'next')} autoComplete="new-password" />
      <TextInput {...field('again', type)} error={isDifferent && t.different} autoComplete="new-password" />
      <Checkbox label={t.show} checked={isShown} onChange={(e) => setShown(e.currentTarget.checked)} />
      <p className="quiet">{t.needsLine}</p>
    </OwnForm>
  );
}

/** What another try with the right words mends; anything else is the line's or the centre's. */
function isOwnMistake(error: ChangeSecretError): boolean {
  return error.code === 'admin/invalid' || 'triesLeft' in error || 'until' in error;
}

function problemText(error: ChangeSecretError, now: number): string | undefined {
  if ('triesLeft' in error) return signInErrorText(error, 0);
  if ('until' in error) return signInErrorText(error, error.until - now);
  if (error.code === 'session/inactive' || error.code === 'session/no-verifier') return signInErrorText(error, 0);
  // The field says it itself.
  return 'fields' in error && error.fields?.some(({ path }) => path === 'next') === true ? undefined : wireErrorSentence(error.code);
}
