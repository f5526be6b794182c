/** What the technician has to put right, as the sentence he is shown. Everything else that fails is a fault of ours. */
export class KeepingProblem extends Error {}

/** The system's code (`ENOENT`, `ENOSPC`) of a failure, wherever in its chain of causes. */
export function codeOf(fault: unknown): string | undefined {
  for (let at = fault; at instanceof Error; at = at.cause) {
    const { code } = at as { readonly code?: unknown };
    if (typeof code === 'string') return code;
  }
  return undefined;
}

export function reasonOf(fault: unknown): string {
  return (fault instanceof Error ? fault.message : String(fault)).split('\n')[0] ?? '';
}
