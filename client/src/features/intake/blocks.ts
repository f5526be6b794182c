/** Which of the four blocks a field stands in, so that an error can be led to. */
import { type BlockName, blockNames } from './intake-form.ts';
import type { FieldId } from '@onestop/shared/dossier/intake-fields/problems.ts';

export function blockOfField(field: FieldId): BlockName {
  if (field === 'procedure') return 'procedure';
  if (/^(owner|submitter)\.|^authorisation$/.test(field)) return 'applicant';
  if (/^(papers|sets|summary|databaseConfirmed|guideReason)/.test(field)) return 'papers';
  return 'due';
}

/** The block after this one; the last stays. */
export function nextBlock(block: BlockName): BlockName {
  return blockNames[blockNames.indexOf(block) + 1] ?? block;
}
