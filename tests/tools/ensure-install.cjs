/**
 * Starts every verb: installs packages when they are missing or differ from the lock file, then checks that the pinned Node is there, then runs the
 * script named on the command line with it and passes signals on. Plain old CommonJS on purpose: it must run on whatever
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

/**
 * On Windows the package `node` changes its own `bin` while it is installed, and the shims npm made before point to nothing: without them scripts find the
 * machine's Node, which is all that this file needs. Everything else is started by it with the pinned one.
 */
function dropShims() {
  if (process.platform !== 'win32') return;
  ['node', 'node.cmd', 'node.ps1'].forEach(function (name) {
    fs.rmSync(path.join(root, 'node_modules', '.bin', name), { force: true });
  });
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
  dropShims();
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
  if (process.argv.length > 2) run(node, process.argv.slice(2));
}

/**
 * What it starts ends with it: signals are passed on, and where the shell between npm and here dies of a signal without passing it on, the new parent tells.
 * Otherwise the server would go on alone and keep its port.
 */
function run(node, args) {
  var child = childProcess.spawn(node, args, { cwd: root, stdio: 'inherit' });
  var isWindows = process.platform === 'win32';
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      // Ctrl+C at a terminal reaches everybody in front of it by itself; on Windows passing on would be killing.
      if (!isWindows && !(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
    });
  });
  var parent = process.ppid;
  if (!isWindows && process.env.npm_lifecycle_event)
    setInterval(function () {
      if (process.ppid !== parent) child.kill('SIGTERM');
    }, 300);
  child.on('error', function (error) {
    fail('Could not start ' + node + ': ' + error.message);
  });
  child.on('exit', function (code) {
    process.exit(code === null ? 1 : code);
  });
}

main();
