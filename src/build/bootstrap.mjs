// Runs a developer script on a fresh clone: `node src/build/bootstrap.mjs NAME [arguments]`. Needs Node alone. Installs
// the packages when they are missing or differ from the lockfile, bundles src/build/NAME.ts and runs it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const minimum = [20, 19];

function fail(message) {
  console.error(message);
  process.exit(2);
}

/** Whether `node_modules` holds what the lockfile asks for; packages for other platforms may be absent. */
function isInstalled() {
  const installedLock = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(([folder, { version, optional, link }]) => {
    if (folder === '' || link) return true;
    if (!present[folder]) return optional === true;
    return present[folder].version === version && existsSync(path.join(root, folder, 'package.json'));
  });
}

/** Runs `npm ci` and says every 15 seconds that it is still at it; its output is shown only when it fails. */
async function install() {
  console.log('• Installing packages (npm ci) …');
  const start = Date.now();
  const seconds = () => ((Date.now() - start) / 1000).toFixed(1);
  const heartbeat = setInterval(() => console.log(`  still installing packages (${seconds()} s)`), 15_000);
  const output = [];
  const code = await new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn(windows ? 'npm.cmd' : 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      shell: windows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (data) => output.push(data));
    child.stderr.on('data', (data) => output.push(data));
    child.on('error', (error) => (output.push(Buffer.from(error.message)), resolve(1)));
    child.on('close', resolve);
  });
  clearInterval(heartbeat);
  if (code !== 0) {
    process.stderr.write(Buffer.concat(output));
    fail('The packages could not be installed. Is the package registry reachable?');
  }
  console.log(`  done in ${seconds()} s`);
}

const [name, ...args] = process.argv.slice(2);
const version = process.versions.node.split('.').map(Number);
if (version[0] < minimum[0] || (version[0] === minimum[0] && version[1] < minimum[1])) {
  fail(`Node ${minimum.join('.')} or later is needed; this is Node ${process.versions.node}.`);
}
if (!name || !existsSync(path.join(root, 'src/build', `${name}.ts`))) fail(`There is no script src/build/${name}.ts.`);
process.chdir(root);
if (!isInstalled()) await install();

const { buildScripts } = await import('../../esbuild.config.mjs');
await buildScripts(name);
process.argv = [process.argv[0], path.join(root, 'out/build', `${name}.js`), ...args];
await import(pathToFileURL(process.argv[1]).href);
