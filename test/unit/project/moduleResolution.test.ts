import { strict as assert } from 'node:assert';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { createResolver } from '../../../src/project/moduleResolution';

type Files = Record<string, string | object>;

/** What `specifier` means in `from`: a file as `/path`, a package as its name, or `?`. Data files are there but not listed. */
function resolve(files: Files, from: string, specifier: string): string {
  const texts = Object.fromEntries(
    Object.entries(files).map(([file, value]) => [file, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  const resolution = createResolver(
    memoryWorkspace(texts),
    Object.keys(texts).filter((file) => !file.endsWith('data.json')),
  ).resolve(from, specifier);
  return 'file' in resolution ? `/${resolution.file}` : 'package' in resolution ? resolution.package : '?';
}

function cases(files: Files, from: string, expected: Record<string, string>): void {
  for (const [specifier, meaning] of Object.entries(expected)) {
    it(`${specifier} is ${meaning}`, () => assert.equal(resolve(files, from, specifier), meaning));
  }
}

describe('relative imports', () => {
  const files = {
    'src/a.ts': '',
    'src/b.tsx': '',
    'src/c/index.ts': '',
    'src/d.js': '',
    'src/e.mts': '',
    'src/f.cts': '',
    'src/g.service.ts': '',
    'src/both.ts': '',
    'src/both.js': '',
    'src/h.d.ts': '',
    'src/data.json': '{}',
    'root.ts': '',
    'src/x/index.js': '',
    'src/x.ts': '',
    'src/j.jsx': '',
  };
  cases(files, 'src/main.ts', {
    './a': '/src/a.ts',
    './a.ts': '/src/a.ts',
    './a.js': '/src/a.ts',
    './b': '/src/b.tsx',
    './b.js': '/src/b.tsx',
    './b.jsx': '/src/b.tsx',
    './c': '/src/c/index.ts',
    './c/': '/src/c/index.ts',
    './c/index.js': '/src/c/index.ts',
    './d': '/src/d.js',
    './e.mjs': '/src/e.mts',
    './f.cjs': '/src/f.cts',
    './g.service': '/src/g.service.ts',
    './both.js': '/src/both.ts',
    './h': '/src/h.d.ts',
    './h.d': '/src/h.d.ts',
    './h.d.ts': '/src/h.d.ts',
    './x': '/src/x.ts',
    './j': '/src/j.jsx',
    './a?worker': '/src/a.ts',
    './data.json': '/src/data.json',
    '../root': '/root.ts',
    './missing': '?',
    './missing.json': '?',
    '../../root': '?',
  });
  it('. is the index of the folder', () =>
    assert.equal(resolve({ 'src/c/index.ts': '', 'src/index.ts': '' }, 'src/c/x.ts', '.'), '/src/c/index.ts'));
  it('.. is that of the folder around', () =>
    assert.equal(resolve({ 'src/c/index.ts': '', 'src/index.ts': '' }, 'src/c/x.ts', '..'), '/src/index.ts'));
});

describe('packages and addresses', () => {
  cases({}, 'a.ts', {
    express: 'express',
    'next/server': 'next/server',
    '@supabase/supabase-js': '@supabase/supabase-js',
    fs: 'node:fs',
    'fs/promises': 'node:fs/promises',
    'node:test': 'node:test',
    'npm:zod@3': 'zod',
    'npm:/express@4.18.2/lib/router': 'express/lib/router',
    'npm:@supabase/supabase-js@^2.53.0': '@supabase/supabase-js',
    'jsr:@std/http@1/server': '@std/http/server',
    'jsr:@supabase/functions-js/edge-runtime.d.ts': '@supabase/functions-js/edge-runtime.d.ts',
    'https://esm.sh/@supabase/supabase-js@2': '@supabase/supabase-js',
    'https://esm.sh/stripe@14.21.0?target=deno': 'stripe',
    'https://esm.sh/v135/stripe@14.21.0/es2022/stripe.mjs': 'stripe',
    'https://esm.sh/drizzle-orm@0.30.0/pg-core': 'drizzle-orm/pg-core',
    'https://cdn.skypack.dev/zod@3': 'zod',
    'https://cdn.jsdelivr.net/npm/openai@4/+esm': 'openai',
    'https://deno.land/std@0.168.0/http/server.ts': 'deno.land/std/http/server.ts',
    'https://deno.land/std/http/server.ts': 'deno.land/std/http/server.ts',
    'https://deno.land/std@0.177.0/node/crypto.ts': 'node:crypto',
    'https://deno.land/x/oak@v12.6.1/mod.ts': 'deno.land/x/oak/mod.ts',
    'https://raw.githubusercontent.com/user/repo/main/mod.ts': 'raw.githubusercontent.com/user/repo/main/mod.ts',
    '$env/static/private': '$env/static/private',
    '@/nowhere': '?',
    '~/nowhere': '?',
    '#nowhere': '?',
    '': '?',
  });
});

describe('aliases of tsconfig', () => {
  const files: Files = {
    'tsconfig.json':
      '{\n  // comments and trailing commas are fine\n  "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./client/src/*"], "@/special/*": ["special/*"], "@shared": ["shared/index.ts"], "~config": ["config.ts"], }, },\n}',
    'client/src/a.ts': '',
    'client/src/special/a.ts': '',
    'special/a.ts': '',
    'special/only.ts': '',
    'shared/index.ts': '',
    'config.ts': '',
    'lib/db.ts': '',
    'src/a.ts': '',
  };
  cases(files, 'server/x.ts', {
    '@/a': '/client/src/a.ts',
    '@/special/a': '/special/a.ts',
    '@shared': '/shared/index.ts',
    '~config': '/config.ts',
    'lib/db': '/lib/db.ts',
    '@/missing': '?',
    express: 'express',
  });

  it('come from extended files, relative to where they are written', () => {
    const extended: Files = {
      'apps/api/tsconfig.json': { extends: '../../base' },
      'base.json': { compilerOptions: { paths: { '#lib/*': ['./libs/*'] } } },
      'libs/a.ts': '',
      'apps/api/libs/a.ts': '',
    };
    assert.equal(resolve(extended, 'apps/api/x.ts', '#lib/a'), '/libs/a.ts');
  });

  it('of several extended files the last counts, own ones before them', () => {
    const base = (folder: string): object => ({ compilerOptions: { paths: { 'x/*': [`./${folder}/*`] } } });
    const extended: Files = {
      'tsconfig.json': { extends: ['./one.json', './two.json'] },
      'one.json': base('one'),
      'two.json': base('two'),
      'one/a.ts': '',
      'two/a.ts': '',
      'own/a.ts': '',
    };
    assert.equal(resolve(extended, 'm.ts', 'x/a'), '/two/a.ts');
    assert.equal(resolve({ ...extended, 'tsconfig.json': { extends: './one.json', ...base('own') } }, 'm.ts', 'x/a'), '/own/a.ts');
  });

  it('come from a package of the workspace that is extended', () => {
    const extended: Files = {
      'apps/api/tsconfig.json': { extends: '@acme/tsconfig/base.json' },
      'tools/tsconfig/package.json': { name: '@acme/tsconfig' },
      'tools/tsconfig/base.json': { compilerOptions: { paths: { '@api/*': ['${configDir}/src/*'] } } },
      'apps/api/src/a.ts': '',
    };
    assert.equal(resolve(extended, 'apps/api/x.ts', '@api/a'), '/apps/api/src/a.ts');
  });

  it('come from tsconfig.app.json where tsconfig.json only refers to it', () => {
    const vite: Files = {
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }, { path: './other' }] },
      'tsconfig.app.json': { compilerOptions: { paths: { 'app/*': ['./source/*'] } } },
      'other/tsconfig.json': { compilerOptions: { paths: { 'app/*': ['./*'] } } },
      'source/a.ts': '',
      'other/a.ts': '',
    };
    assert.equal(resolve(vite, 'source/x.ts', 'app/a'), '/source/a.ts');
  });

  it('come from jsconfig and from outer folders', () => {
    const outer: Files = {
      'jsconfig.json': { compilerOptions: { paths: { 'k/*': ['./src/*'] } } },
      'src/a.js': '',
      'src/inner/tsconfig.json': {},
    };
    assert.equal(resolve(outer, 'src/inner/x.ts', 'k/a'), '/src/a.js');
  });

  it('survive circles and broken files', () => {
    assert.equal(
      resolve(
        {
          'tsconfig.json': { extends: './b.json' },
          'b.json': { extends: './tsconfig.json', compilerOptions: { paths: { 'x/*': ['./*'] } } },
          'a.ts': '',
        },
        'm.ts',
        'x/a',
      ),
      '/a.ts',
    );
    assert.equal(resolve({ 'tsconfig.json': '{ "compilerOptions": { "paths": { "x/*": ["./*"] ', 'a.ts': '' }, 'm.ts', 'x/a'), '/a.ts');
    assert.equal(
      resolve({ 'tsconfig.json': '{ "compilerOptions": { "paths": { "x/*": "./*", "y/*": 3 } } }', 'a.ts': '' }, 'm.ts', 'x/a'),
      '/a.ts',
    );
  });
});

