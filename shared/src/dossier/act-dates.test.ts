/** Every date of every command, found by walking the schemas; rules in tests/rules/dossier.md. */
import { describe, expect, test } from 'vitest';
import { day, intakeFor, offices, procedures, sampleIntake, staff } from '../../../tests/support/builders.ts';
import { type Story, given } from '../../../tests/support/given.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import type { Office } from '../reference/office.ts';
import type { Staff } from '../reference/staff.ts';
import { type CommandName, commandNames, commandOf } from './commands/index.ts';
import type { EventEnvelope } from './envelope.ts';
import { partialDate, plainDate } from './fields.ts';

interface Judged {
  readonly from: Story;
  readonly by?: { readonly by: Staff; readonly office: Office };
  readonly input: (date: PlainDate) => object;
  /** A day the act takes, and one on the wrong side of it; the act is of 23/11/2026. */
  readonly days: readonly [good: string, wrong: string];
}

const gone = ['23/11/2026', '25/11/2026'] as const;
const toCome = ['25/11/2026', '23/11/2026'] as const;
const promised = ['30/12/2026', '20/11/2026'] as const;

const why = { reason: 'x', class: 'OTHER' } as const;
const person = { fullName: 'Trần Văn Bình', evidence: 'CCCD', idNumber: '027090000012' } as const;
const company = { kind: 'ORGANISATION', fullName: 'Hợp tác xã Lai Hạ', evidence: 'NONE', taxCode: '0100233488' } as const;
const ofParty = (member: string, whole: (day: object) => object): readonly (readonly [string, (date: PlainDate) => object])[] =>
  ['birthDate', 'idIssuedOn'].map((name) => [`intake.${member}.${name}`, (date) => whole({ [name]: date })] as const);
const intakeDates: readonly (readonly [path: string, of: (date: PlainDate) => object])[] = [
  ...ofParty('owner', (day) => ({ owner: { ...person, kind: 'PERSON', ...day } })),
  ...ofParty('submitter', (day) => ({ submitter: { ...person, kind: 'PERSON', authorisation: 'giấy ủy quyền', ...day } })),
  ...ofParty('owner.representative', (day) => ({ owner: { ...company, representative: { ...person, ...day } } })),
  ...ofParty('submitter.representative', (day) => ({
    submitter: { ...company, authorisation: 'hợp đồng', representative: { ...person, ...day } },
  })),
  ...['birthDate', 'deathDate'].map(
    (name) =>
      [`intake.subjects[].${name}`, (date: PlainDate) => ({ subjects: [{ role: 'OTHER', fullName: 'Lê Ba', [name]: date }] })] as const,
  ),
];
const intakes = (command: string, procedure: Procedure, more: object): readonly (readonly [string, Judged])[] =>
  intakeDates.map(([path, of]) => [
    `${command} ${path}`,
    { from: 'NOTHING', input: (date) => ({ intake: intakeFor(procedure, of(date)), ...more }), days: gone },
  ]);
/** Valid to the end of its day. */
const stillValid = ['23/11/2026', '22/11/2026'] as const;
const usedAgain = (validTo: PlainDate) => ({
  papers: sampleIntake.papers.map((paper) => (paper.database ? { ...paper, database: { name: 'hồ sơ trước', validTo } } : paper)),
});
const papersUsedAgain = (command: string, procedure: Procedure, more: object): readonly [string, Judged] => [
  `${command} intake.papers[].database.validTo`,
  { from: 'NOTHING', input: (date) => ({ intake: intakeFor(procedure, usedAgain(date)), ...more }), days: stillValid },
];
const chosen = (date: PlainDate) => ({ due: { date, reason: 'QĐ 12' } });
const granted = { outcome: 'GRANTED' };
const centre = { by: staff.centre, office: offices.centre };

