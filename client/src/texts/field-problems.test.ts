import { describe, expect, test } from 'vitest';
import { fieldProblemsText } from './field-problems.ts';
import { refusalText } from './refusals.ts';

describe('fields that were not accepted', () => {
  test('[U11] are told by their label and what is wrong, never by their address', () => {
    expect(fieldProblemsText([{ path: 'reason', problem: 'required' }])).toBe('Lý do: chưa nhập');
    expect(fieldProblemsText([{ path: 'intake.owner.fullName', problem: 'too-long' }])).toBe('Họ và tên: dài quá');
    expect(fieldProblemsText([{ path: 'papers.3', problem: 'invalid' }])).toBe('Giấy tờ: chưa đúng');
  });

  test('[U12] an unknown address leaves no trace, and two problems with one field are one', () => {
    expect(fieldProblemsText([{ path: 'whatever', problem: 'invalid' }])).toBe('');
    expect(
      fieldProblemsText([
        { path: 'login', problem: 'invalid_format' },
        { path: 'login', problem: 'invalid_format' },
        { path: 'id', problem: 'custom' },
      ]),
    ).toBe('Tên đăng nhập: sai định dạng');
    expect(refusalText({ code: 'input/invalid', fields: [{ path: 'x', problem: 'invalid' }] })).toBe(
      'Có ô chưa đúng. Xem lại các ô vừa nhập rồi thực hiện lại.',
    );
  });
});
