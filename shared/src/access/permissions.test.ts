import { describe, expect, test } from 'vitest';
import { type CommandName, commandNames, commandOf } from '../dossier/commands/index.ts';
import { dossierEventTypes } from '../dossier/events/index.ts';
import { type Role, roles } from '../reference/staff.ts';
import { officer, offices, reference, staff } from '../../../tests/support/builders.ts';
import { given } from '../../../tests/support/given.ts';
import { appendRefusal, commandsFor, mayPerform } from './permissions.ts';

/** Written by hand from domain §5.2, not derived from the code: what each role may do at a commune and at the centre, besides looking. */
const desk =
  'draft guide submitOnline refuseIntake accept acceptAndFinish forward requestSupplement completeSupplement closeUnsupplemented requirePayment recordPayment payFee submitForSignature refuseAfterAppraisal apologise withdraw finish returnResult returnByPost remindUncollected correctResult archive voidDossier settleContradiction correctContact addNote';
const holding = 'acknowledgeHandover handBack reassign';
const appraisal = `addNote requirePayment submitForSignature refuseAfterAppraisal apologise ${holding}`;
const leader =
  'addNote acknowledgeHandover reassign requestSupplement sign returnForRework refuseAfterAppraisal apologise stop voidDossier settleContradiction reopenContradiction';
const district = 'acknowledgeUp processUp sendBackUp sendResultDown';
const table: Record<'COMMUNE' | 'CENTRE', Partial<Record<Role, string>>> = {
  COMMUNE: {
    clerk: `${desk} ${holding} forwardUp`,
    specialist: appraisal,
    signer: leader,
    seal: 'number archive',
    commune_admin: 'voidDossier settleContradiction reopenContradiction',
  },
  CENTRE: {
    district_clerk: `${desk} ${holding} ${district}`,
    district_specialist: `${appraisal} processUp sendBackUp sendResultDown`,
    signer: leader,
    seal: 'number archive',
    district_admin: 'voidDossier settleContradiction reopenContradiction',
  },
};
const kinds = [offices.commune, offices.centre];
const pairs = kinds.flatMap((office) => roles.map((role) => [office.kind, role, office] as const));

describe('permissions', () => {
  test.each(pairs)('[D60] at a %s, %s may do exactly what the table says', (kind, role, office) => {
    const expected = new Set<string>([...(table[kind][role]?.split(' ') ?? []), 'viewDossier']);
    const may = commandNames.filter((name) => mayPerform(officer('x', office, role), office, name));
    expect([...may].sort()).toEqual([...expected].sort());
  });

  test('[D60] nobody without a role, inactive, or of another office', () => {
    const lan = staff.commune;
    expect(mayPerform(lan, offices.commune, 'accept')).toBe(true);
    expect(mayPerform({ ...lan, active: false }, offices.commune, 'accept')).toBe(false);
    expect(mayPerform({ ...lan, roles: [] }, offices.commune, 'accept')).toBe(false);
    expect(mayPerform(lan, offices.otherCommune, 'accept')).toBe(false);
  });

  test('[D60] every command says who, and every event has a command that gives it', () => {
    const emitted = new Set(commandNames.flatMap((name) => commandOf(name).emits));
    expect([...emitted].sort()).toEqual([...dossierEventTypes].sort());
    expect(commandNames.filter((name) => commandOf(name).name !== name || commandOf(name).roles.length === 0)).toEqual([]);
  });

  test('[D62] the buttons are what the state, the role and the office allow', () => {
    const context = { actor: officer('lan', offices.commune, 'clerk'), office: offices.commune, reference };
    const buttons = (story: Parameters<typeof given>[0]) => commandsFor(given(story).state, context);
    expect(buttons('ACCEPTED')).toEqual([
      'forward',
      'requestSupplement',
      'requirePayment',
      'payFee',
      'forwardUp',
      'apologise',
      'withdraw',
      'voidDossier',
      'viewDossier',
      'correctContact',
      'addNote',
    ]);
    expect(buttons('RESULT_READY')).toEqual([
      'payFee',
      'returnResult',
      'returnByPost',
      'remindUncollected',
      'viewDossier',
      'correctContact',
      'addNote',
    ]);
    expect(buttons('ARCHIVED')).toEqual(['payFee', 'viewDossier', 'correctContact', 'addNote']);
    expect(buttons('VOID')).toEqual(['viewDossier']);
    expect(commandsFor(given('ACCEPTED').state, { ...context, actor: staff.otherCommune, office: offices.otherCommune })).toEqual([]);
    expect(commandsFor(given('ACCEPTED').state, { ...context, actor: staff.centre, office: offices.centre })).toEqual(['viewDossier']);
  });
});

describe('appendRefusal', () => {
  const ask = (change: Partial<Parameters<typeof appendRefusal>[0]>) =>
    appendRefusal({
      staff: staff.commune,
      office: offices.commune,
      type: 'DossierForwarded',
      dossierOffices: [offices.commune.id],
      offices: Object.values(offices),
      ...change,
    });

  test('[D63] welcome: by a role that may, for a dossier of the office or a new one', () => {
    expect(ask({})).toBeUndefined();
    expect(ask({ type: 'DossierAccepted', dossierOffices: undefined })).toBeUndefined();
    expect(ask({ type: 'FutureThing' })).toBeUndefined();
    expect(ask({ staff: { ...staff.commune, active: false } })).toBeUndefined();
  });

  test('[D63] refused: another office, a role that may not, a dossier not seen', () => {
    expect(ask({ staff: staff.centre })).toBe('event/other-office');
    expect(ask({ staff: officer('x', offices.commune, 'auditor') })).toBe('event/actor-not-allowed');
    expect(ask({ type: 'UpTransferAcknowledged' })).toBe('event/actor-not-allowed');
    expect(ask({ dossierOffices: [offices.otherCommune.id] })).toBe('event/dossier-not-visible');
  });

  test('[D61] the centre above may leave a look, and act on what was handed up', () => {
    const centre = { staff: staff.centre, office: offices.centre };
    expect(ask({ ...centre, type: 'DossierViewed' })).toBeUndefined();
    expect(ask({ ...centre, type: 'DossierWithdrawn' })).toBe('event/dossier-not-visible');
    expect(ask({ ...centre, type: 'UpTransferAcknowledged', dossierOffices: [offices.commune.id, offices.centre.id] })).toBeUndefined();
  });

  test('[D63] whoever may give a command may send its events', () => {
    const refused: [CommandName, string][] = [];
    for (const office of kinds) {
      for (const role of roles) {
        const actor = officer('x', office, role);
        for (const name of commandNames) {
          if (!mayPerform(actor, office, name)) continue;
          for (const type of commandOf(name).emits)
            if (ask({ staff: actor, office, type, dossierOffices: [office.id] })) refused.push([name, type]);
        }
      }
    }
    expect(refused).toEqual([]);
  });
});
