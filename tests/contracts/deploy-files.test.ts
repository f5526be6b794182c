/** The files that are shipped for systemd, Caddy and nginx, read by the very programs they are for. Where a machine has not got one, the others are read all the same. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const deploy = resolve(import.meta.dirname, '../../sync-server/deploy');
const folder = mkdtempSync(join(tmpdir(), 'motcua-deploy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const nginx = existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx';

function said(program: string, args: readonly string[], env = process.env): readonly [number | null, string] {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env });
  return [status, `${stdout}${stderr}`];
}

it.runIf(has('systemd-analyze'))('[O173] systemd has nothing to say about the units, but that the project is not installed here', () => {
  const units = readdirSync(deploy).filter((file) => /\.(service|timer)$/.test(file));
  expect(units).toHaveLength(3);
  // Only what lies elsewhere on this machine is put in; another unknown directive, value or section is told.
  for (const unit of units)
    writeFileSync(
      join(folder, unit),
      readFileSync(join(deploy, unit), 'utf8').replaceAll('/opt/motcua/node_modules/node/bin/node', process.execPath),
    );
  const [status, told] = said('systemd-analyze', ['--man=no', 'verify', ...units.map((unit) => join(folder, unit))]);
  expect([status, told.split('\n').filter((line) => line.includes('motcua'))]).toEqual([0, []]);
});

it.runIf(has('caddy'))('[O174] Caddy takes its file as it is', () => {
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const [status, told] = said('caddy', ['validate', '--config', join(deploy, 'Caddyfile'), '--adapter', 'caddyfile'], env);
  expect([status, told]).toEqual([0, expect.stringContaining('Valid configuration')]);
});

it.runIf(has(nginx))('[O175] nginx takes its file as it is, inside what Debian’s own says around a site', () => {
  const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=motcua'];
  execFileSync('openssl', ['req', ...options, '-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')], {
    stdio: 'ignore',
  });
  const site = readFileSync(join(deploy, 'nginx.conf'), 'utf8').replaceAll('/etc/ssl/motcua', folder);
  const main = join(folder, 'main.conf');
  writeFileSync(main, `pid ${folder}/nginx.pid; error_log stderr; events { } http { access_log off; ${site} }`);
  const [status, told] = said(nginx, ['-t', '-p', folder, '-c', main]);
  expect([status, told]).toEqual([0, expect.stringContaining('test is successful')]);
  expect(told).not.toContain('[warn]');
});