/** By command and place of the date in its input. */
const judged: Readonly<Record<string, Judged>> = {
  ...Object.fromEntries(intakes('accept', procedures.threeDays, { databasePapersConfirmed: true })),
  ...Object.fromEntries(intakes('acceptAndFinish', procedures.instant, { databasePapersConfirmed: true, result: granted })),
  ...Object.fromEntries(intakes('guide', procedures.threeDays, { reason: 'x', class: 'OTHER', missing: [{ name: 'Giấy khác' }] })),
  ...Object.fromEntries(intakes('refuseIntake', procedures.threeDays, why)),
  ...Object.fromEntries([
    papersUsedAgain('accept', procedures.threeDays, {}),
    papersUsedAgain('acceptAndFinish', procedures.instant, { result: granted }),
    papersUsedAgain('guide', procedures.threeDays, { reason: 'x', class: 'OTHER', missing: [{ name: 'Giấy khác' }] }),
    papersUsedAgain('refuseIntake', procedures.threeDays, why),
  ]),
  'changeProcedure papers[].database.validTo': {
    from: 'ACCEPTED',
    input: (date) => ({ procedure: { key: procedures.instant.key, version: 1 }, ...usedAgain(date), reason: 'x' }),
    days: stillValid,
  },
  'accept due.date': { from: 'NOTHING', input: (date) => ({ intake: intakeFor(procedures.noLimit), ...chosen(date) }), days: promised },
  'acceptAndFinish result.date': {
    from: 'NOTHING',
    input: (date) => ({ intake: intakeFor(procedures.instant), databasePapersConfirmed: true, result: { ...granted, date } }),
    days: gone,
  },
  'requestSupplement bringBy': {
    from: 'ACCEPTED',
    input: (bringBy) => ({ reason: 'x', class: 'PAPERS_MISSING', missing: [{ component: 2, name: 'Giấy khác' }], bringBy }),
    days: toCome,
  },
  'sendResultDown result.date': { from: 'RECEIVED_UP', by: centre, input: (date) => ({ result: { ...granted, date } }), days: gone },
  'number date': { from: 'SIGNED', input: (date) => ({ number: '45', date }), days: gone },
  'refuseAfterAppraisal date': { from: 'IN_PROCESS', input: (date) => ({ ...why, date }), days: gone },
  'apologise date': { from: 'IN_PROCESS', input: (date) => ({ ...why, date }), days: promised },
  'finish result.date': { from: 'IN_PROCESS', input: (date) => ({ result: { ...granted, date } }), days: gone },
  'correctIdentity birthDate': { from: 'ACCEPTED', input: (birthDate) => ({ birthDate, reason: 'x' }), days: gone },
  'correctIdentity idIssuedOn': { from: 'ACCEPTED', input: (idIssuedOn) => ({ idIssuedOn, reason: 'x' }), days: gone },
  'recordComplaint answerBy': { from: 'ACCEPTED', input: (answerBy) => ({ content: 'x', by: 'CALL', answerBy }), days: toCome },
  'changePromise date': { from: 'IN_PROCESS', input: (date) => ({ date, regulation: 'TB 01', reason: 'x' }), days: promised },
  'sendVerification answerBy': { from: 'IN_PROCESS', input: (answerBy) => ({ to: 'x', question: 'x', answerBy }), days: toCome },
  'recordVerification date': { from: 'VERIFYING', input: (date) => ({ answer: 'x', date }), days: gone },
};

/** Counted from the limit wherever there is one; the officer's day only where there is none (D29, L60 say how it is judged). */
const onlyWithoutLimit = ['acceptAndFinish due.date', 'completeSupplement due.date', 'changeProcedure due.date'];

/** Half-typed, or the citizen's own words: kept as they are, and judged with the paper that is made of them. */
const keepsIntake: ReadonlySet<CommandName> = new Set(['draft', 'submitOnline']);

/** zod's own tree, as far as the inputs of commands use it. */
interface Node {
  readonly def: {
    readonly shape?: Readonly<Record<string, Node>>;
    readonly innerType?: Node;
    readonly element?: Node;
    readonly options?: readonly Node[];
  };
}

function datesIn(node: Node, path: string): readonly string[] {
  if ((node as unknown) === plainDate || (node as unknown) === partialDate) return [path];
  const { shape = {}, innerType, element, options = [] } = node.def;
  return [
    ...Object.entries(shape).flatMap(([name, inner]) => datesIn(inner, path === '' ? name : `${path}.${name}`)),
    ...(innerType ? datesIn(innerType, path) : []),
    ...(element ? datesIn(element, `${path}[]`) : []),
    ...options.flatMap((option) => datesIn(option, path)),
  ];
}

const dates = commandNames
  .filter((name) => !keepsIntake.has(name))
  .flatMap((name) => [...new Set(datesIn(commandOf(name).input as unknown as Node, ''))].map((path) => `${name} ${path}`));

describe('dates of acts', () => {
  test('[D190] every date of every command is judged', () => {
    expect(dates.toSorted()).toEqual([...Object.keys(judged), ...onlyWithoutLimit].toSorted());
  });

  test.each(Object.entries(judged))('[D190] %s', (key, { from, by, input, days: [good, wrong] }) => {
    const name = key.split(' ')[0] as CommandName;
    const act = (date: string) => given(from).when(name, input(date as PlainDate) as never, by).result;
    expect(act(day(good))).toMatchObject({ ok: true });
    const refusal = act(day(wrong));
    expect(refusal).toMatchObject({ ok: false, error: { code: expect.stringMatching(/invalid|new-due-not-later/) } });
    expect(act('2026-02-30')).toMatchObject({ ok: false, error: { code: 'input/invalid' } });
  });

  test.each([...keepsIntake])('[D191] %s keeps a day that is wrong, but none that no calendar has', (name) => {
    const write = (birthDate: string) => {
      const owner = { ...person, kind: 'PERSON' as const, birthDate: birthDate as PlainDate };
      return given('NOTHING').when(name as 'draft', { intake: intakeFor(procedures.threeDays, { owner }) }).result;
    };
    expect(write(day('25/11/2026'))).toMatchObject({ ok: true });
    expect(write('2026-02-30')).toMatchObject({ ok: false, error: { code: 'input/invalid' } });
  });

  test('[D191] what came in with a wrong day can be refused', () => {
    const owner = { ...person, kind: 'PERSON' as const, birthDate: day('25/11/2026') };
    const intake = intakeFor(procedures.threeDays, { owner });
    // An interface has no index of its own; the data are the same.
    given([['DossierSubmittedOnline', { intake } as unknown as EventEnvelope['data']]])
      .when('refuseIntake', why)
      .succeeds();
  });
});
