/** Leaves a trace that personal data were looked at (design §8); also by the centre above, for dossiers that were not handed to it. */
import { ok } from '../../kernel/result.ts';
import { roles } from '../../reference/staff.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { dossierViewed } from '../events/dossier-viewed.ts';

export const viewDossier = defineCommand({
  name: 'viewDossier',
  input: dossierViewed.schema,
  ...permit({ COMMUNE: roles, CENTRE: roles }),
  emits: ['DossierViewed'],
  fromAbove: true,
  whileContradicted: true,
  open: (state) => state !== undefined,
  decide: (_state, input) => ok([draftEvent('DossierViewed', input)]),
});
