import { describe, expect, test } from 'vitest';
import { procedures, sampleIntake } from '../../../tests/support/builders.ts';
import { given } from '../../../tests/support/given.ts';
import { intake } from './fields.ts';
import { type BroughtPaper, asPrinted, isPaperThere, mergePapers, withPaperIds } from './papers.ts';

const none = { originals: 0, certified: 0, copies: 0 };
const rows = sampleIntake.papers;

describe('papers of a dossier', () => {
  test('[D110] only what lies here has quantities', () => {
    const taken = (paper: object) => intake.safeParse({ ...sampleIntake, papers: [{ id: 1, component: 0, ...none, ...paper }] }).success;
    expect(taken({ state: 'RECEIVED', originals: 1 })).toBe(true);
    expect(taken({ state: 'PRESENTED' })).toBe(true);
    for (const state of ['PRESENTED', 'MISSING', 'FROM_DATABASE', 'NOT_NEEDED']) expect(taken({ state, originals: 1 }), state).toBe(false);
    expect(['RECEIVED', 'PRESENTED', 'FROM_DATABASE', 'MISSING', 'NOT_NEEDED'].map((state) => isPaperThere(state as never))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('[D193] a paper used again names where it was checked; on its last valid day it is taken, after it is not', () => {
    const database = { name: 'hồ sơ trước', dossier: 'd0ss1er00009', validTo: '2026-11-23' };
    const papers = rows.map((row) => (row.state === 'FROM_DATABASE' ? { ...row, database } : row));
    const accepting = (on: string) => given('NOTHING').when('accept', { intake: { ...sampleIntake, papers } } as never, { at: on });
    expect(accepting('23/11/2026 16:00').succeeds().state.intake?.papers[1]?.database).toEqual(database);
    accepting('24/11/2026 08:00').refuses({
      code: 'input/invalid',
      fields: [{ path: 'intake.papers.1.database.validTo', problem: 'past' }],
    });
  });

  test('[D111] a paper brought later takes its row, or a number that no other device can have given', () => {
    const brought: readonly BroughtPaper[] = [
      { component: 1, state: 'RECEIVED', ...none, originals: 1 },
      { name: 'Đơn tay', state: 'RECEIVED', ...none, originals: 1 },
      { name: 'Ảnh', state: 'RECEIVED', ...none, copies: 2 },
    ];
    const here = withPaperIds(brought, rows, 1_790_000_000_000);
    expect(here.map((paper) => paper.id)).toEqual([2, 1_790_000_000_000, 1_790_000_000_001]);
    expect(mergePapers(rows, here).map((paper) => [paper.id, paper.state])).toEqual([
      [1, 'RECEIVED'],
      [2, 'RECEIVED'],
      [1_790_000_000_000, 'RECEIVED'],
      [1_790_000_000_001, 'RECEIVED'],
    ]);
    expect(intake.safeParse({ ...sampleIntake, papers: [rows[0], rows[0]] }).success).toBe(false);
  });

  test('[D115] a row goes onto paper with the name of the list and whether it was asked for', () => {
    const printed = asPrinted(
      [
        ...rows,
        { id: 3, component: 2, state: 'NOT_NEEDED', ...none },
        { id: 4, name: 'Đơn tay', state: 'RECEIVED', ...none, originals: 1 },
      ],
      procedures.threeDays.documents,
    );
    expect(printed.map(({ name, asked }) => [name, asked])).toEqual([
      ['Tờ khai', 'ALWAYS'],
      ['Giấy chứng sinh', 'ALWAYS'],
      [undefined, 'BY_CASE'],
      ['Đơn tay', undefined],
    ]);
  });
});
