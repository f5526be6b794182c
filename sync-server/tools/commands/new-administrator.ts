/**
 * `new-administrator <login>`: an administrator of the district from the console, new or armed again with a new passphrase, where nobody can sign in as one any
 * more. The passphrase is typed (or piped in), never given on the command line, where every process list shows it. Recorded in the audit trail.
 */
import { secretProblem } from '@onestop/shared/judgement/secret-rule.ts';
import type { StaffId } from '@onestop/shared/kernel/ids.ts';
import type { Office } from '@onestop/shared/reference/office.ts';
import { isCentre } from '@onestop/shared/reference/office-kinds.ts';
import { staffSchema } from '@onestop/shared/reference/schemas.ts';
import type { Staff } from '@onestop/shared/reference/staff.ts';
import { makeVerifier } from '../../src/auth/passwords.ts';
import { systemRandom } from '../../src/auth/secrets.ts';
import { systemClock } from '../../src/compose.ts';
import { saveStaffMember } from '../../src/log/reference-admin.ts';
import { createReferenceCache, type ReferenceSnapshot } from '../../src/log/reference-cache.ts';
import { newAdministratorTexts as texts } from '../../src/texts/commands/new-administrator.ts';
import { type Command, type CommandContext, CommandProblem, UsageProblem } from '../command.ts';
import { findOffice } from '../find-office.ts';

const role = 'district_admin';

export const newAdministrator: Command = {
  name: 'new-administrator',
  help: texts.help,
  places: [texts.login, texts.fullName],
  needed: 1,
  options: {
    office: { value: texts.office, help: texts.officeHelp },
    title: { value: texts.title, help: texts.titleHelp },
  },
  run: async (context) => {
    const store = await context.district();
    const snapshot = await createReferenceCache(store).read();
    const office = centreOf(snapshot.offices, context.option('office'));
    const known = knownAs(snapshot, office, loginOf(context));
    const person = known === undefined ? newPerson(context, office) : { ...known, active: true, roles: withRole(known) };
    const verifier = await makeVerifier(await askPassphrase(context, person.roles), systemRandom);
    await saveStaffMember(store, { ...person, verifier }, { at: systemClock.now(), office: office.id, reason: texts.reason });
    return known === undefined
      ? texts.made(person.fullName, person.login, office.name)
      : texts.armed(person.fullName, person.login, office.name);
  },
};

function loginOf({ given }: CommandContext): string {
  return (given[0] ?? '').trim().toLowerCase();
}

/** The district's own centre, where no other is named. */
function centreOf(offices: readonly Office[], typed: string | undefined): Office {
  const centres = offices.filter(isCentre);
  if (typed !== undefined) return findOffice(centres, typed);
  const [first, second] = centres.filter(({ parent }) => !centres.some(({ id }) => id === parent));
  if (first === undefined) throw new CommandProblem(texts.noCentre);
  if (second !== undefined) throw new UsageProblem(texts.whichCentre(centres.map(({ name }) => name)));
  return first;
}

function knownAs({ staffById }: ReferenceSnapshot, office: Office, login: string): Staff | undefined {
  return [...staffById.values()].find((each) => each.login === login && each.office === office.id);
}

function withRole({ roles }: Staff): Staff['roles'] {
  return roles.includes(role) ? roles : [...roles, role];
}

function newPerson(context: CommandContext, office: Office): Staff {
  const fullName = context.given[1]?.trim() ?? '';
  if (fullName === '') throw new UsageProblem(texts.unknownNeedsName(loginOf(context), office.name));
  const login = loginOf(context);
  const person = staffSchema.safeParse({
    id: `${office.id}-${login}` as StaffId,
    office: office.id,
    login,
    fullName,
    title: context.option('title')?.trim() ?? texts.defaultTitle,
    roles: [role],
    active: true,
  });
  if (!person.success) throw new UsageProblem(texts.wrongPerson);
  return person.data;
}

async function askPassphrase({ ask }: CommandContext, roles: Staff['roles']): Promise<string> {
  const secret = await ask(texts.askPassphrase, { secret: true });
  if (secret === undefined || secret.trim() === '') throw new CommandProblem(texts.noPassphrase);
  if (secretProblem(secret, roles) !== undefined) throw new CommandProblem(texts.weakPassphrase);
  const again = await ask(texts.askAgain, { secret: true });
  if (again !== secret) throw new CommandProblem(texts.notTheSame);
  return secret;
}
