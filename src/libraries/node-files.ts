import { defineLibrary, type CallRole } from '../model/library';

const first: CallRole = { sinks: [{ category: 'path', arg: 0 }] };
const both: CallRole = {
  sinks: [
    { category: 'path', arg: 0 },
    { category: 'path', arg: 1 },
  ],
};

const one = [
  'appendFile',
  'chmod',
  'chown',
  'createReadStream',
  'createWriteStream',
  'lchown',
  'lutimes',
  'mkdir',
  'mkdtemp',
  'open',
  'openAsBlob',
  'opendir',
  'readFile',
  'readdir',
  'readlink',
  'rm',
  'rmdir',
  'statfs',
  'truncate',
  'unlink',
  'utimes',
  'watch',
  'watchFile',
  'writeFile',
];
// Asking whether a file is there, or what it is, gives little away and is often part of a check.
const two = ['copyFile', 'cp', 'link', 'rename', 'symlink'];
// https://github.com/jprichardson/node-fs-extra
const extra = [
  'emptyDir',
  'emptydir',
  'ensureDir',
  'ensureFile',
  'createFile',
  'mkdirp',
  'mkdirs',
  'mkpath',
  'outputFile',
  'outputJson',
  'outputJSON',
  'readJson',
  'readJSON',
  'remove',
  'writeJson',
  'writeJSON',
  'jsonfile',
];
const extraTwo = ['copy', 'move', 'ensureLink', 'ensureSymlink', 'createLink', 'createSymlink'];

/** `Async` is what bluebird makes of them. */
function files(modules: readonly string[], names: readonly string[], role: CallRole): Record<string, CallRole> {
  return Object.fromEntries(
    modules.flatMap((module) => names.flatMap((name) => ['', 'Sync', 'Async'].map((end) => [`${module}${name}${end}`, role] as const))),
  );
}

const node = ['node:fs#', 'node:fs#promises.', 'node:fs/promises#', 'graceful-fs#', 'fs-extra#', 'original-fs#', 'mz/fs#', 'fs-jetpack#'];
const passes: CallRole = { passes: true };
const base: CallRole = { sanitises: ['path'] };

/** Where Node and its look-alikes open files by name, and what makes such names. */
export default defineLibrary({
  id: 'node-files',
  title: 'Node.js files',
  packages: [],
  aliases: {
    'node:path#posix': 'node:path#',
    'node:path#win32': 'node:path#',
    'upath#default': 'upath#',
  },
  memoises: { 'bluebird#promisifyAll': 0 },
  calls: {
    ...files(node, one, first),
    ...files(node, two, both),
    ...files(node, ['writeFile'], { ...first, stores: 'file' }),
    ...files(['fs-extra#'], extra, first),
    ...files(['fs-extra#'], extraTwo, both),
    ...Object.fromEntries(
      ['node:path#', 'upath#', 'pathe#'].flatMap((module) => [
        ...['join', 'resolve'].map((name): [string, CallRole] => [`${module}${name}`, { passes: true, makesPath: true }]),
        ...['normalize', 'relative', 'dirname', 'format', 'parse', 'toNamespacedPath'].map((name) => [`${module}${name}`, passes]),
        ...['basename', 'extname', 'isAbsolute'].map((name) => [`${module}${name}`, base]),
      ]),
    ),
    ...files(node, ['realpath'], { passes: 0 }),
    'node:url#parse': passes,
    'node:url#fileURLToPath': passes,
    'node:url#pathToFileURL': passes,
    'node:url#resolve': passes,
    'node:querystring#parse': passes,
    'node:querystring#unescape': passes,
    'node:util#format': passes,
    'sanitize-filename#': base,
    'filenamify#': base,
    'del#': first,
    'del#deleteAsync': first,
    'del#deleteSync': first,
    'rimraf#': first,
    'rimraf#rimraf': first,
    'rimraf#sync': first,
    'send#': { sinks: [{ category: 'path', arg: 1, safeWhen: 'option:root' }] },
  },
});
