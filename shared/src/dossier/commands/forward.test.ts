import { describe, expect, test } from 'vitest';
import type { StaffId } from '../../kernel/ids.ts';
import { at, given } from '../../../../tests/support/given.ts';
import { officer, offices, reference, staff } from '../../../../tests/support/builders.ts';

const specialist = { ...officer('tuan', offices.commune, 'specialist'), fullName: 'Trần Văn Tuấn', title: 'Công chức Địa chính' };
const roster = { reference: { ...reference, staff: [...reference.staff, specialist] } };
const named = { kind: 'AGENCY', name: 'Tư pháp' } as const;
const first = { book: '01/2026', line: 1 };

describe('forward', () => {
  test('[D32] the accepted file goes to the specialist', () => {
    const { state } = given('ACCEPTED')
      .when('forward', { to: named, note: 'gấp' })
      .gives(['DossierForwarded', { to: named, controlSlip: first, note: 'gấp' }]);
    expect(state).toMatchObject({
      status: 'IN_PROCESS',
      step: 'AT_SPECIALIST',
      handovers: [{ to: named, fromOffice: '09529', toOffice: '09529' }],
    });
    expect(state.forwardedAt).toBe(at('23/11/2026 10:00'));
  });

  test('[D32] not while it is there, and not a dossier that is not there', () => {
    given('IN_PROCESS').when('forward', { to: named }).refuses({ code: 'dossier/status', status: 'IN_PROCESS' });
    given('NOTHING').when('forward', { to: named }).refuses({ code: 'dossier/not-found' });
  });

  test('[D83] again after it was handed back, without another control slip; the first forwarding stays', () => {
    const { state } = given('AT_DESK')
      .when('forward', { to: named })
      .gives(['DossierForwarded', { to: named }]);
    expect(state).toMatchObject({ step: 'AT_SPECIALIST', controlSlip: first, forwardedAt: given('IN_PROCESS').state?.forwardedAt });
  });

  test('[D80] an officer is named by the roster, as he is written today; the state knows who has the file and until when', () => {
    const stepDue = at('26/11/2026 17:00');
    const to = { kind: 'STAFF', staff: specialist.id, name: 'Trần Văn Tuấn, Công chức Địa chính' };
    given('ACCEPTED')
      .when('forward', { to: { kind: 'STAFF', staff: specialist.id }, stepDue }, { context: roster })
      .gives(['DossierForwarded', { to, stepDue, controlSlip: first }])
      .leaves({ holder: { office: offices.commune.id, to: to as never, since: at('23/11/2026 10:00'), stepDue } });
    given('ACCEPTED')
      .when('forward', { to: { kind: 'STAFF', staff: 'nobody' as StaffId } })
      .refuses({ code: 'input/invalid', fields: [{ path: 'to', problem: 'staff' }] });
    given('ACCEPTED')
      .when('forward', { to: { kind: 'STAFF', staff: staff.centre.id } })
      .refusesWith('input/invalid');
    given('ACCEPTED')
      .when('forward', { to: named, stepDue: at('20/11/2026') })
      .refuses({ code: 'input/invalid', fields: [{ path: 'stepDue', problem: 'past' }] });
  });

  test('[D81] the first dossier of a list draws its number, the others are given it', () => {
    given('ACCEPTED')
      .when('forward', { to: named, list: 'NEW' })
      .gives(['DossierForwarded', { to: named, list: first, controlSlip: first }]);
    const list = { book: '01/2026', line: 7 };
    given('ACCEPTED')
      .when('forward', { to: named, list })
      .gives(['DossierForwarded', { to: named, list, controlSlip: first }])
      .leaves({ handovers: [expect.objectContaining({ list })] as never });
  });
});
