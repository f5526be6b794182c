/** A plain value that was checked once at the edge and carries its name in the type. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
