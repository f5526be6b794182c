import { describe, expect, test } from 'vitest';
import { type CommandName, commandNames, commandOf } from '../dossier/commands/index.ts';
import { dossierEventTypes } from '../dossier/events/index.ts';
import type { OfficeId } from '../kernel/ids.ts';
import type { Office } from '../reference/office.ts';
import { dutyOf, officeKindNames } from '../reference/office-kinds.ts';
import { centreOf, isAbove, officesAbove, officesBelow } from '../reference/office-tree.ts';
import { type Role, roles } from '../reference/staff.ts';
import { officer, offices, reference, staff } from '../../../tests/support/builders.ts';
import { at, given } from '../../../tests/support/given.ts';
import { appendRefusal, asksHolder, isAllowed, mayPerform, placeOf } from './allowed.ts';
import { administrationOf } from './administration.ts';
import { mayShareWith } from './rights.ts';
import type { Acting } from './rights.ts';

/** Written by hand from domain §5.2, not derived from the code: what each role may do at a commune and at the centre, besides looking. */
const desk =
  'draft guide submitOnline refuseIntake accept acceptAndFinish forward requestSupplement completeSupplement closeUnsupplemented requirePayment recordPayment payFee submitForSignature refuseAfterAppraisal apologise withdraw finish returnResult returnByPost remindUncollected tellCitizen reopenResult recordPostDelivery recordPostCameBack correctResult archive voidDossier settleContradiction correctContact addNote undoLastAct changeProcedure assessFee refundFee changeReturnChannel correctIdentity addPapers sendVerification recordVerification attachFile recordRating recordComplaint linkDossier';
const holding = 'acknowledgeHandover handBack reassign';
const appraisal = `addNote undoLastAct sendVerification recordVerification attachFile recordRating recordComplaint linkDossier requirePayment submitForSignature refuseAfterAppraisal apologise ${holding}`;
const leader =
  'addNote undoLastAct attachFile recordRating recordComplaint linkDossier changePromise acknowledgeHandover reassign requestSupplement sign returnForRework refuseAfterAppraisal apologise stop voidDossier settleContradiction reopenContradiction';
const district = 'acknowledgeUp processUp sendBackUp sendResultDown';
const table: Record<'COMMUNE' | 'CENTRE', Partial<Record<Role, string>>> = {
  COMMUNE: {
    clerk: `${desk} ${holding} forwardUp`,
    specialist: appraisal,
    signer: leader,
    seal: 'number archive undoLastAct',
    commune_admin: 'voidDossier settleContradiction reopenContradiction',
  },
  CENTRE: {
    district_clerk: `${desk} ${holding} ${district}`,
    district_specialist: `${appraisal} processUp sendBackUp sendResultDown`,
    signer: leader,
    seal: 'number archive undoLastAct',
    district_admin: 'voidDossier settleContradiction reopenContradiction changePromise',
  },
};
const kinds = [offices.commune, offices.centre];
const pairs = kinds.flatMap((office) => roles.map((role) => [dutyOf(office), role, office] as const));

