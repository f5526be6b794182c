/** The face of a rating, drawn here so that it looks the same on every machine; the words stand beside it. */
import type { RatingScore } from '@onestop/shared/dossier/state.ts';

const mouths = { GOOD: 'M14 29 Q24 40 34 29', FAIR: 'M15 32 H33', BAD: 'M14 35 Q24 25 34 35' } satisfies Record<RatingScore, string>;

export function Face({ score }: { readonly score: RatingScore }) {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round">
      <circle cx="24" cy="24" r="21" />
      <path d="M16 18 v3 M32 18 v3" />
      <path d={mouths[score]} />
    </svg>
  );
}
