/** `node sync-server/tools/issue-code.ts <office id> <device name>`: a one-time enrolment code from the console, for the technician. */
import { issueEnrolCode } from '../src/auth/enrolment.ts';
import { systemRandom } from '../src/auth/secrets.ts';
import { systemClock } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';
import { openStore } from '../src/db/open-store.ts';
import { createReferenceCache } from '../src/log/reference-cache.ts';
import { toolTexts as texts } from '../src/texts/tools.ts';

const [officeId, deviceName] = process.argv.slice(2);
const config = parseConfig(process.env);
if (!config.ok) {
  process.stderr.write(`${config.error.join('\n')}\n`);
  process.exitCode = 1;
} else {
  const store = await openStore(config.value, () => undefined);
  const { offices } = await createReferenceCache(store).read();
  const office = offices.find((each) => each.id === officeId);
  if (office === undefined || deviceName === undefined) {
    const list = offices.filter((each) => each.syncs).map((each) => `  ${each.id}  ${each.name}`);
    process.stderr.write(`${[texts.issueCodeUsage, ...list].join('\n')}\n`);
    process.exitCode = 1;
  } else {
    const { code, expiresAt } = await issueEnrolCode(
      { store, clock: systemClock, random: systemRandom },
      { office: office.id, deviceName },
    );
    process.stdout.write(`${texts.issuedCode(code, office.name, deviceName, new Date(expiresAt).toISOString())}\n`);
  }
  await store.close();
}
