/** `devices`: every device with what it last said about itself: version, last contact, waiting events, clock error. */
import { createReferenceCache } from '../../src/log/reference-cache.ts';
import type { DeviceRecord } from '../../src/db/store.ts';
import { devicesTexts as texts } from '../../src/texts/commands/devices.ts';
import type { Command } from '../command.ts';
import { findOffice } from '../find-office.ts';
import { showMoment } from '../moment.ts';

export const devices: Command = {
  name: 'devices',
  help: texts.help,
  places: [],
  needed: 0,
  options: { office: { value: texts.office, help: texts.officeHelp } },
  run: async ({ district, option, say }) => {
    const store = await district();
    const { offices, officesById } = await createReferenceCache(store).read();
    const typed = option('office');
    const only = typed === undefined ? undefined : findOffice(offices, typed);
    const all = await store.listDevices(only?.id);
    if (all.length === 0) return texts.none(only?.name);
    say(texts.title);
    for (const device of all) say(lineOf(device, officesById.get(device.office)?.name ?? device.office));
    const active = all.filter(({ revokedAt }) => revokedAt === undefined);
    return texts.done(active.length, all.length - active.length, active.filter((each) => (each.report?.pendingEvents ?? 0) > 0).length);
  },
};

function lineOf({ id, name, lastExchangeAt, revokedAt, report }: DeviceRecord, office: string): string {
  // The report's clock was read when its exchange was asked for.
  const clockErrorMs = report === undefined || lastExchangeAt === undefined ? undefined : report.clock - lastExchangeAt;
  const columns = [
    office,
    name,
    id,
    revokedAt === undefined ? texts.active : texts.revoked(showMoment(revokedAt)),
    report?.appVersion ?? '-',
    lastExchangeAt === undefined ? texts.never : showMoment(lastExchangeAt),
    report === undefined ? '-' : String(report.pendingEvents),
    clockErrorMs === undefined ? '-' : texts.seconds(Math.round(clockErrorMs / 1_000)),
  ];
  return columns.join('\t');
}
