/**
 * The procedures in all their versions. A dossier names key and version, so it keeps the rules it was received under; a new dossier takes the
 * version in force on its day. Codes come in many written forms (domain §3.3) and all lead to the same procedure.
 */
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Procedure } from './procedure.ts';

export interface Catalogue {
  /** Every version of every procedure. */
  readonly all: readonly Procedure[];
  /** The version a dossier was received under. */
  readonly find: (ref: Pick<Procedure, 'key' | 'version'>) => Procedure | undefined;
  /** The version in force on the date of receipt. */
  readonly findOn: (key: string, date: PlainDate) => Procedure | undefined;
  /** `1.001193`, `1.001193.000.00.00.H05`, `2.000815.01`, an old local code; newest version in force on that date. */
  readonly findByCode: (code: string, date: PlainDate) => Procedure | undefined;
  /** Newest first. */
  readonly versionsOf: (key: string) => readonly Procedure[];
  /** One version of each procedure in force on that date. */
  readonly inForceOn: (date: PlainDate) => readonly Procedure[];
}

export function createCatalogue(procedures: readonly Procedure[]): Catalogue {
  const versionsByKey = new Map<string, Procedure[]>();
  for (const procedure of procedures) {
    const versions = versionsByKey.get(procedure.key);
    if (versions === undefined) versionsByKey.set(procedure.key, [procedure]);
    else versions.push(procedure);
  }
  for (const versions of versionsByKey.values()) versions.sort((a, b) => b.version - a.version);
  const keysByCode = indexCodes(procedures);
  const findOn = (key: string, date: PlainDate) => versionsByKey.get(key)?.find((one) => isInForce(one, date));
  return {
    all: procedures,
    find: ({ key, version }) => versionsByKey.get(key)?.find((one) => one.version === version),
    findOn,
    findByCode: (code, date) => {
      for (const key of keysByCode.get(normaliseCode(code)) ?? keysByCode.get(nationalCode(code) ?? '') ?? []) {
        const found = findOn(key, date);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    versionsOf: (key) => versionsByKey.get(key) ?? [],
    inForceOn: (date) => [...versionsByKey.keys()].map((key) => findOn(key, date)).filter((one) => one !== undefined),
  };
}

const shown = new WeakMap<readonly Procedure[], Map<string, Procedure | undefined>>();

/** For showing, never for judging: the version a dossier was received under, else any version of that procedure this device knows. Asked for each of thousands of rows. */
export function procedureToShow(
  procedures: readonly Procedure[],
  { key, version }: { readonly key?: string | undefined; readonly version?: number | undefined },
): Procedure | undefined {
  let known = shown.get(procedures);
  if (known === undefined) shown.set(procedures, (known = new Map()));
  const name = `${version} ${key}`;
  if (!known.has(name))
    known.set(name, procedures.find((one) => one.key === key && one.version === version) ?? procedures.find((one) => one.key === key));
  return known.get(name);
}

export function isInForce(procedure: Procedure, date: PlainDate): boolean {
  return procedure.validFrom <= date && (procedure.validTo === undefined || date <= procedure.validTo);
}

/** `1.001193.000.00.00.H05` → `1.001193`; undefined for codes that are not national ones. */
export function nationalCode(code: string): string | undefined {
  return /^\d\.\d{6}(?=\.|$)/.exec(code.trim())?.[0];
}

function normaliseCode(code: string): string {
  return code.trim().toUpperCase();
}

function indexCodes(procedures: readonly Procedure[]): Map<string, Set<string>> {
  const keysByCode = new Map<string, Set<string>>();
  for (const { key, code, aliases = [] } of procedures) {
    for (const written of [key, ...(code === null ? [] : [code]), ...aliases]) {
      const normal = normaliseCode(written);
      keysByCode.set(normal, (keysByCode.get(normal) ?? new Set()).add(key));
    }
  }
  return keysByCode;
}
