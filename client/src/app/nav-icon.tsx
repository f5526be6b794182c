/** An icon of the navigation. Always beside its label, never instead of it. */
import type { ComponentType } from 'react';

export type Icon = ComponentType<{ readonly size?: number | string; readonly stroke?: number | string; readonly 'aria-hidden'?: boolean }>;

export function NavIcon({ icon: Shape }: { readonly icon: Icon }) {
  return <Shape size="1.15rem" stroke={1.6} aria-hidden />;
}
