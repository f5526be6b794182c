/** Which agency decides, and therefore whose number a dossier gets (domain §3.2). */
import type { Procedure } from '../catalogue/procedure.ts';
import type { Office } from '../reference/office.ts';

/** The centre above a commune, or the centre itself. */
export function centreOf(office: Office, offices: readonly Office[]): Office | undefined {
  return office.kind === 'CENTRE' ? office : offices.find((one) => one.id === office.parent && one.kind === 'CENTRE');
}

/** Interconnected and district procedures are decided above the commune. */
export function decidingOffice(procedure: Procedure, office: Office, offices: readonly Office[]): Office | undefined {
  return procedure.interconnected || procedure.level === 'district' ? centreOf(office, offices) : office;
}
