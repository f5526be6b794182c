/**
 * The first minute of a production server: the one-time link makes the centre, its first administrator and the code of the first device, and says what comes next.
 * The key is behind `#` (or `?ma=`) of the link.
 */
import { useEffect, useRef, useState } from 'react';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { proposedAuthorityName } from '@onestop/shared/reference/office-proposal.ts';
import type { FoundUnit } from '@onestop/shared/reference/unit-list.ts';
import { unitNameParts } from '@onestop/shared/text/unit-name.ts';
import { useServices } from '../../kit/services-context.tsx';
import { IssuedCode } from '../../kit/issued-code.tsx';
import { fieldProblemText } from '../../texts/field-problems.ts';
import { vi } from '../../texts/vi.ts';
import { wireErrorSentence } from '../../texts/wire-errors.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { OwnForm } from '../../kit/ui/own-form.tsx';
import { CentredPanel } from '../../kit/ui/page.tsx';
import { DistrictFinder } from './district-finder.tsx';
import {
  postSetup,
  serverPaths,
  setupFields,
  type SetupCode,
  type SetupField,
  type SetupForm,
  type SetupProblem,
} from './setup-request.ts';

export function SetupPage() {
  const t = vi.session.setup;
  const { now } = useServices();
  const [key] = useState(() => setupKey(window.location));
  const [form, setForm] = useState(emptyForm);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SetupProblem>();
  const [issued, setIssued] = useState<SetupCode>();
  const panel = useRef<HTMLDivElement>(null);
  // Whoever was refused goes on where the first wrong field is.
  useEffect(() => {
    if (problem?.fields) panel.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

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
  if (issued) return <SetupDone issued={issued} />;
  return (
    <CentredPanel title={t.title} wide>
      <div ref={panel} style={{ display: 'grid', gap: '0.9rem' }}>
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
          <DistrictFinder onChoose={(unit) => setForm((f) => ({ ...f, ...namesOf(unit) }))} />
          <SetupInputs form={form} problem={problem} onChange={(name, value) => setForm((f) => ({ ...f, [name]: value }))} />
        </OwnForm>
      </div>
    </CentredPanel>
  );
}

interface SetupInputsProps {
  readonly form: SetupForm;
  readonly problem: SetupProblem | undefined;
  readonly onChange: (name: SetupField, value: string) => void;
}

function SetupInputs({ form, problem, onChange }: SetupInputsProps) {
  const t = vi.session.setup;
  const [isShown, setShown] = useState(false);
  return (
    <div style={{ display: 'grid', gap: '0.9rem', gridTemplateColumns: 'repeat(auto-fit, minmax(min(16rem, 100%), 1fr))' }}>
      {setupFields.map((name) => (
        <div key={name} style={{ display: 'grid', gap: '0.4rem', alignContent: 'start' }}>
          <TextInput
            label={t.fields[name]}
            description={name in t.hints ? t.hints[name as keyof typeof t.hints] : undefined}
            required
            error={fieldProblemText(problem?.fields ?? [], serverPaths[name])}
            type={name === 'secret' && !isShown ? 'password' : 'text'}
            autoComplete={name === 'secret' ? 'new-password' : 'off'}
            value={form[name]}
            onChange={(e) => onChange(name, e.currentTarget.value)}
          />
          {name === 'secret' && <Checkbox label={t.showSecret} checked={isShown} onChange={(e) => setShown(e.currentTarget.checked)} />}
        </div>
      ))}
    </div>
  );
}

/** The code, and the three steps that come next. */
function SetupDone({ issued }: { readonly issued: SetupCode }) {
  const t = vi.session.setup;
  return (
    <CentredPanel title={t.done}>
      <ol style={{ display: 'grid', gap: '0.4rem', margin: 0, paddingInlineStart: '1.4rem' }}>
        {t.next.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <IssuedCode code={issued.code} expiresAt={issued.expiresAt} />
      <Button size="md" autoFocus onClick={() => window.location.assign(`/#ma=${encodeURIComponent(issued.code)}`)}>
        {t.enrolNow}
      </Button>
    </CentredPanel>
  );
}

const usual = vi.session.setup;
const emptyForm: SetupForm = {
  districtName: '',
  authorityName: '',
  deskName: usual.deskNameUsual,
  place: '',
  agencyId: '',
  adminName: '',
  adminTitle: usual.adminTitleUsual,
  login: '',
  secret: '',
  deviceName: usual.deviceNameUsual,
};

/** What of the form follows from the unit; the identifier does not. */
function namesOf({ name }: FoundUnit): Pick<SetupForm, 'districtName' | 'authorityName' | 'place'> {
  const { kind, proper } = unitNameParts(name);
  return { districtName: `${kind} ${proper}`.trim(), authorityName: proposedAuthorityName(name), place: proper };
}

/** The fields by the names they have on this page. */
function problemSentence({ problem, fields = [] }: SetupProblem): string {
  const wrong = setupFields.filter((name) => fields.some(({ path }) => path === serverPaths[name]));
  const named = wrong.map((name) => usual.fields[name]).join(', ');
  return `${wireErrorSentence(problem)}${named === '' ? '' : ` ${usual.wrongFields(named)}`}`;
}

/** The key of the one-time link, wherever the link carries it. */
function setupKey(location: Pick<Location, 'hash' | 'search'>): string {
  return location.hash.slice(1) || (new URLSearchParams(location.search).get('ma') ?? '');
}
