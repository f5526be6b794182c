/** The district from the country's list, so that its names need not be typed. An offer only: whoever types them himself never looks here. */
import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import type { FoundUnit } from '@onestop/shared/reference/unit-list.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { vi } from '../../texts/vi.ts';
import { findDistricts } from './setup-request.ts';

export function DistrictFinder({ onChoose }: { readonly onChoose: (unit: FoundUnit) => void }) {
  const t = vi.session.setup.finder;
  const [query, setQuery] = useState('');
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<readonly FoundUnit[] | 'failed'>();
  const find = async () => {
    if (query.trim() === '') return;
    setBusy(true);
    setFound((await findDistricts(query)) ?? 'failed');
    setBusy(false);
  };
  return (
    <div style={{ display: 'grid', gap: '0.5rem' }}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.6rem', alignItems: 'end' }}>
        <TextInput
          label={t.search}
          description={t.hint}
          value={query}
          autoFocus
          autoComplete="off"
          onChange={(e) => setQuery(e.currentTarget.value)}
          onKeyDown={(e) => {
            // Enter here looks, and sends nothing.
            if (e.key !== 'Enter') return;
            e.preventDefault();
            void find();
          }}
          style={{ flex: '1 1 14rem' }}
        />
        <Button variant="default" loading={busy} onClick={() => void find()}>
          {t.find}
        </Button>
      </div>
      <div aria-live="polite" style={{ display: 'flex', flexWrap: 'wrap', gap: '0.4rem' }}>
        {found === 'failed' && <Notice tone="amber">{t.failed}</Notice>}
        {Array.isArray(found) && found.length === 0 && <Notice>{t.nothing}</Notice>}
        {Array.isArray(found) &&
          found.map((unit: FoundUnit) => (
            <Button
              key={unit.code}
              variant="default"
              onClick={() => {
                onChoose(unit);
                setFound(undefined);
              }}
            >
              {[unit.name, ...unit.above].join(', ')}
            </Button>
          ))}
      </div>
    </div>
  );
}
