import { describe, expect, test } from 'vitest';
import { given, offices } from '../../../../tests/support/given.ts';

describe('viewDossier', () => {
  test('[D11] a look leaves a trace and changes nothing but the heads', () => {
    const before = given('IN_PROCESS');
    const { state } = before
      .when('viewDossier', { what: 'DETAIL' }, { office: offices.centre })
      .gives(['DossierViewed', { what: 'DETAIL' }]);
    expect({ ...state, heads: [] }).toEqual({ ...before.state, heads: [] });
  });
  test('[D61] the centre above may look, another commune may not', () => {
    given('IN_PROCESS').when('viewDossier', { what: 'PRINT' }, { office: offices.otherCommune }).refuses({ code: 'access/office' });
  });
});
