/** Which build this is: the package's version and, where it is known, the commit. For health, metrics, the log's first line and whoever compares two servers. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** A copy without its history (a container, say) has the commit in this file: `git rev-parse HEAD > .commit`. */
const commitFile = '.commit';
const shownLetters = 12;

/** "0.1.0+59f0cf2a1b3c", or "0.1.0" where no commit is known. `folder`: the project's. */
export function readVersion(folder = root): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
  const commit = readCommit(folder);
  return commit === undefined ? version : `${version}+${commit.slice(0, shownLetters)}`;
}

/** Without running git, which a server need not have. */
function readCommit(folder: string): string | undefined {
  const written = textOf(join(folder, commitFile));
  if (written !== undefined) return hashIn(written);
  const dot = join(folder, '.git');
  if (!existsSync(dot)) return undefined;
  // In a second work tree it is a file that says where.
  const git = statSync(dot).isDirectory() ? dot : resolve(folder, (textOf(dot) ?? '').replace(/^gitdir: /, '').trim());
  const head = textOf(join(git, 'HEAD'))?.trim();
  const ref = head?.startsWith('ref: ') === true ? head.slice('ref: '.length) : undefined;
  if (head === undefined || ref === undefined) return hashIn(head);
  const common = resolve(git, textOf(join(git, 'commondir'))?.trim() ?? '.');
  const packed = textOf(join(common, 'packed-refs'))
    ?.split('\n')
    .find((line) => line.endsWith(` ${ref}`));
  return hashIn(textOf(join(common, ref))) ?? hashIn(packed);
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function hashIn(text: string | undefined): string | undefined {
  return /^[0-9a-f]{40,64}\b/.exec(text?.trim() ?? '')?.[0];
}
