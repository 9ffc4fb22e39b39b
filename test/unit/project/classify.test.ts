import { strict as assert } from 'node:assert';
import type { PackageInfo } from '../../../src/model/check';
import { fileRole, isSourceFile, sideOf } from '../../../src/project/classify';
import { isManifest, isOfInterest } from '../../../src/project/filesOfInterest';

describe('source files', () => {
  for (const file of ['a.ts', 'a.tsx', 'a.mts', 'a.cts', 'a.js', 'a.jsx', 'a.mjs', 'a.cjs', 'd.ts', 'a.d.js'])
    it(`${file} is one`, () => assert.ok(isSourceFile(file)));
  for (const file of ['a.d.ts', 'a.d.mts', 'a.d.css.ts', 'a.json', 'a.vue', 'ts'])
    it(`${file} is none`, () => assert.ok(!isSourceFile(file)));
});

describe('roles of files', () => {
  const roles: Record<string, string[]> = {
    source: [
      'src/vendors/list.ts',
      'server/public/orders.ts',
      'server/backup/run.ts',
      'src/archive/list.ts',
      'server/archive/run.ts',
      'src/examples.ts',
      'src/_household/bills.ts',
      'pages/api/_old/orders.ts',
      'src/index.ts',
      'server/routes.ts',
      'src/lib/testimonials.ts',
      'src/migrate/tags.ts',
      'src/immigration/a.ts',
      'src/backgroundMigrations/manager.ts',
      'src/config/db.ts',
      'auth.config.ts',
      'src/auth.config.ts',
      'src/routes/seed.ts',
      'src/routes/seeder.ts',
      'server/seeders.ts',
      'src/routes/test.ts',
      'src/lib/ai/tools/weather.ts',
      'src/docs/swagger.ts',
      'src/contest/a.ts',
      'app/api/test/route.ts',
      'app/api/seed/route.ts',
      'app/api/database/seed/route.ts',
      'src/database/seed.service.ts',
      'src/orders/seed/a.ts',
      'src/app/examples/page.tsx',
      'app/(docs)/docs/page.tsx',
      'pages/api/test/run.ts',
      'pages/api/scripts.ts',
      'supabase/functions/seed/index.ts',
      'supabase/functions/test-email/index.ts',
      'server/test-email.ts',
      'api/test-email.ts',
      'functions/test-email.js',
      'app/.well-known/a/route.ts',
      'src/transcripts/a.ts',
      'pages/api/prices.old.ts',
      'src/gold.ts',
      'supabase/functions/send-mail/index.ts',
    ],
    test: [
      'src/a.test.ts',
      'test-chat.cjs',
      'backend/test_db.js',
      'apps/api/test-mail.ts',
      'src/server/TestingHooks.ts',
      'src/local/log-benchmark.ts',
      'src/lib/test-helpers.ts',
      'src/feature/orderTestHelper.ts',
      'a.spec.tsx',
      'src/__tests__/a.ts',
      'test/helpers.ts',
      'tests/a.ts',
      'apps/api/tests/setup.ts',
      'e2e/login.ts',
      'packages/e2e_tests/a.ts',
      'load-tests/a.ts',
      'src/Button.stories.tsx',
      'cypress/support/a.ts',
      'src/setupTests.ts',
      'vitest.setup.ts',
      'apps/backend/test.setup.ts',
      'app.e2e-spec.ts',
      'pages/api/__tests__/a.ts',
      'supabase/functions/tests/a.ts',
      'app/api/users/route.test.ts',
    ],
    generated: [
      'public/admin/vendors/chart/karma.conf.ci.js',
      'bower_components/jquery/src/core.js',
      'src/routeTree.gen.ts',
      'src/integrations/supabase/types.ts',
      'src/components/ui/button.tsx',
      'src/generated/prisma/index.ts',
      'src/__generated__/a.ts',
      'a.generated.ts',
      'public/vendor.min.js',
      'types/database.types.ts',
    ],
    script: [
      'scripts/build.ts',
      'migrate/tags.ts',
      'src/scripts/migrate.ts',
      'prisma/seed.ts',
      'seed.ts',
      'src/seed.ts',
      'backend/seeder.js',
      'db/seeder.ts',
      'db/seeds/users.ts',
      'bin/www.js',
      'apps/cli/src/migrate.ts',
      'packages/create-shop-app/src/index.ts',
      'packages/codemod/src/run.ts',
      'apps/api/bin/run.ts',
      'tools/a.ts',
      'emulator_scripts/a.ts',
      'db/function-based-seeders/a.ts',
      'backend/src/database/seed/helpers/summary.js',
      '.claude/helpers/a.cjs',
      '.github/actions/a.js',
    ],
    config: [
      'vite.config.ts',
      'next.config.mjs',
      'apps/web/tailwind.config.js',
      '.eslintrc.cjs',
      'knexfile.ts',
      'sentry.server.config.ts',
      'vite.config.prod.config.ts',
      'package.json',
      'fly.toml',
    ],
    migration: [
      'src/migrations/001-init.ts',
      'supabase/migrations/001.sql',
      'db/migration/1.js',
      'packages/store/src/predefinedMigrations/a.ts',
      'db-migrations/a.ts',
    ],
    example: [
      'examples/express/index.ts',
      'packages/core/examples/a.ts',
      'docs/snippets/a.ts',
      'packages/core/docs/a.ts',
      'demo/a.ts',
      'src/mailer.old.ts',
      'src/billing.bak/charge.js',
      'supabase/functions/send-mail.backup/index.ts',
      'server/routes/_legacy_backup/orders.js',
      'src/lib/_archived/mail.ts',
      'archive/scraper/sources-api.ts',
      'src/services/transcription.example.ts',
    ],
    client: ['public/app.js'],
  };
  for (const [role, files] of Object.entries(roles))
    for (const file of files) it(`${file} is ${role}`, () => assert.equal(fileRole(file), role));

  it('come from the comments on top, not from words further down', () => {
    assert.equal(
      fileRole('src/a.ts', '// This file is automatically generated. Do not edit it directly.\nimport a from "a";'),
      'generated',
    );
    assert.equal(fileRole('src/a.ts', '#!/usr/bin/env node\n/**\n * @generated by a tool\n */\n'), 'generated');
    assert.equal(fileRole('src/a.ts', 'export const note = "do not edit";\n// auto-generated ids'), 'source');
  });

  it('browser code says so', () => {
    assert.equal(fileRole('src/a.tsx', "// top\n'use client';\n"), 'client');
    assert.equal(fileRole('src/a.tsx', "const a = 1;\n'use client';"), 'source');
  });
});