describe('permissions', () => {
  test.each(pairs)('[D60] at a %s, %s may do exactly what the table says', (kind, role, office) => {
    const expected = new Set<string>([
      ...(table[kind][role]?.split(' ') ?? []),
      'viewDossier',
      'recordPrint',
      'requestPrint',
      'takePrint',
      'cancelPrint',
    ]);
    const may = commandNames.filter((name) => mayPerform(name, officer('x', office, role), office));
    expect([...may].sort()).toEqual([...expected].sort());
  });

  test('[D60] nobody without a role, inactive, or of another office', () => {
    const lan = staff.commune;
    expect(mayPerform('accept', lan, offices.commune)).toBe(true);
    expect(mayPerform('accept', { ...lan, active: false }, offices.commune)).toBe(false);
    expect(mayPerform('accept', { ...lan, roles: [] }, offices.commune)).toBe(false);
    expect(mayPerform('accept', lan, offices.otherCommune)).toBe(false);
  });

  test('[D184] who gave the file away acts on it no more, and records beside it', () => {
    const centre: Acting = { actor: officer('hung', offices.centre, ...roles), office: offices.centre, offices: reference.offices };
    const acts = ['withdraw', 'stop', 'requestSupplement', 'requirePayment', 'apologise', 'changePromise', 'addPapers'] as const;
    const may = (story: Parameters<typeof given>[0]) =>
      acts.filter((name) => isAllowed(name, given(story).state, centre, at('23/11/2026 10:00')));
    expect(may('RECEIVED_UP')).toEqual(acts);
    expect(may(['DossierAccepted', 'DossierForwardedUp', 'UpTransferSentBack'])).toEqual([]);
    expect(isAllowed('addNote', given(['DossierAccepted', 'DossierForwardedUp', 'UpTransferSentBack']).state, centre, 0)).toBe(true);
  });

  test('[D60] every command says who, and every event has a command that gives it', () => {
    const emitted = new Set(commandNames.flatMap((name) => commandOf(name).emits));
    expect([...emitted].sort()).toEqual([...dossierEventTypes].sort());
    expect(commandNames.filter((name) => commandOf(name).name !== name || Object.keys(commandOf(name).rolesAt).length === 0)).toEqual([]);
  });

  test('[D62] the buttons are what the state, the role and the office allow', () => {
    const context: Acting = { actor: officer('lan', offices.commune, 'clerk'), office: offices.commune, offices: reference.offices };
    const commandsFor = (state: ReturnType<typeof given>['state'], acting: Acting) =>
      commandNames.filter((name) => isAllowed(name, state, acting, at('23/11/2026 10:00')));
    const buttons = (story: Parameters<typeof given>[0]) => commandsFor(given(story).state, context);
    const open = 'forward requestSupplement requirePayment forwardUp apologise withdraw addPapers changeProcedure';
    const records = 'viewDossier recordPrint requestPrint recordComplaint linkDossier correctContact addNote payFee';
    const living = `${records} assessFee refundFee correctIdentity attachFile`;
    const expected = (words: string) => words.split(' ').sort();
    expect(buttons('ACCEPTED').toSorted()).toEqual(expected(`${open} ${living} voidDossier changeReturnChannel`));
    expect(buttons('RESULT_READY').toSorted()).toEqual(
      expected(
        `${living} undoLastAct returnResult returnByPost remindUncollected tellCitizen voidDossier reopenResult changeReturnChannel`,
      ),
    );
    expect(buttons('ARCHIVED').toSorted()).toEqual(expected(`${living} undoLastAct correctResult`));
    expect(buttons('VOID').toSorted()).toEqual(
      expected('viewDossier recordPrint requestPrint recordComplaint linkDossier undoLastAct refundFee'),
    );
    expect(commandsFor(given('ACCEPTED').state, { ...context, actor: staff.otherCommune, office: offices.otherCommune })).toEqual([]);
    expect(commandsFor(given('ACCEPTED').state, { ...context, actor: staff.centre, office: offices.centre })).toEqual(['viewDossier']);
  });
});