describe('aliases of bundlers', () => {
  const source = {
    'src/db/mongo.ts': '',
    'src/kinds.ts': '',
    'shared/schema.ts': '',
    'client/src/a.ts': '',
    'parts/b.ts': '',
    'parts/index.ts': '',
    'lib/c.ts': '',
  };
  describe('as texts', () =>
    cases(
      {
        ...source,
        'svelte.config.js': `const config = { kit: { alias: { $db: './src/db', "$kinds": 'src/kinds.ts', '$parts/*': "parts/*" /* , $no: 'shared' */ } } };`,
      },
      'src/routes/+server.ts',
      {
        '$db/mongo': '/src/db/mongo.ts',
        $kinds: '/src/kinds.ts',
        '$parts/b': '/parts/b.ts',
        '$no/schema': '$no/schema',
        '$dbs/mongo': '$dbs/mongo',
      },
    ));
  describe('as calls that join texts', () =>
    cases(
      {
        ...source,
        'vite.config.ts': `export default defineConfig({ resolve: { alias: {
          // Twice below.
          '#client': path.resolve(import.meta.dirname, "client", "src"),
          shared: fileURLToPath(new URL('./shared', import.meta.url)),
          odd: base + '/lib',
          parts: path.resolve(__dirname, 'parts'), }, dedupe: ['lib'] } });`,
      },
      'server/index.ts',
      { '#client/a': '/client/src/a.ts', 'shared/schema': '/shared/schema.ts', parts: '/parts/index.ts', 'odd/c': 'odd/c' },
    ));
  describe('as lists', () =>
    cases(
      {
        ...source,
        'vite.config.mjs': `export default { resolve: { alias: [{ find: '@db', replacement: resolve(__dirname, 'src/db') }, { find: /^parts$/, replacement: 'lib' }] } };`,
      },
      'src/x.ts',
      { '@db/mongo': '/src/db/mongo.ts', 'parts/c': 'parts/c' },
    ));
  it('come after those of the compiler', () =>
    assert.equal(
      resolve(
        {
          ...source,
          'tsconfig.json': { compilerOptions: { paths: { '$db/*': ['lib/*'] } } },
          'lib/mongo.ts': '',
          'svelte.config.js': `export default { kit: { alias: { $db: 'src/db' } } };`,
        },
        'src/x.ts',
        '$db/mongo',
      ),
      '/lib/mongo.ts',
    ));
});

