/** `node sync-server/tools/copy-sqlite.ts <file> <copy>`: the copying half of a backup in a process of its own; answers with what is in the copy, as JSON. */
import { copyAndCheck } from '../src/keeping/sqlite-files.ts';
import { KeepingProblem } from '../src/keeping/problem.ts';

const [source = '', target = ''] = process.argv.slice(2);
try {
  process.stdout.write(JSON.stringify(copyAndCheck(source, target)));
} catch (fault) {
  if (!(fault instanceof KeepingProblem)) throw fault;
  process.stderr.write(fault.message);
  process.exitCode = 1;
}
