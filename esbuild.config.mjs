import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** Test inputs: read by tests as data, never compiled with them. */
const fixtureFolders = ['test/rules', 'test/checks', 'test/libraries', 'test/idioms', 'test/projects', 'test/vscode/fixtures'];

const shared = {
  absWorkingDir: root,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
};

/** Options of everything that ships. ES modules first: the CommonJS form of jsonc-parser requires its parts in a way that no bundler sees. */
const shipped = {
  ...shared,
  bundle: true,
  mainFields: ['module', 'main'],
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
};

/**
 * Makes every bundle share one compiler. `import { ts } from 'ts-morph'` becomes a plain `require` of
 * `dist/typescript.js`; the structured edits of ts-morph (`Project` and the like) come from `dist/tsMorph.js`, which is
 * loaded when the first of them is touched and requires that same compiler.
 */
const oneCompiler = {
  name: 'one-compiler',
  setup(build) {
    build.onResolve({ filter: /^ts-morph$/ }, () => ({ path: 'ts-morph', namespace: 'one-compiler' }));
    build.onResolve({ filter: /^ts-morph\/lazy$/ }, () => ({ path: 'ts-morph/lazy', namespace: 'one-compiler', sideEffects: false }));
    build.onResolve({ filter: /^\.\/(typescript|tsMorph)\.js$/, namespace: 'one-compiler' }, ({ path: file }) => ({
      path: file,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace: 'one-compiler' }, async ({ path: module }) => {
      const names = (await structuredNames()).filter((name) => name !== 'ts');
      if (module === 'ts-morph') {
        // An ES module for `ts`, so that a hot loop reads a variable and not a getter of a namespace object.
        return {
          contents: `export const ts = require('./typescript.js');\nexport { ${names.join(', ')} } from 'ts-morph/lazy';`,
          loader: 'js',
        };
      }
      return {
        contents: `for (const name of '${names.join(' ')}'.split(' '))
          Object.defineProperty(exports, name, { enumerable: true, get: () => require('./tsMorph.js')[name] });`,
        loader: 'js',
      };
    });
  },
};

/** The compiler is 7 MB and costs 105 ms to load: never in the extension host's own thread. */
const noCompiler = {
  name: 'no-compiler',
  setup(build) {
    build.onResolve({ filter: /^(ts-morph|@ts-morph\/common|typescript)$/ }, ({ path: module, importer }) => ({
      errors: [{ text: `${module} must not be loaded by the extension's own bundle (imported by ${path.relative(root, importer)}).` }],
    }));
  },
};

/** Errors of zod are English here; its other 50 languages would be a third of the extension's bundle. */
const oneLanguage = {
  name: 'one-language',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.c?js$/ }, () => ({
      contents: `export { default as en } from './en.js';`,
      loader: 'js',
    }));
  },
};

/** `import('./late')` loads a file of its own, so that activating does not even parse it. */
const lateParts = {
  name: 'late-parts',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\/late$/ }, ({ kind, importer }) =>
      kind === 'dynamic-import'
        ? { path: './late.js', external: true }
        : { errors: [{ text: `late.ts must be imported as import('./late') (imported by ${path.relative(root, importer)}).` }] },
    );
  },
};

let names;
/** Names of what ts-morph exports; read once, since loading ts-morph takes a while. */
function structuredNames() {
  names ??= Promise.resolve().then(() => Object.keys(require('ts-morph')).filter((name) => name !== 'default' && name !== '__esModule'));
  return names;
}

async function exists(file) {
  return stat(path.join(root, file)).then(
    () => true,
    () => false,
  );
}