describe('aliases that nobody configures', () => {
  it('@/ is src, else the root, of the nearest folder that has the file', () => {
    const files = { 'web/src/a.ts': '', 'src/a.ts': '', 'b.ts': '' };
    assert.equal(resolve(files, 'web/src/deep/x.ts', '@/a'), '/web/src/a.ts');
    assert.equal(resolve(files, 'other/x.ts', '@/a'), '/src/a.ts');
    assert.equal(resolve(files, 'web/src/x.ts', '@/b'), '/b.ts');
  });
  it('~/ is app, $lib is src/lib', () => {
    assert.equal(resolve({ 'app/a.ts': '', 'a.ts': '' }, 'app/routes/x.ts', '~/a'), '/app/a.ts');
    assert.equal(resolve({ 'src/lib/a.ts': '' }, 'src/routes/x.ts', '$lib/a'), '/src/lib/a.ts');
    assert.equal(resolve({ 'server/utils/a.ts': '' }, 'server/api/x.post.ts', '#server/utils/a'), '/server/utils/a.ts');
    assert.equal(resolve({ 'web/shared/a/index.ts': '' }, 'web/server/api/x.ts', '#shared/a'), '/web/shared/a/index.ts');
  });
  it("folders of the package, where the name isn't a dependency", () => {
    const files: Files = {
      'package.json': { dependencies: { db: '1' } },
      'shared/schema.ts': '',
      'src/users/a.ts': '',
      'db/client.ts': '',
    };
    assert.equal(resolve(files, 'server/x.ts', '@shared/schema'), '/shared/schema.ts');
    assert.equal(resolve(files, 'server/x.ts', 'src/users/a'), '/src/users/a.ts');
    assert.equal(resolve(files, 'server/x.ts', 'db/client'), 'db/client');
    assert.equal(resolve(files, 'server/x.ts', '@other/schema'), '@other/schema');
  });
});

