/** `verify`: every device's log as stored, its chain computed anew, and what is wrong named by device and place. */
import { type LogFault, verifyLog } from '../../src/keeping/verify-log.ts';
import { createReferenceCache } from '../../src/log/reference-cache.ts';
import { verifyTexts as texts } from '../../src/texts/commands/verify.ts';
import { type Command, CommandProblem } from '../command.ts';

export const verify: Command = {
  name: 'verify',
  help: texts.help,
  places: [],
  needed: 0,
  options: {},
  run: async ({ district, say }) => {
    const store = await district();
    const { officesById } = await createReferenceCache(store).read();
    const { counts, faults } = await verifyLog(store);
    if (faults.length === 0) return texts.whole(counts.devices, counts.events, counts.dossiers);
    for (const fault of faults) {
      const office = fault.device === undefined ? undefined : officesById.get(fault.device.office)?.name;
      say(
        `${fault.device === undefined ? '' : `${office ?? fault.device.office}, ${fault.device.name} (${fault.device.id}): `}${reason(fault)}`,
      );
    }
    throw new CommandProblem(texts.broken(faults.length));
  },
};

function reason(fault: LogFault): string {
  switch (fault.kind) {
    case 'PLACE':
      return texts.place(fault.seq, fault.device.headSeq);
    case 'UNREADABLE':
      return texts.unreadable(fault.seq);
    case 'LENGTH':
      return texts.length(fault.seq, fault.device.headSeq);
    case 'LINK':
      return texts.link(fault.device.headSeq);
    case 'STRAY':
      return texts.stray(fault.events);
  }
}
