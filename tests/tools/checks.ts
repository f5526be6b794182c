/** What compiler, linter and formatter say about the code: one list for `npm run check`, which asks all at once, and for `tests/tidy`, which is part of `npm test`. */
export interface Check {
  readonly name: string;
  /** A file below `node_modules` and its arguments. */
  readonly command: readonly [entry: string, ...args: string[]];
}

export const checks: readonly Check[] = [
  ...['shared', 'sync-server', 'client', 'tests'].map((folder): Check => ({
    name: `types of ${folder} hold`,
    command: ['typescript/bin/tsc', '--noEmit', '-p', folder],
  })),
  { name: 'the linter has nothing to say', command: ['oxlint/bin/oxlint', '--deny-warnings'] },
  { name: 'the code is formatted (`npm run format`)', command: ['oxfmt/bin/oxfmt', '--check'] },
];