describe('packages of the workspace', () => {
  const files: Files = {
    'package.json': { name: 'root' },
    'packages/db/package.json': { name: '@acme/db', main: './dist/index.js' },
    'packages/db/src/index.ts': '',
    'packages/db/src/client.ts': '',
    'packages/ui/package.json': {
      name: '@acme/ui',
      exports: {
        '.': { types: './dist/index.d.ts', default: './dist/index.js' },
        './icons/*': './src/icons/*.tsx',
        './theme': [{ import: './dist/theme.mjs' }],
      },
    },
    'packages/ui/src/index.tsx': '',
    'packages/ui/src/icons/a.tsx': '',
    'packages/ui/src/theme.mts': '',
    'packages/built/package.json': { name: 'built', main: 'dist/index.js' },
    'packages/plain/package.json': { name: 'plain', types: 'lib/main.ts' },
    'packages/plain/lib/main.ts': '',
    'packages/plain/lib/sub.ts': '',
  };
  cases(files, 'apps/api/src/x.ts', {
    '@acme/db': '/packages/db/src/index.ts',
    '@acme/db/client': '/packages/db/src/client.ts',
    '@acme/db/src/client': '/packages/db/src/client.ts',
    '@acme/ui': '/packages/ui/src/index.tsx',
    '@acme/ui/icons/a': '/packages/ui/src/icons/a.tsx',
    '@acme/ui/theme': '/packages/ui/src/theme.mts',
    '@acme/ui/icons/missing': '@acme/ui/icons/missing',
    built: 'built',
    plain: '/packages/plain/lib/main.ts',
    'plain/lib/sub.js': '/packages/plain/lib/sub.ts',
  });
});

describe('imports of package.json', () => {
  const files: Files = {
    'package.json': {
      imports: { '#db': './src/db.js', '#lib/*': { types: './dist/types/lib/*.d.ts', default: './dist/lib/*.js' }, '#http': 'http' },
    },
    'src/db.ts': '',
    'src/lib/a.ts': '',
  };
  cases(files, 'src/deep/x.ts', { '#db': '/src/db.ts', '#lib/a': '/src/lib/a.ts', '#http': 'node:http', '#other': '?' });
});

