/**
 * Who may import whom (the map in README.md): shared decides, client and sync-server carry out, tests prove. Also: no cycles, and a folder
 * imports only packages of its own manifest. Read with swc, because the tool's TypeScript reader does not know TypeScript 7.
 */

/** Folders of `shared/src`, lowest first: a folder may use those of lower levels and itself. */
const levels = [
  ['kernel'],
  ['text'],
  ['catalogue'],
  ['deadlines'],
  ['reference'],
  ['dossier'],
  ['access', 'register', 'reports'],
];
const features = ['intake', 'register', 'dossier', 'centre', 'catalogue', 'reports', 'admin', 'session'];
const notTests = '\\.test\\.tsx?$';

const sharedLevels = levels.slice(0, -1).map((folders, index) => ({
  name: `shared-${folders.join('-')}-looks-down-only`,
  comment: 'Inside shared the order is kernel, text, catalogue, deadlines, reference, dossier, then access, register, reports.',
  severity: 'error',
  from: { path: `^shared/src/(${folders.join('|')})/`, pathNot: notTests },
  to: { path: `^shared/src/(${[...levels.slice(index + 1).flat(), 'protocol', 'sync'].join('|')})/` },
}));

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle of values is loaded half-ready; a cycle of types alone is harmless.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...sharedLevels,
    {
      name: 'shared-nothing-outward',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(client|sync-server)/' },
    },
    {
      name: 'shared-protocol-knows-shapes-only',
      comment: 'The wire carries envelopes and reference documents; it knows no event, command or fold.',
      severity: 'error',
      from: { path: '^shared/src/protocol/', pathNot: notTests },
      to: { path: '^shared/src/(access|register|reports|sync|dossier/(events|commands|fold))' },
    },
    {
      name: 'shared-pure',
      comment: 'No Node module in the pure folder (its tsconfig hides their types too).',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: notTests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^(shared|client|sync-server)/', pathNot: notTests },
      to: { path: ['^tests/', notTests] },
    },
    {
      name: 'nobody-imports-a-composition-root',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^(sync-server/src/main\\.ts|client/src/main\\.tsx)$' },
    },
    {
      name: 'server-db-at-the-bottom',
      severity: 'error',
      from: { path: '^sync-server/src/(db|log|auth)/', pathNot: notTests },
      to: { path: '^sync-server/src/(routes|middleware|app\\.ts|api\\.ts)' },
    },
    {
      name: 'client-sees-only-the-servers-types',
      comment: 'Only `import type` of sync-server/src/api.ts.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^sync-server/', pathNot: '^sync-server/src/api\\.ts$' },
    },
    {
      name: 'client-takes-no-server-code',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^sync-server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      from: { path: '^sync-server/' },
      to: { path: '^client/' },
    },
    {
      name: 'feature-not-feature',
      comment: 'Features do not import each other; app/ composes them, and what two need goes to ui/, texts/ or app/.',
      severity: 'error',
      from: { path: `^client/src/(${features.join('|')})/`, pathNot: notTests },
      to: { path: `^client/src/(${features.join('|')})/`, pathNot: '^client/src/$1/' },
    },
    {
      name: 'engine-and-db-without-react',
      severity: 'error',
      from: { path: '^client/src/(sync/engine|db|ports)/', pathNot: notTests },
      to: { path: ['^(node_modules/)(react|react-dom|@mantine|@tanstack)/', '^client/src/(ui|print|texts)/', `^client/src/(${features.join('|')})/`, '\\.tsx$'] },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^client/src/ui/', pathNot: notTests },
      to: { path: ['^client/src/(db|sync|print|ports)/', `^client/src/(${features.join('|')})/`, '^shared/src/(dossier|protocol|sync|register|access)/'] },
    },
    {
      name: 'no-undeclared-package',
      comment: "npm hoists, so a package that only another folder declares still resolves: it must be in the folder's own package.json.",
      severity: 'error',
      from: { path: '^(shared|client|sync-server)/', pathNot: notTests },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'server-runs-without-dev-packages',
      severity: 'error',
      from: { path: '^sync-server/src/', pathNot: notTests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?(url|raw|worker)'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/generated/', '\\.artifacts/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
    },
  },
};
