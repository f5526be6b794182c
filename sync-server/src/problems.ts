/** What went wrong, as a technician can read it: the innermost message and code of a chain of causes, never a stack. */

/** "ECONNREFUSED", "EADDRINUSE", "42P01": the outermost code there is. */
export function codeOf(problem: unknown): string | undefined {
  for (let at = problem; at instanceof Error; at = at.cause) {
    const { code } = at as { readonly code?: unknown };
    if (typeof code === 'string') return code;
  }
  return undefined;
}

/** The innermost message: "connect ECONNREFUSED 127.0.0.1:5432", "unable to open database file". */
export function reasonOf(problem: unknown): string {
  let reason = String(problem);
  for (let at = problem; at instanceof Error; at = at.cause) {
    const inner = at instanceof AggregateError ? at.errors[0] : at;
    reason = inner instanceof Error && inner.message !== '' ? inner.message : reason;
  }
  return reason.split('\n')[0] ?? reason;
}
