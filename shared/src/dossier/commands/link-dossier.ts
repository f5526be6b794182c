/** Ties this dossier to another. */
import { err, ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { dossierLinked } from '../events/dossier-linked.ts';

export const linkDossier = defineCommand({
  name: 'linkDossier',
  input: dossierLinked.schema,
  ...permit({ COMMUNE: ['clerk', 'specialist', 'signer'], CENTRE: ['district_clerk', 'district_specialist', 'signer'] }),
  emits: ['DossierLinked'],
  whileContradicted: true,
  open: (state) => dossierLinked.allowed(state, undefined as never),
  decide: (state, input) =>
    input.to === state?.id
      ? err({ code: 'input/invalid', fields: [{ path: 'to', problem: 'invalid' }] })
      : ok([draftEvent('DossierLinked', input)]),
});
