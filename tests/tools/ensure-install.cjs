/**
 * Runs before every verb that needs packages: installs them when they are missing or differ from the lock file, then checks that the
 * pinned Node is there, then runs the script named on the command line with it. Plain old CommonJS on purpose: it must run on whatever
 * Node the machine happens to have, before anything is installed, on Windows as well as on Linux.
 */
'use strict';
var childProcess = require('child_process');
var fs = require('fs');
var path = require('path');

var root = path.join(__dirname, '..', '..');
var nodeMajorMin = 24;
var hostMajorMin = 18;

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Compares the lock file with what npm says it installed; packages for other platforms are optional and may be absent. */
function isInstalled() {
  var wanted = readJson('package-lock.json');
  var found = readJson('node_modules/.package-lock.json');
  if (!wanted || !found) return false;
  return Object.keys(wanted.packages).every(function (key) {
    var entry = wanted.packages[key];
    if (key.indexOf('node_modules/') === -1 || entry.link) return true;
    var present = found.packages[key];
    if (!present) return Boolean(entry.optional);
    return present.version === entry.version;
  });
}

function install() {
  var first = !fs.existsSync(path.join(root, 'node_modules'));
  console.log(first ? 'Installing packages (first run, about a minute) …' : 'Packages differ from the lock file: installing …');
  // `ci` takes the lock file as it is and never writes it; the build needs development packages also where NODE_ENV says production.
  var args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  var npm = process.env.npm_execpath;
  var result =
    npm && /\.c?js$/.test(npm)
      ? childProcess.spawnSync(process.execPath, [npm].concat(args), { cwd: root, stdio: 'inherit' })
      : childProcess.spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0)
    fail('npm could not install the packages. Check the internet connection and free disk space, then run the same command again.');
}

/** The Node of the npm package `node`, which also comes first on the path of every npm script. */
function pinnedNode() {
  var folder = path.join(root, 'node_modules', 'node', 'bin');
  var file = path.join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (fs.existsSync(file)) return file;
  if (Number(process.versions.node.split('.')[0]) >= nodeMajorMin) return process.execPath;
  return undefined;
}

function fail(message) {
  console.error('\n' + message + '\n');
  process.exit(1);
}

function main() {
  if (Number(process.versions.node.split('.')[0]) < hostMajorMin) {
    fail(
      'This machine has Node ' +
        process.versions.node +
        '. Install Node ' +
        nodeMajorMin +
        ' (https://nodejs.org), or at least Node ' +
        hostMajorMin +
        ' with npm 10.9: the project then brings its own Node ' +
        nodeMajorMin +
        '.',
    );
  }
  if (!isInstalled()) install();
  var node = pinnedNode();
  if (!node) {
    fail(
      'The project needs Node ' +
        nodeMajorMin +
        ' and could not bring its own (this machine has ' +
        process.versions.node +
        '; were install scripts switched off?). Install Node ' +
        nodeMajorMin +
        ' from https://nodejs.org, or run: npm rebuild node',
    );
  }
  if (process.argv.length > 2) {
    var result = childProcess.spawnSync(node, process.argv.slice(2), { cwd: root, stdio: 'inherit' });
    process.exit(result.status === null ? 1 : result.status);
  }
}

main();
