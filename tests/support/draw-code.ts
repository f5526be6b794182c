/** Codes from a desk's ranges, each serial once, as the client's log draws them; for histories made without a client. */
import type { CommandContext } from '@onestop/shared/dossier/command.ts';
import type { Lease } from '@onestop/shared/dossier/lease.ts';
import { type NumbersUsed, drawSerial } from '@onestop/shared/dossier/numbers.ts';
import { ok } from '@onestop/shared/kernel/result.ts';

export function drawCodeFrom(leases: readonly Lease[]): CommandContext['drawCode'] {
  const used = new Map<string, NumbersUsed>();
  return (agencyId, date) => {
    const key = `${agencyId}|${date}`;
    const drawn = drawSerial(leases, used.get(key), agencyId, date);
    if (!drawn.ok) return drawn;
    used.set(key, drawn.value.used);
    return ok(drawn.value.code);
  };
}