describe('import maps of Deno', () => {
  const files: Files = {
    'supabase/functions/deno.json':
      '{ // comment\n "imports": { "supabase": "https://esm.sh/@supabase/supabase-js@2", "std/": "https://deno.land/std@0.168.0/", "@shared/": "./_shared/", "zod": "npm:zod@3", "cors": "./_shared/cors.ts" } }',
    'supabase/functions/_shared/cors.ts': '',
    'supabase/functions/other/deno.json': { importMap: '../../maps/import_map.json' },
    'supabase/maps/import_map.json': { imports: { 'own/': './own/' } },
    'supabase/maps/own/a.ts': '',
  };
  cases(files, 'supabase/functions/hello/index.ts', {
    supabase: '@supabase/supabase-js',
    'std/http/server.ts': 'deno.land/std/http/server.ts',
    '@shared/cors.ts': '/supabase/functions/_shared/cors.ts',
    'zod/v4': 'zod/v4',
    cors: '/supabase/functions/_shared/cors.ts',
    hono: 'hono',
  });
  it('may be in a file of their own', () =>
    assert.equal(resolve(files, 'supabase/functions/other/index.ts', 'own/a.ts'), '/supabase/maps/own/a.ts'));
});

describe('a resolver', () => {
  it('answers from what it knows the second time', () => {
    let reads = 0;
    const workspace = memoryWorkspace({ 'tsconfig.json': '{"compilerOptions":{"paths":{"x/*":["./*"]}}}', 'a.ts': '' });
    const resolver = createResolver({ ...workspace, read: (file) => (reads++, workspace.read(file)) }, ['tsconfig.json', 'a.ts']);
    const first = resolver.resolve('src/m.ts', 'x/a');
    const after = reads;
    assert.ok(after > 0);
    assert.equal(resolver.resolve('src/other.ts', 'x/a'), first);
    assert.equal(reads, after);
  });

  it('reads nothing before it is asked', () => {
    createResolver({ read: () => assert.fail('read'), stat: () => assert.fail('stat') }, ['package.json', 'tsconfig.json']);
  });

  it('finds the files with classes that build on a name, and notices when one builds on another', () => {
    const texts: Record<string, string> = {
      'src/port.ts': 'export abstract class Port { abstract save(): void }',
      'src/mongo.ts': "import { Port } from './port';\nexport class Mongo implements Port { save() {} }",
      'test/memory.ts': "import { Port } from '../src/port';\nexport class Memory extends Port { save() {} }",
      'src/use.ts': 'new Port();',
    };
    const resolver = createResolver(memoryWorkspace(texts), Object.keys(texts));
    assert.equal(resolver.isStale('src/use.ts'), false);
    assert.deepEqual(resolver.resolve('src/use.ts', 'heirs:0:Port'), { file: 'src/mongo.ts' });
    assert.deepEqual(resolver.resolve('src/use.ts', 'heirs:1:Port'), { unresolved: true });
    const edited = { ...texts };
    const live = createResolver({ read: (file) => edited[file], stat: () => undefined }, Object.keys(texts));
    live.resolve('src/use.ts', 'heirs:0:Port');
    assert.equal(live.isStale('src/mongo.ts'), false);
    edited['src/mongo.ts'] = 'export class Mongo { save() {} }';
    assert.equal(live.isStale('src/mongo.ts'), true);
  });

  it('lists the sources that lie in a folder', () => {
    const files = ['src/app.ts', 'src/routes/a.router.ts', 'src/routes/b.ts', 'src/routes/b.test.ts', 'src/routes/deep/c.ts'];
    const resolver = createResolver(memoryWorkspace(Object.fromEntries(files.map((file) => [file, '']))), files);
    assert.deepEqual(resolver.resolve('src/app.ts', 'files-in:0:./routes'), { file: 'src/routes/a.router.ts' });
    assert.deepEqual(resolver.resolve('src/app.ts', 'files-in:1:./routes'), { file: 'src/routes/b.ts' });
    assert.deepEqual(resolver.resolve('src/app.ts', 'files-in:2:./routes'), { unresolved: true });
  });
});
