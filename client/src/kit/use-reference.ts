/** Reference data as screens need it: names of procedures, offices and officers, and the search over the catalogue. */
import { useCallback, useMemo } from 'react';
import { createCatalogue, type Catalogue } from '@onestop/shared/catalogue/catalogue.ts';
import { createProcedureSearch, type ProcedureSearch } from '@onestop/shared/catalogue/search.ts';
import type { Procedure } from '@onestop/shared/catalogue/procedure.ts';
import { useServices } from './services-context.tsx';
import { useLive } from './use-live.ts';

const noProcedures: readonly Procedure[] = [];

export function useProcedures(): readonly Procedure[] {
  return useLive(useServices().reference)?.procedures ?? noProcedures;
}

export function useCatalogue(): Catalogue {
  const procedures = useProcedures();
  return useMemo(() => createCatalogue(procedures), [procedures]);
}

export function useProcedureSearch(): ProcedureSearch {
  const procedures = useProcedures();
  return useMemo(() => createProcedureSearch(procedures), [procedures]);
}

/** Name by key; the key itself where the catalogue on this device does not know it. */
export function useProcedureName(): (key: string | undefined) => string {
  const procedures = useProcedures();
  const names = useMemo(() => new Map(procedures.map((p) => [p.key, p.name])), [procedures]);
  return useCallback((key) => (key === undefined ? '' : (names.get(key) ?? key)), [names]);
}

export interface Names {
  readonly office: (id: string) => string;
  readonly staff: (id: string) => string;
}

export function useNames(): Names {
  const reference = useLive(useServices().reference);
  return useMemo(() => {
    const offices = new Map(reference?.offices.map((o) => [o.id as string, o.name]));
    const staff = new Map(reference?.staff.map((s) => [s.id as string, s.fullName]));
    return { office: (id) => offices.get(id) ?? id, staff: (id) => staff.get(id) ?? id };
  }, [reference]);
}
