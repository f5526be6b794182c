import { describe, expect, test } from 'vitest';
import { accept } from './commands/accept.ts';
import { checkInput, tidyInput } from './input.ts';

describe('input', () => {
  test('[D30] text is trimmed and composed, empty members are left out at any depth', () => {
    expect(tidyInput({ a: ' x ', b: '', c: null, d: undefined, e: { f: '  ', g: [' y', { h: '' }] }, n: 0, no: false })).toEqual({
      a: 'x',
      e: { g: ['y', {}] },
      n: 0,
      no: false,
    });
    expect(tidyInput('e\u0302')).toBe('ê');
  });

  test('[D30] unknown and missing fields are named by their path', () => {
    expect(checkInput(accept.input, { extra: 1 })).toEqual({
      ok: false,
      error: {
        code: 'input/invalid',
        fields: expect.arrayContaining([
          { path: 'intake', problem: 'required' },
          { path: 'extra', problem: 'unknown-field' },
        ]),
      },
    });
    expect(checkInput(accept.input, undefined)).toMatchObject({ ok: false });
    expect(checkInput(accept.input, 'text')).toMatchObject({ ok: false });
  });
});
