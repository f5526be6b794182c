/**
 * `npm run admin -- <command> …`: the technician's commands, one file each in `commands/`. Runs on the pinned Node whatever the machine has:
 * `tests/tools/ensure-install.cjs` starts it.
 */
import { createAsking } from './ask.ts';
import { runCommandLine } from './frame.ts';

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', () => process.exit());
process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  // npm runs its scripts in the project's folder and says here where it was called.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  asking: createAsking(process.stdin, process.stdout),
});
