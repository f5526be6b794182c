/** Who may import whom, as data (the drawing is in README.md). A wall says: files matching `from` must not import what matches `to`. */

/** Folders of `shared/src`, lowest first: a folder may use lower ones and itself. */
const levels = [
  ['kernel'],
  ['text'],
  ['table'],
  ['catalogue'],
  ['deadlines'],
  ['reference'],
  ['dossier'],
  ['register'],
  ['reports', 'daybook'],
];
/** What only knows the browser or the data layer, never a screen. */
const screens = '^client/src/(kit|features|app|print|texts)/';

export interface Wall {
  readonly name: string;
  readonly from: RegExp;
  readonly to: RegExp;
  /** What is allowed all the same; `$1` is what the first group of `from` matched. */
  readonly except?: string;
  /** True where `import type` may pass. */
  readonly typesPass?: boolean;
  /** Test files stand outside unless this is set. */
  readonly testsToo?: boolean;
}

const sharedLevels = levels.slice(0, -1).map((folders, index): Wall => ({
  name: `shared/${folders.join(', ')} looks down only`,
  from: new RegExp(`^shared/src/(${folders.join('|')})/`),
  to: new RegExp(`^shared/src/(${[...levels.slice(index + 1).flat(), 'protocol', 'sync'].join('|')})/`),
  // The promise a due date is, and the refusals, are shapes of the dossier; the engine that computes them needs their names.
  ...(folders.includes('deadlines') ? { except: '^shared/src/(dossier/(state|refusals)|reference/settings)\\.ts$' } : {}),
}));

export const walls: readonly Wall[] = [
  ...sharedLevels,
  { name: 'shared imports nothing outward', from: /^shared\//, to: /^(client|sync-server)\// },
  { name: 'shared is pure: no Node module', from: /^shared\//, to: /^node:/ },
  {
    name: 'the wire carries envelopes and documents; it knows no event, command or fold',
    from: /^shared\/src\/protocol\//,
    to: /^shared\/src\/(judgement|register|reports|sync|dossier\/(events|commands|fold))/,
  },
  { name: 'nobody imports tests', from: /^(shared|client|sync-server)\//, to: /(^tests\/|\.test\.tsx?$)/ },
  {
    name: 'nobody imports a composition root',
    from: /^(shared|client|sync-server)\//,
    to: /^(sync-server\/src\/main\.ts|client\/src\/main\.tsx)$/,
  },
  {
    name: "the server's inside does not know its routes",
    from: /^sync-server\/src\/(db|log|auth)\//,
    to: /^sync-server\/src\/(routes|middleware|app\.ts|api\.ts)/,
  },
  { name: 'the server knows no client', from: /^sync-server\//, to: /^client\// },
  {
    name: "the client takes types of the server's api and nothing else",
    from: /^client\//,
    to: /^sync-server\//,
    except: '^sync-server/src/api\\.ts$',
  },
  { name: 'the client takes no server code', from: /^client\//, to: /^sync-server\//, typesPass: true },
  { name: 'nothing imports app but the composition root', from: /^client\/src\/(?!app\/|main\.tsx$)/, to: /^client\/src\/app\// },
  {
    name: 'features do not import each other; app composes them',
    from: /^client\/src\/features\/([^/]+)\//,
    to: /^client\/src\/features\//,
    except: '^client/src/features/$1/',
  },
  {
    name: 'contract is types: it knows shared and itself',
    from: /^client\/src\/contract\//,
    to: /^(client\/src\/(?!contract\/)|npm:)/,
  },
  {
    name: 'features see the data layer through the contract',
    from: /^client\/src\/(features|kit|print|texts)\//,
    to: /^client\/src\/data\//,
  },
  { name: 'kit and print know no feature', from: /^client\/src\/(kit|print)\//, to: /^client\/src\/features\// },
  { name: 'texts know no feature', from: /^client\/src\/texts\//, to: /^client\/src\/features\//, typesPass: true },
  {
    name: 'data and ports live without React and screens',
    from: /^client\/src\/(?:data|ports)\//,
    to: new RegExp(`(^npm:(react|react-dom|@mantine/.*|@tanstack/.*|dexie-react-hooks)$|${screens}|\\.tsx$)`),
  },
  { name: 'ports know the browser only', from: /^client\/src\/ports\//, to: /^client\/src\/(data|contract)\// },
  {
    name: 'ui knows no data',
    from: /^client\/src\/kit\/ui\//,
    to: /(^client\/src\/(data|print|ports|features)\/|^shared\/src\/(protocol|sync)\/|^npm:dexie)/,
  },
  { name: 'only db opens the database', from: /^client\/src\/(?!data\/db\/)/, to: /^npm:(dexie|fake-indexeddb)$/ },
];
