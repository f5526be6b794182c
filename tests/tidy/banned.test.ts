/** Rules about the text of the code that no linter here knows: banned calls with their replacement, swallowed errors, long files, words in the wrong place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from './imports.ts';

interface Source {
  readonly file: string;
  readonly lines: number;
  /** Comments blanked, positions kept. */
  readonly code: string;
}

function readSource(file: string): Source {
  const text = readFileSync(join(root, file), 'utf8');
  const { comments } = parseSync(file, text);
  let code = text;
  for (const { start, end } of comments) code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);
  return { file, lines: text.trimEnd().split('\n').length, code };
}

const all = sourceFiles(['shared', 'sync-server', 'client', 'tests']).map(readSource);
const shipped = all.filter(({ file }) => !file.startsWith('tests/') && !/\.test\.tsx?$/.test(file));

function places(sources: readonly Source[], pattern: RegExp): readonly string[] {
  return sources.flatMap(({ file, code }) =>
    [...code.matchAll(new RegExp(pattern, 'g'))].map(
      (match) => `${file}:${code.slice(0, match.index).split('\n').length}: ${match[0].trim().slice(0, 60)}`,
    ),
  );
}

const bannedInShared: readonly (readonly [what: string, pattern: RegExp, instead: string])[] = [
  ['new Date without argument', /\bnew Date\(\s*\)/, 'take the time as an argument'],
  ['Date.now', /\bDate\.now\b/, 'take the time as an argument'],
  ['Math.random', /\bMath\.random\b/, 'take Random from ports.ts'],
  ['performance', /\bperformance\./, 'take the time as an argument'],
  ['crypto', /\bcrypto\./, 'take Random from ports.ts, hash with @noble/hashes'],
  [
    'the machine’s time zone',
    /\.(getHours|getDate|getDay|getMonth|getFullYear|getTimezoneOffset|toLocale\w*String)\(/,
    'use kernel/instant.ts',
  ],
  ['Intl.DateTimeFormat', /\bIntl\.DateTimeFormat\b/, 'use kernel/instant.ts'],
];

/** Interface text lives in texts/, official wording in print/, and what is data or speaks to an administrator's console on the server. */
const vietnamesePlaces =
  /^(client\/src\/(texts|print)\/|sync-server\/src\/(demo|reference|texts)\/|shared\/src\/(text|deadlines|catalogue)\/|.*\/data\/)/;
const vietnameseLetter = /[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/;

describe('banned', () => {
  it('[V80] the client reads typed dates in its one box, and periods of a register', () => {
    const readers = shipped
      .filter(({ file }) => file.startsWith('client/'))
      .filter(({ code }) => /\bparseCivilDate\b|\\d\{1,2\}\)[^\n]{0,8}\/\]?\(\\d/.test(code));
    expect(readers.map(({ file }) => file)).toEqual(['client/src/kit/ui/date-box.tsx', 'client/src/print/forms/register/period.ts']);
    expect(places(shipped, /type="(?:date|datetime-local|month)"/)).toEqual([]);
  });

  it.each(bannedInShared)('[T4] shared has no %s', (_what, pattern, instead) => {
    const found = places(
      shipped.filter(({ file }) => file.startsWith('shared/')),
      pattern,
    );
    expect(found, instead).toEqual([]);
  });

  it('[T5] no error is swallowed', () => {
    expect(places(all, /catch\s*(\([^)]*\))?\s*\{\s*\}/), 'return it, show it or throw it on with its cause').toEqual([]);
    expect(
      places(all, /\.catch\(\s*\(\s*\w*\s*\)\s*=>\s*(\{\s*\}|undefined|null)\s*\)/),
      'return it, show it or throw it on with its cause',
    ).toEqual([]);
  });

  it('[T6] no file is longer than 400 lines', () => {
    expect(all.filter(({ lines }) => lines > 400).map(({ file, lines }) => `${file}: ${lines} lines`)).toEqual([]);
  });

  it('[T7] every module says what it is for', () => {
    const silent = shipped.filter(({ file }) => !/^(?:(?:\/\/.*)?\n)*\/\*\*/.test(readFileSync(join(root, file), 'utf8')));
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  it('[T8] Vietnamese stays in texts, print and data', () => {
    const found = shipped
      .filter(({ file }) => !vietnamesePlaces.test(file))
      .flatMap(({ file, code }) =>
        code
          .split('\n')
          .flatMap((line, index) => (vietnameseLetter.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 80)}`] : [])),
      );
    expect(found).toEqual([]);
  });

  it('[T80] no form and no date box speaks the browser’s language', () => {
    const screens = shipped.filter(({ file }) => file.startsWith('client/src/'));
    expect(places(screens, /type(?:=|: )\{?["'`](?:date|datetime-local|month|time|week)["'`]/), 'use kit/ui/date-box.tsx').toEqual([]);
    expect(places(screens, /<form\b(?![^>]*\bnoValidate\b)[\s\S]{0,60}/), 'use kit/ui/own-form.tsx, or say noValidate').toEqual([]);
  });

  it('[T9] no test is left out or run alone', () => {
    expect(places(all, /\b(describe|it|test)\.(skip|only|todo)\b/)).toEqual([]);
  });
});
