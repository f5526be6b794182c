/** For the technician at the machine: something unexpected that the officer was told about or need not know. Never with dossier data. */
export function report(message: string, cause: unknown): void {
  // oxlint-disable-next-line no-console -- the browser's console is the only log a tablet has; this is its one door.
  console.error(message, cause);
}
