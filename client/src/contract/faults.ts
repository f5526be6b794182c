/** What can be wrong with the browser's storage; each has words and a way out of its own. */

export type StorageFault =
  | { readonly code: 'storage/full' }
  | { readonly code: 'storage/unavailable'; readonly detail: string }
  | { readonly code: 'storage/blocked-upgrade' }
  | { readonly code: 'storage/newer-version' }
  | { readonly code: 'storage/evicted'; readonly lastKnownSeq: number };