/** Version of an installed package. */
async function versionOf(name) {
  return JSON.parse(await readFile(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** Writes the compiler as a file of its own; a second build with the same versions leaves it alone. */
async function buildCompiler() {
  const out = path.join(root, 'dist/typescript.js');
  const head = `/* TypeScript as bundled by @ts-morph/common ${await versionOf('@ts-morph/common')}, minified by esbuild ${esbuild.version} */\n`;
  const present = await readFile(out, 'utf8').catch(() => '');
  if (present.startsWith(head)) return;
  const source = await readFile(require.resolve('@ts-morph/common/dist/typescript.js'), 'utf8');
  const { code } = await esbuild.transform(source, {
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    legalComments: 'inline',
  });
  await writeFile(out, head + code);
}

/** Bundles ts-morph without its compiler, for the structured edits. */
async function buildTsMorph() {
  return esbuild.build({
    ...shipped,
    sourcemap: false,
    entryPoints: { tsMorph: require.resolve('ts-morph') },
    outdir: 'dist',
    plugins: [
      {
        name: 'compiler-outside',
        setup(build) {
          build.onResolve({ filter: /^\.\/typescript(\.js)?$/ }, () => ({ path: './typescript.js', external: true }));
        },
      },
    ],
  });
}

/** Licence texts of every package whose code is inside a bundle, as those licences ask. */
async function writeNotices(metafiles) {
  const packages = new Set(['@ts-morph/common']);
  for (const input of metafiles.flatMap((metafile) => Object.keys(metafile.inputs))) {
    const found = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) packages.add(found[1]);
  }
  const parts = [];
  for (const name of [...packages].sort()) {
    const folder = path.join(root, 'node_modules', name);
    const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
    const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
    const { version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    parts.push([`${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join('\n\n'));
  }
  await writeFile(path.join(root, 'dist/THIRD_PARTY_NOTICES.txt'), `${parts.join('\n\n----\n\n')}\n`);
}

/**
 * Builds `dist/`: what the VSIX and the npm package hold. Returns the names of the bundles.
 */
export async function buildDist() {
  await mkdir(path.join(root, 'dist'), { recursive: true });
  const present = [];
  const bundles = [
    {
      name: 'extension',
      entry: 'src/vscode/extension.ts',
      options: { external: ['vscode'], plugins: [noCompiler, lateParts], supported: { 'dynamic-import': false } },
    },
    { name: 'late', entry: 'src/vscode/late.ts', options: { plugins: [noCompiler] } },
    { name: 'worker', entry: 'src/engine/worker.ts', options: { plugins: [oneCompiler] } },
    // The command's file is small, and loads the rest once Node is told to keep it compiled.
    { name: 'cli', entry: 'src/cli/main.ts', options: { external: ['./repeat', './commandLine'] }, command: true },
    { name: 'repeat', entry: 'src/cli/repeat.ts', options: {} },
    { name: 'commandLine', entry: 'src/cli/commandLine.ts', options: { plugins: [oneCompiler] } },
    { name: 'mcp', entry: 'src/mcp/main.ts', options: { plugins: [oneCompiler] }, command: true },
    { name: 'webview', entry: 'src/webview/main.ts', options: { platform: 'browser', format: 'iife', target: 'es2022' } },
  ];
  const metafiles = await Promise.all(
    bundles.map(async ({ name, entry, options, command }) => {
      if (!(await exists(entry))) {
        await rm(path.join(root, 'dist', `${name}.js`), { force: true });
        return [];
      }
      present.push(name);
      const shebang = command && !(await readFile(path.join(root, entry), 'utf8')).startsWith('#!');
      const { metafile } = await esbuild.build({
        ...shipped,
        ...options,
        plugins: [...(options.plugins ?? []), oneLanguage],
        entryPoints: { [name]: entry },
        outdir: 'dist',
        banner: shebang ? { js: '#!/usr/bin/env node' } : undefined,
      });
      if (command) await chmod(path.join(root, 'dist', `${name}.js`), 0o755);
      return [metafile];
    }),
  );
  const all = metafiles.flat();
  await buildCompiler();
  const structured = all.some((metafile) =>
    Object.values(metafile.outputs).some((output) => output.imports.some((used) => used.path === './tsMorph.js')),
  );
  if (structured) all.push((await buildTsMorph()).metafile);
  else await rm(path.join(root, 'dist/tsMorph.js'), { force: true });
  await writeNotices(all);
  return structured ? [...present, 'typescript', 'tsMorph'] : [...present, 'typescript'];
}

async function filesUnder(folder, accept) {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path
        .relative(root, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .filter(accept);
}

const isFixture = (file) => fixtureFolders.some((folder) => file.startsWith(`${folder}/`));

/**
 * Transforms every source and test file, one by one, to CommonJS under `out/`, where mocha runs them. Results of
 * sources that no longer exist are removed, so that a deleted test doesn't go on running.
 */
export async function buildTests() {
  const sources = (
    await Promise.all(
      ['src', 'test'].map((folder) => filesUnder(folder, (file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !isFixture(file))),
    )
  ).flat();
  await esbuild.build({ ...shared, entryPoints: sources, outdir: 'out', outbase: '.', sourcemap: true });

  const data = (
    await Promise.all(['src', 'test'].map((folder) => filesUnder(folder, (file) => file.endsWith('.json') && !isFixture(file))))
  ).flat();
  await Promise.all(['package.json', ...data].map((file) => cp(path.join(root, file), path.join(root, 'out', file))));

  const expected = new Set([...sources.map((file) => `out/${file.replace(/\.ts$/, '.js')}`), ...data.map((file) => `out/${file}`)]);
  const built = (
    await Promise.all(['out/src', 'out/test'].map((folder) => filesUnder(folder, (file) => /\.(js|json)$/.test(file))))
  ).flat();
  const stale = built.filter((file) => !expected.has(file));
  await Promise.all(
    stale.flatMap((file) => [rm(path.join(root, file), { force: true }), rm(path.join(root, `${file}.map`), { force: true })]),
  );
}

/** Bundles the benchmark as the engine ships, beside a copy of the shipped compiler, so that it measures what users run. */
export async function buildBenchmark() {
  await esbuild.build({ ...shipped, entryPoints: { bench: 'test/bench/main.ts' }, outdir: 'out/bench', plugins: [oneCompiler] });
  for (const file of ['typescript.js', 'tsMorph.js']) {
    if (await exists(`dist/${file}`)) await cp(path.join(root, 'dist', file), path.join(root, 'out/bench', file));
  }
}

/**
 * Bundles developer scripts, `src/build/NAME.ts` to `out/build/NAME.js`, and the program that stands in for desktop VS
 * Code; packages stay outside. In a bundle `__dirname` is `out/build`: scripts find the project by the current folder,
 * which `bootstrap.mjs` sets.
 */
export async function buildScripts(...names) {
  const scripts = [...names, 'editor/launcher'];
  await esbuild.build({
    ...shared,
    entryPoints: Object.fromEntries(scripts.map((script) => [path.basename(script), `src/build/${script}.ts`])),
    outdir: 'out/build',
    bundle: true,
    packages: 'external',
    external: ['*/esbuild.config.mjs'],
    sourcemap: true,
    banner: { js: '#!/usr/bin/env node' },
  });
  await chmod(path.join(root, 'out/build/launcher.js'), 0o755);
}

// `node esbuild.config.mjs [dist] [tests] [benchmark]`; without a word, what ships.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const targets = { dist: buildDist, tests: buildTests, benchmark: buildBenchmark };
  try {
    for (const target of process.argv.length > 2 ? process.argv.slice(2) : ['dist']) await targets[target]();
  } catch (error) {
    // What does not compile has been printed by esbuild.
    if (!error.errors) console.error(error);
    process.exit(1);
  }
}
