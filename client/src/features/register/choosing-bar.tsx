/** Above a list in which many rows can be chosen: the way into choosing, how many are chosen, and what can be done to them. */
import { Suspense, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import type { Choosing } from '../../kit/ui/use-choosing.ts';
import { choosingTexts as t } from '../../texts/vi/choosing.ts';

interface ChoosingBarProps {
  readonly choosing: Choosing;
  readonly count: number;
  readonly onAll: () => void;
  /** What can be done to them; comes when choosing begins. */
  readonly children: ReactNode;
}

export function ChoosingBar({ choosing, count, onAll, children }: ChoosingBarProps) {
  if (!choosing.active)
    return (
      <div>
        <Button size="compact-md" variant="subtle" onClick={choosing.begin}>
          {t.begin}
          <span className="key-hint">{` · ${t.beginKey}`}</span>
        </Button>
      </div>
    );
  return (
    <div style={{ display: 'grid', gap: '0.4rem' }}>
      <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.5rem' }}>
        <output>
          <strong>{t.chosen(count)}</strong>
        </output>
        <Button size="compact-md" variant="subtle" onClick={onAll}>
          {t.all}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={choosing.clear}>
          {t.stop}
        </Button>
        <span className="quiet key-hint">{t.how}</span>
      </div>
      <Suspense>{children}</Suspense>
    </div>
  );
}
