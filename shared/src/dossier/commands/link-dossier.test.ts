import { describe, expect, test } from 'vitest';
import type { DossierId } from '../../kernel/ids.ts';
import { dossierId } from '../../../../tests/support/builders.ts';
import { given } from '../../../../tests/support/given.ts';

describe('linkDossier', () => {
  test('[D168] dossiers that belong together know each other; none is tied to itself', () => {
    const to = 'd0ss1er00009' as DossierId;
    expect(
      given('ACCEPTED')
        .when('linkDossier', { to, kind: 'HOUSEHOLD' })
        .gives(['DossierLinked', { to, kind: 'HOUSEHOLD' }]).state.links,
    ).toEqual([to]);
    given('ACCEPTED').when('linkDossier', { to: dossierId, kind: 'DUPLICATE' }).refusesWith('input/invalid');
  });
});
