/** Which agency decides, and therefore whose number a dossier gets (domain §3.2). */
import type { Procedure } from '../catalogue/procedure.ts';
import type { Office } from '../reference/office.ts';
import { centreOf } from '../reference/office-tree.ts';

/** Interconnected and district procedures are decided above the commune. */
export function decidingOffice(procedure: Procedure, office: Office, offices: readonly Office[]): Office | undefined {
  return procedure.interconnected || procedure.level !== 'commune' ? centreOf(office, offices) : office;
}
