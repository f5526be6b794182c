import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DossierId } from '@onestop/shared/kernel/ids.ts';
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { foreignPlace, ownPlace } from './place.ts';
import { type FieldKind, openRow, type RowField, rowFields, rowReaders } from './row-fields.ts';
import { packRows, type RowEntry, unpackRows } from './row-record.ts';

const values: Record<FieldKind, fc.Arbitrary<string | number | boolean>> = {
  word: fc.constantFrom('Thôn Ngọc Quan', 'ACCEPTED', 'é', ''),
  text: fc.string({ unit: 'grapheme' }),
  number: fc.oneof(fc.constantFrom(1, 2), fc.integer()),
  flag: fc.boolean(),
};
/** Of the very table that packs and unpacks: a field that is added there is proved here. */
const row = fc.record(Object.fromEntries(rowFields.map((field) => [field, values[rowReaders[field].kind]])), {
  requiredKeys: ['id'],
}) as unknown as fc.Arbitrary<DossierRow>;
const place = fc.oneof(fc.integer({ min: 1, max: 99 }).map(ownPlace), fc.integer({ min: 1, max: 99 }).map(foreignPlace));

describe('rows on disk', () => {
  it('[E28] rows come out of their packed text as they went in', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ row: fc.option(row, { nil: undefined }), places: fc.array(place) }), { maxLength: 20 }), (given) => {
        const entries = given.map((one, i): RowEntry => ({ ...one, id: one.row?.id ?? (`x${i}` as DossierId) }));
        expect(unpackRows(packRows(entries))).toEqual(entries);
      }),
    );
  });

  it('[E28] what all rows have in common is written once, and so are times that are the same in every row', () => {
    const entries = Array.from({ length: 50 }, (_, i): RowEntry => {
      const at = 1_795_395_600_000 + i;
      const row = { id: `x${i}`, office: '09529', status: 'ACCEPTED', openedAt: at, acceptedAt: at, lastAt: at, contradictions: 0 };
      return { id: row.id as DossierId, row: row as DossierRow, places: [ownPlace(i + 1)] };
    });
    const text = packRows(entries);
    expect(unpackRows(text)).toEqual(entries);
    expect(text.split('1795395600').length - 1).toBe(entries.length);
    expect(text.split('09529').length - 1).toBe(1);
    expect(text.length).toBeLessThan(entries.length * 30);
  });

  it('[E28] each field is read into its own place and no other', () => {
    for (const field of rowFields) {
      const read = openRow();
      (rowReaders[field].set as (row: typeof read, value: RowField) => void)(read, field);
      expect(read).toEqual({ [field]: field });
    }
  });
});