describe('sides of files', () => {
  const pkg = (...names: string[]): PackageInfo => ({
    dir: '',
    dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])),
    scripts: {},
  });
  const vite = pkg('react', 'vite');
  const next = pkg('react', 'next');
  const both = pkg('react', 'vite', 'express');
  const api = pkg('express');
  const cases: [string, string, PackageInfo | undefined, string][] = [
    ['src/a.ts', "'use client'\n", api, 'client'],
    ['src/a.ts', "/* licence */ 'use strict'; 'use server';\n", vite, 'server'],
    ['src/pages/Home.tsx', '', vite, 'client'],
    ['src/lib/api.ts', '', vite, 'client'],
    ['supabase/functions/hello/index.ts', '', vite, 'server'],
    ['api/hello.ts', '', vite, 'server'],
    ['server/index.ts', '', both, 'server'],
    ['client/src/a.ts', '', both, 'client'],
    ['client/src/a.ts', "import bcrypt from 'bcryptjs';", { ...vite, dir: 'client' }, 'client'],
    ['client/src/a.ts', "import bcrypt from 'bcryptjs';", { ...both, dir: 'client' }, 'server'],
    ['src/App.tsx', '', both, 'client'],
    ['src/util.ts', '', both, 'unknown'],
    ['app/dash/page.tsx', '', next, 'server'],
    ['src/app/api/a/route.ts', '', next, 'server'],
    ['app/error.tsx', '', next, 'client'],
    ['middleware.ts', '', next, 'server'],
    ['pages/index.tsx', '', next, 'client'],
    ['pages/api/a.ts', '', next, 'server'],
    ['components/card.tsx', '', next, 'client'],
    ['components/card.tsx', "import 'server-only';", next, 'server'],
    ['lib/util.ts', '', next, 'unknown'],
    ['lib/db.ts', "import { Pool } from 'pg';", next, 'server'],
    ['lib/use-x.ts', "import { useState } from 'react';\nconst [a] = useState<string>('');", next, 'client'],
    ['lib/db.ts', "// import { Pool } from 'pg';\nexport const a = 1;", next, 'unknown'],
    ['lib/db.ts', "/*\nimport { Pool } from 'pg';\n*/\nexport const a = 1;", next, 'unknown'],
    ['lib/db.ts', "export const a = 1; // as in import { Pool } from 'pg';", next, 'unknown'],
    ['lib/db.ts', "// import mysql from 'mysql2';\n/** Rows. */\nimport { Pool } from 'pg';", next, 'server'],
    ['lib/db.ts', "const pages = ['src/**/*.ts', 'https://a.example.com'];\nimport { Pool } from 'pg';", next, 'server'],
    ['lib/db.ts', "const glob = 'src/*'; import { Pool } from 'pg'; /* rows */", next, 'server'],
    ['lib/use-x.ts', '// const [a] = useState(0);', next, 'unknown'],
    ['lib/url.ts', "export const home = 'https://a.example.com'; export { Pool } from 'pg';", next, 'server'],
    ['src/routes/users.ts', '', api, 'server'],
    ['src/util.ts', '', api, 'server'],
    ['src/routes/users.ts', '', undefined, 'server'],
    ['src/util.ts', '', undefined, 'unknown'],
    ['src/hooks/a.ts', '', undefined, 'client'],
    ['app/root.server.ts', '', vite, 'server'],
    ['app/root.client.ts', '', api, 'client'],
  ];
  for (const [file, text, of, side] of cases) {
    it(`${file}${text === '' ? '' : ` with ${JSON.stringify(text)}`} in ${of ? Object.keys(of.dependencies).join('+') : 'no package'} is ${side}`, () =>
      assert.equal(sideOf(file, text, of), side));
  }

  it('are told from the folder of the package', () => {
    assert.equal(sideOf('apps/web/app/page.tsx', '', { ...next, dir: 'apps/web' }), 'server');
    assert.equal(sideOf('apps/client/api/src/x.ts', '', { ...api, dir: 'apps/client/api' }), 'server');
  });
});

