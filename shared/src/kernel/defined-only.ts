/** The object without its undefined members: in stored data an optional member is absent, never undefined. */
export function definedOnly<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T; // The same object less its undefined optional members.
}
