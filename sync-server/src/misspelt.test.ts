/** Near misses of our own variables, and names of other programs that are none. */
import { describe, expect, it } from 'vitest';
import { findMisspelt } from './misspelt.ts';

const known = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'NODE_ENV', 'LOG_LEVEL', 'PUBLIC_URL', 'DEMO', 'BACKUP_DIR'];

describe('misspelt variables', () => {
  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['database_url', 'DATABASE_URL'],
    ['DATA_DIRR', 'DATA_DIR'],
    ['DATADIR', 'DATA_DIR'],
    ['PUBLIC_ULR', 'PUBLIC_URL'],
    ['NODE_EVN', 'NODE_ENV'],
    ['PROT', 'PORT'],
    ['PORTT', 'PORT'],
  ])('[O42] %s is meant as %s', (found, meant) => {
    expect(findMisspelt([found, meant], known)).toEqual([[found, meant]]);
  });

  it.each([
    'PATH',
    'HOME',
    'POST',
    'HOSTNAME',
    'NODE_EXE',
    'NODE_PATH',
    'NODE_OPTIONS',
    'PGDATA',
    'XDG_DATA_DIRS',
    'host',
    'LOGNAME',
    'REDIS_PORT',
  ])('[O42] %s is another program’s', (name) => {
    expect(findMisspelt([name], known)).toEqual([]);
  });
});
