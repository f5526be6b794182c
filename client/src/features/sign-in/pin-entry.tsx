/**
 * PIN or passphrase: a pad for fingers, the keyboard for the desk. Says how many tries are left and counts a lock-out down. Used by sign-in, by the
 * lock and wherever the centre asks the administrator again.
 */
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useNow } from '../../kit/use-live.ts';
import { useServices } from '../../kit/services-context.tsx';
import type { SignInError } from '../../contract/session.ts';
import { signInErrorText } from '../../texts/sign-in-errors.ts';
import { vi } from '../../texts/vi.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import pad from '../../kit/ui/pin-pad.module.css';

interface PinEntryProps {
  readonly label: string;
  readonly submitLabel: string;
  /** Resolves to the error to show, or undefined when it worked. */
  readonly onSubmit: (secret: string) => Promise<SignInError | undefined>;
}

export function PinEntry({ label, submitLabel, onSubmit }: PinEntryProps) {
  const t = vi.session.signIn;
  const { now } = useServices();
  const [secret, setSecret] = useState('');
  const [letters, setLetters] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<SignInError | 'empty'>();
  const clock = useNow(1000);
  const field = useRef<HTMLInputElement>(null);
  const lockedFor = error !== undefined && error !== 'empty' && error.code === 'session/locked' ? error.until - clock : 0;

  useEffect(() => field.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (secret === '') return setError('empty');
    if (busy || (error !== undefined && error !== 'empty' && error.code === 'session/locked' && error.until > now())) return undefined;
    setBusy(true);
    const failed = await onSubmit(secret);
    setBusy(false);
    setSecret('');
    setError(failed);
    field.current?.focus();
    return undefined;
  };
  const type = (digit: string) => {
    setSecret((s) => s + digit);
    field.current?.focus({ preventScroll: true });
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} style={{ display: 'flex', flexDirection: 'column', gap: '0.8rem' }}>
      <TextInput
        ref={field}
        label={label}
        type="password"
        size="md"
        value={secret}
        autoComplete="off"
        inputMode={letters ? 'text' : 'none'}
        onChange={(e) => setSecret(e.currentTarget.value)}
      />
      <div aria-live="assertive">{error !== undefined && <Notice tone="red">{signInErrorText(error, lockedFor)}</Notice>}</div>
      {!letters && (
        <div className={pad.pad}>
          {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((d) => (
            <button key={d} type="button" className={pad.key} onClick={() => type(d)}>
              {d}
            </button>
          ))}
          <button type="button" className={`${pad.key} ${pad.small}`} onClick={() => setLetters(true)}>
            {t.letters}
          </button>
          <button type="button" className={pad.key} onClick={() => type('0')}>
            0
          </button>
          <button type="button" className={`${pad.key} ${pad.small}`} onClick={() => setSecret((s) => s.slice(0, -1))}>
            {t.backspace}
          </button>
        </div>
      )}
      {letters && (
        <Button variant="subtle" onClick={() => setLetters(false)}>
          {t.digits}
        </Button>
      )}
      <Button type="submit" size="md" loading={busy} disabled={lockedFor > 0}>
        {submitLabel}
        <span className="key-hint">{' · Enter'}</span>
      </Button>
    </form>
  );
}
