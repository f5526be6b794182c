/** Writes a remark into the dossier, at any time but after a void; also while a contradiction waits, because that is when colleagues have to tell each other. */
import { ok } from '../../kernel/result.ts';
import { defineCommand, permit } from '../command.ts';
import { draftEvent } from '../draft.ts';
import { noteAdded } from '../events/note-added.ts';

export const addNote = defineCommand({
  name: 'addNote',
  input: noteAdded.schema,
  ...permit({ COMMUNE: ['clerk', 'specialist', 'signer'], CENTRE: ['district_clerk', 'district_specialist', 'signer'] }),
  emits: ['NoteAdded'],
  whileContradicted: true,
  open: (state) => state !== undefined && state.status !== 'VOID',
  decide: (_state, input) => ok([draftEvent('NoteAdded', input)]),
});