describe('files of interest', () => {
  const yes = [
    'a/package.json',
    'yarn.lock',
    'pnpm-lock.yaml',
    'bun.lock',
    'tsconfig.app.json',
    'jsconfig.json',
    'vercel.json',
    'netlify.toml',
    'supabase/config.toml',
    'db/001.sql',
    'schema.prisma',
    '.env',
    '.env.production',
    '.env-example',
    'Dockerfile',
    'api.Dockerfile',
    'Dockerfile.dev',
    'docker-compose.yml',
    'compose.prod.yaml',
    '.github/workflows/ci.yml',
    '.gitlab-ci.yml',
    '.circleci/config.yml',
    'Jenkinsfile',
    'firestore.rules',
    'database.rules.json',
    'README.md',
    'RUNBOOK.md',
    'docs/ops/backup.md',
    'LICENSE',
    '.github/CODEOWNERS',
    '.gitignore',
    '.nvmrc',
    'fly.toml',
    'Procfile',
    'main.tf',
    '.production-gap/config.json',
    'deno.jsonc',
  ];
  const no = [
    'data.json',
    'locales/en.json',
    'logo.svg',
    'notes.md',
    'config.toml',
    'bun.lockb',
    '.environment',
    'a.css',
    'sub/.production-gap/config.json',
  ];
  for (const file of yes) it(`${file} is one`, () => assert.ok(isOfInterest(file)));
  for (const file of no) it(`${file} is none`, () => assert.ok(!isOfInterest(file)));

  it('manifests are those that change packages or what imports mean', () => {
    assert.deepEqual(
      ['a/package.json', 'tsconfig.base.json', 'deno.json', 'supabase/config.toml', 'src/a.ts', 'fly.toml', 'x-package.json'].map(
        isManifest,
      ),
      [true, true, true, true, false, false, false],
    );
  });
});