describe('appendRefusal', () => {
  interface Question extends Acting {
    readonly type: string;
    readonly dossierOffices: readonly OfficeId[] | undefined;
    readonly holder?: OfficeId;
  }
  const ask = (change: Partial<Question>) => {
    const { type, dossierOffices, holder, ...acting }: Question = {
      actor: staff.commune,
      office: offices.commune,
      offices: Object.values(offices),
      type: 'DossierForwarded',
      dossierOffices: [offices.commune.id],
      ...change,
    };
    return appendRefusal(type, placeOf(dossierOffices, holder), acting);
  };
  const handedUp = [offices.commune.id, offices.centre.id];
  const centre = { actor: staff.centre, office: offices.centre };

  test('[D63] welcome: by a role that may, for a dossier of the office or a new one', () => {
    expect(ask({})).toBeUndefined();
    expect(ask({ type: 'DossierAccepted', dossierOffices: undefined })).toBeUndefined();
    expect(ask({ type: 'FutureThing' })).toBeUndefined();
    expect(ask({ actor: { ...staff.commune, active: false } })).toBeUndefined();
  });

  test('[D63] refused: another office, a role that may not, a dossier not seen', () => {
    expect(ask({ actor: staff.centre })).toBe('event/other-office');
    expect(ask({ actor: officer('x', offices.commune, 'auditor') })).toBe('event/actor-not-allowed');
    expect(ask({ type: 'UpTransferAcknowledged' })).toBe('event/actor-not-allowed');
    expect(ask({ dossierOffices: [offices.otherCommune.id] })).toBe('event/dossier-not-visible');
    expect(ask({ type: 'FutureThing', dossierOffices: [offices.otherCommune.id] })).toBe('event/dossier-not-visible');
  });

  test('[D61] the centre above may leave a look, and act on what was handed up', () => {
    expect(ask({ ...centre, type: 'DossierViewed' })).toBeUndefined();
    expect(ask({ ...centre, type: 'DossierWithdrawn' })).toBe('event/dossier-not-visible');
    expect(ask({ ...centre, type: 'UpTransferAcknowledged', dossierOffices: handedUp })).toBeUndefined();
  });

  test('[D61] what belongs to the home office is refused to whom the dossier was handed', () => {
    const all = officer('x', offices.centre, ...roles);
    const taken = dossierEventTypes.filter((type) => ask({ ...centre, actor: all, type, dossierOffices: handedUp }) === undefined);
    const homeOnly = dossierEventTypes.filter((type) =>
      commandNames.map(commandOf).every((command) => !command.emits.includes(type) || command.homeOnly === true),
    );
    expect(taken.filter((type) => homeOnly.includes(type))).toEqual([]);
    expect(homeOnly).toEqual(
      expect.arrayContaining(['DossierFinished', 'ResultReturned', 'DossierVoided', 'DossierArchived', 'DossierForwardedUp']),
    );
    expect(homeOnly.map((type) => ask({ ...centre, actor: all, type, dossierOffices: handedUp }))).toEqual(
      homeOnly.map(() => 'event/actor-not-allowed'),
    );
  });

  test('[S60] what only the holder may do has a reason of its own, where nothing else is wrong', () => {
    const signing = { type: 'ResultSigned', dossierOffices: handedUp };
    expect(ask({ ...signing, holder: offices.commune.id })).toBeUndefined();
    expect(ask({ ...signing, holder: offices.centre.id })).toBe('event/held-elsewhere');
    expect(ask({ ...signing, ...centre, holder: offices.centre.id })).toBeUndefined();
    expect(ask({ ...signing, actor: officer('x', offices.commune, 'clerk'), holder: offices.centre.id })).toBe('event/actor-not-allowed');
    expect(ask({ ...signing, dossierOffices: [offices.otherCommune.id], holder: offices.otherCommune.id })).toBe(
      'event/dossier-not-visible',
    );
    expect(ask({ type: 'ContactCorrected', dossierOffices: handedUp, holder: offices.centre.id })).toBeUndefined();
    const asked = dossierEventTypes.filter(asksHolder);
    expect(asked).toEqual(expect.arrayContaining(['ResultSigned', 'ResultNumbered', 'HandedBack', 'Reassigned', 'SupplementRequested']));
    expect(asked.filter((type) => ['ContactCorrected', 'DossierViewed', 'DossierForwardedUp'].includes(type))).toEqual([]);
  });

  test('[D63] whoever may give a command may send its events', () => {
    const refused: [CommandName, string][] = [];
    for (const office of kinds) {
      for (const role of roles) {
        const actor = officer('x', office, role);
        for (const name of commandNames) {
          if (!mayPerform(name, actor, office)) continue;
          for (const type of commandOf(name).emits)
            if (ask({ actor, office, type, dossierOffices: [office.id] })) refused.push([name, type]);
        }
      }
    }
    expect(refused).toEqual([]);
  });
});

