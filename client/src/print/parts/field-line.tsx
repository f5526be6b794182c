/** One caption with its value; an empty value leaves a dotted line to write on. */
import type { ReactNode } from 'react';

interface FieldLineProps {
  readonly caption: string;
  readonly value: ReactNode;
  readonly strong?: boolean | undefined;
  /** Leave the line out altogether when there is nothing to say (local additions to the form). */
  readonly optional?: boolean | undefined;
}

export function FieldLine({ caption, value, strong, optional }: FieldLineProps) {
  const empty = value === '' || value === undefined || value === null;
  if (empty && optional) return null;
  return (
    <p className="print-line">
      {caption} {empty ? <span className="print-dots" /> : strong ? <strong>{value}</strong> : value}
    </p>
  );
}
