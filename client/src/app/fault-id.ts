/** A short id of the kind of fault: the same bug gives the same id, and it holds no personal data. */
export function faultId(error: unknown): string {
  const text = error instanceof Error ? `${error.name}:${error.stack?.split('\n')[1]?.trim() ?? error.message}` : typeof error;
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = ((hash * 33) ^ text.charCodeAt(i)) >>> 0;
  return hash.toString(36).toUpperCase();
}