describe('the tree of offices', () => {
  const province: Office = { ...offices.centre, id: 'BN' as OfficeId, kind: 'PROVINCE', parent: undefined };
  const district: Office = { ...offices.centre, parent: province.id };
  const ward: Office = { ...offices.otherCommune, id: 'P1' as OfficeId, kind: 'WARD', parent: province.id };
  const tree = [province, district, ward, offices.commune, offices.otherCommune];

  test('[D140] above is above over any depth, and nobody stands above himself', () => {
    expect(officesAbove(tree, offices.commune.id).map(({ id }) => id)).toEqual([district.id, province.id]);
    expect(isAbove(tree, province.id, offices.commune.id)).toBe(true);
    expect(isAbove(tree, offices.commune.id, province.id)).toBe(false);
    expect(isAbove(tree, province.id, province.id)).toBe(false);
    expect(isAbove(tree, district.id, ward.id)).toBe(false);
    expect(officesBelow(tree, province.id).map(({ id }) => id)).toEqual([
      district.id,
      ward.id,
      offices.commune.id,
      offices.otherCommune.id,
    ]);
  });

  test('[D140] a broken tree ends the walk', () => {
    const ring: Office[] = [
      { ...province, parent: district.id },
      { ...district, parent: province.id },
    ];
    expect(officesAbove(ring, province.id).map(({ id }) => id)).toEqual([district.id]);
    expect(officesAbove([offices.commune], offices.commune.id)).toEqual([]);
  });

  test('[D140] the centre that answers is the nearest above; a ward directly below the province has the province', () => {
    expect(centreOf(offices.commune, tree)?.id).toBe(district.id);
    expect(centreOf(ward, tree)?.id).toBe(province.id);
    expect(centreOf(province, tree)?.id).toBe(province.id);
  });

  test.each(officeKindNames)('[D140] a %s has a table of roles of its own', (kind) => {
    const office: Office = { ...offices.commune, kind };
    const role: Role = kind === 'COMMUNE' || kind === 'WARD' ? 'clerk' : 'district_clerk';
    expect(mayPerform('accept', officer('x', office, role), office)).toBe(true);
  });

  test('[D61] a look from above reaches over two levels; sharing goes upward to offices that exist, and nowhere else', () => {
    const actor = officer('x', province, 'district_monitor');
    expect(appendRefusal('DossierViewed', placeOf([offices.commune.id]), { actor, office: province, offices: tree })).toBeUndefined();
    expect(mayShareWith(tree, offices.commune.id, district.id)).toBe(true);
    expect(mayShareWith(tree, offices.commune.id, province.id)).toBe(true);
    expect(mayShareWith(tree, offices.commune.id, offices.otherCommune.id)).toBe(false);
    expect(mayShareWith(tree, offices.commune.id, 'nowhere' as OfficeId)).toBe(false);
    expect(mayShareWith(tree, district.id, offices.commune.id)).toBe(false);
  });

  test('[D141] administrators: of a commune inside it, of a centre in it and everywhere below', () => {
    const ofProvince = administrationOf(officer('x', province, 'district_admin'), tree);
    expect(tree.filter(({ id }) => ofProvince?.mayManage(id)).length).toBe(tree.length);
    const ofDistrict = administrationOf(officer('x', district, 'district_admin'), tree);
    expect([offices.commune, ward, province, district].map(({ id }) => ofDistrict?.mayManage(id))).toEqual([true, false, false, true]);
    const ofCommune = administrationOf(officer('x', offices.commune, 'commune_admin'), tree);
    expect(tree.filter(({ id }) => ofCommune?.mayManage(id))).toEqual([offices.commune]);
    expect(roles.filter((role) => ofCommune?.mayGrant([role]))).toEqual(['clerk', 'specialist', 'signer', 'seal', 'commune_admin']);
    expect(ofDistrict?.mayGrant(roles)).toBe(true);
    expect(administrationOf(officer('x', offices.commune, 'clerk', 'signer'), tree)).toBeUndefined();
    expect(administrationOf({ ...officer('x', district, 'district_admin'), active: false }, tree)).toBeUndefined();
  });
});
