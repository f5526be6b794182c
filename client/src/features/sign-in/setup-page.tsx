/**
 * The first minute of a production server: the one-time link makes the centre, its first administrator and the code of the first device. Works before
 * any device is enrolled, so it speaks to the server directly. The key is behind `#` (or `?ma=`) of the link.
 */
import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { hc } from 'hono/client';
import type { Api } from '@onestop/sync-server/api.ts';
import { instantToPlainDate, type Instant } from '@onestop/shared/kernel/instant.ts';
import { useServices } from '../../kit/services-context.tsx';
import { IssuedCode } from '../../kit/issued-code.tsx';
import { report } from '../../kit/report.ts';
import { fieldProblemText, fieldProblemsText } from '../../texts/field-problems.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { vi } from '../../texts/vi.ts';
import { wireErrorSentence, wireErrorTexts, type LineErrorCode } from '../../texts/wire-errors.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { CentredPanel } from '../../kit/ui/page.tsx';

const fields = [
  'districtName',
  'authorityName',
  'deskName',
  'place',
  'agencyId',
  'adminName',
  'adminTitle',
  'login',
  'secret',
  'deviceName',
] as const;
type FieldName = (typeof fields)[number];

/** Of the first unit only; the server asks for an id before there is anything to choose from. */
const firstOfficeId = 'TT';

export function SetupPage() {
  const t = vi.session.setup;
  const { now } = useServices();
  const [key] = useState(() => setupKey(window.location));
  const [form, setForm] = useState<Record<FieldName, string>>({
    ...emptyForm,
    deskName: t.deskNameUsual,
    adminTitle: t.adminTitleUsual,
    deviceName: t.deviceNameUsual,
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SetupProblem>();
  const [issued, setIssued] = useState<{ readonly code: string; readonly expiresAt: Instant }>();

  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    const answer = await postSetup(key, form, instantToPlainDate(now()));
    setBusy(false);
    if ('problem' in answer) setProblem(answer);
    else setIssued(answer);
  };
  if (key === '')
    return (
      <CentredPanel title={t.title}>
        <Notice tone="amber">{t.noToken}</Notice>
      </CentredPanel>
    );
  if (issued) {
    return (
      <CentredPanel title={t.done}>
        <p>{t.doneHint}</p>
        <IssuedCode code={issued.code} expiresAt={issued.expiresAt} />
        <Button onClick={() => window.location.assign(`/#ma=${encodeURIComponent(issued.code)}`)}>{t.enrolNow}</Button>
      </CentredPanel>
    );
  }
  return (
    <CentredPanel title={t.title}>
      <p>{t.intro}</p>
      <OwnForm
        onSubmit={() => void submit()}
        problem={problem && problemSentence(problem)}
        buttons={
          <Button type="submit" size="md" loading={busy}>
            {t.submit}
            <span className="key-hint">{' · Enter'}</span>
          </Button>
        }
      >
        {fields.map((name) => (
          <TextInput
            key={name}
            label={t.fields[name]}
            description={name in t.hints ? t.hints[name as keyof typeof t.hints] : undefined}
            required
            error={fieldProblemText(problem?.fields ?? [], serverPaths[name])}
            type={name === 'secret' ? 'password' : 'text'}
            autoComplete={name === 'secret' ? 'new-password' : 'off'}
            value={form[name]}
            onChange={(e) => {
              const { value } = e.currentTarget;
              setForm((f) => ({ ...f, [name]: value }));
            }}
          />
        ))}
      </OwnForm>
    </CentredPanel>
  );
}

const emptyForm: Record<FieldName, string> = {
  districtName: '',
  authorityName: '',
  deskName: '',
  place: '',
  agencyId: '',
  adminName: '',
  adminTitle: '',
  login: '',
  secret: '',
  deviceName: '',
};

interface SetupProblem {
  readonly problem: LineErrorCode;
  readonly fields?: readonly { readonly path: string; readonly problem: string }[] | undefined;
}

/** How the centre calls the fields. */
const serverPaths: Readonly<Record<FieldName, string>> = {
  districtName: 'office.name',
  authorityName: 'office.authorityName',
  deskName: 'office.deskName',
  place: 'office.place',
  agencyId: 'office.agencyId',
  adminName: 'admin.fullName',
  adminTitle: 'admin.title',
  login: 'admin.login',
  secret: 'admin.secret',
  deviceName: 'deviceName',
};

function problemSentence({ problem, fields = [] }: SetupProblem): string {
  const told = fieldProblemsText(fields);
  return `${wireErrorSentence(problem)}${told === '' ? '' : ` ${adminTexts.fields(told)}`}`;
}

/** The key of the one-time link, wherever the link carries it. */
function setupKey(location: Pick<Location, 'hash' | 'search'>): string {
  return location.hash.slice(1) || (new URLSearchParams(location.search).get('ma') ?? '');
}

async function postSetup(
  key: string,
  form: Record<FieldName, string>,
  today: string,
): Promise<{ readonly code: string; readonly expiresAt: Instant } | SetupProblem> {
  const text = (name: FieldName) => form[name].trim();
  const office = {
    id: firstOfficeId,
    kind: 'CENTRE',
    name: text('districtName'),
    authorityName: text('authorityName'),
    deskName: text('deskName'),
    place: text('place'),
    agencyId: text('agencyId'),
    syncs: true,
    validFrom: today,
  };
  const admin = { login: text('login').toLowerCase(), fullName: text('adminName'), title: text('adminTitle'), secret: form.secret };
  let body: unknown;
  let accepted = false;
  try {
    const response = await hc<Api>('/').api.setup.$post({ json: { key, office, admin, deviceName: text('deviceName') } });
    accepted = response.ok;
    body = await response.json();
  } catch (cause) {
    report('Setup could not reach the server', cause);
    return { problem: 'network/unreachable' };
  }
  const { code, expiresAt, error, fields: wrong } = body as Readonly<Record<string, unknown>>;
  if (accepted && typeof code === 'string' && typeof expiresAt === 'number') return { code, expiresAt };
  if (typeof error !== 'string' || !(error in wireErrorTexts)) return { problem: 'network/not-ours' };
  return { problem: error as LineErrorCode, ...(Array.isArray(wrong) ? { fields: wrong as SetupProblem['fields'] } : {}) };
}
