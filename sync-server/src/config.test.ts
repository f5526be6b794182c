/** The environment is checked as a whole and every problem is named. */
import { describe, expect, it } from 'vitest';
import { parseConfig } from './config.ts';

describe('config', () => {
  it('[O21] needs nothing', () => {
    const config = parseConfig({});
    expect(config.ok && config.value).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      production: false,
      demo: true,
      databaseUrl: undefined,
    });
    expect(config.ok && config.value.dataDir.endsWith('.data')).toBe(true);
  });

  it('[O22] names all problems at once', () => {
    const config = parseConfig({
      PORT: 'tám nghìn',
      HOST: ' ',
      DATA_DIR: '',
      DATABASE_URL: 'mysql://x/y',
      NODE_ENV: 'prod',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'motcua',
      DEMO: 'yes',
    });
    expect(config.ok).toBe(false);
    const problems = config.ok ? [] : config.error;
    for (const name of ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'NODE_ENV', 'LOG_LEVEL', 'PUBLIC_URL', 'DEMO']) {
      expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
    }
    expect(problems[0]).toContain('tám nghìn');
  });

  it('[O146] the backup has an hour and a number of days and weeks; without a folder they mean nothing and say so', () => {
    expect(parseConfig({}).ok && parseConfig({})).toMatchObject({ value: { backup: undefined } });
    expect(parseConfig({ BACKUP_DIR: '/backup' })).toMatchObject({
      value: { backup: { folder: '/backup', minuteOfDay: 90, keep: { daily: 14, weekly: 8 } } },
    });
    expect(parseConfig({ BACKUP_DIR: '/backup', BACKUP_AT: '22:05', BACKUP_KEEP: '7d' })).toMatchObject({
      value: { backup: { minuteOfDay: 1_325, keep: { daily: 7, weekly: 0 } } },
    });
    const wrong = parseConfig({ BACKUP_AT: '25:00', BACKUP_KEEP: '0d' });
    const problems = wrong.ok ? [] : wrong.error;
    for (const name of ['BACKUP_AT', 'BACKUP_KEEP', 'BACKUP_DIR'])
      expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
  });

  it.each(['65536', '-1', '80.5', '', '1e3'])('[O23] PORT=%s is refused', (port) => {
    expect(parseConfig({ PORT: port }).ok).toBe(false);
  });

  it('[O24] production never has a demo, not even when asked', () => {
    expect(parseConfig({ NODE_ENV: 'production', DEMO: 'on' }).ok).toBe(false);
    const config = parseConfig({ NODE_ENV: 'production' });
    expect(config.ok && config.value.demo).toBe(false);
  });
});
