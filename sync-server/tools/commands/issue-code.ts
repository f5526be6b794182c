/** `issue-code <office> <device name>`: a one-time enrolment code from the console. */
import { issueEnrolCode } from '../../src/auth/enrolment.ts';
import { systemRandom } from '../../src/auth/secrets.ts';
import { systemClock } from '../../src/compose.ts';
import { createReferenceCache } from '../../src/log/reference-cache.ts';
import { issueCodeTexts as texts } from '../../src/texts/commands/issue-code.ts';
import { type Command, UsageProblem } from '../command.ts';
import { findOffice } from '../find-office.ts';
import { showMoment } from '../moment.ts';

/** As the administration page has it. */
const deviceNameLettersMax = 80;

export const issueCode: Command = {
  name: 'issue-code',
  help: texts.help,
  places: [texts.office, texts.device],
  needed: 2,
  options: {},
  run: async ({ given: [typed = '', name = ''], district, say }) => {
    const deviceName = name.trim();
    if (deviceName.length > deviceNameLettersMax) throw new UsageProblem(texts.deviceTooLong(deviceNameLettersMax));
    const store = await district();
    const { offices } = await createReferenceCache(store).read();
    const office = findOffice(
      offices.filter((each) => each.syncs),
      typed,
    );
    const { code, expiresAt } = await issueEnrolCode(
      { store, clock: systemClock, random: systemRandom },
      { office: office.id, deviceName },
    );
    say(texts.code(code));
    return texts.done(office.name, deviceName, showMoment(expiresAt));
  },
};
