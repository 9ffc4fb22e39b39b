import { strict as assert } from 'node:assert';
import { Packages } from '../../../src/project/packages';
import { profileLine, profileOf } from '../../../src/project/profile';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

async function profiles(files: Record<string, string>) {
  const workspace = memoryWorkspace(files);
  const listed = await workspace.list();
  return new Packages(workspace, listed).all().map((pkg) => profileOf(pkg, listed));
}

describe('the profile of a package', () => {
  it('takes versions from the lockfile and everything else from manifest and files', async () => {
    const [profile] = await profiles({
      'package.json': JSON.stringify({
        dependencies: {
          express: '^4.0.0 || ^5.0.0',
          zod: '^4.0.0',
          pino: '10.0.0',
          '@prisma/client': '6.0.0',
          bullmq: '6.0.0',
          '@sentry/node': '9.0.0',
          passport: '0.7.0',
        },
      }),
      'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/express': { version: '5.1.0' } } }),
      Dockerfile: 'FROM node:24',
      'fly.toml': '',
    });
    assert.deepEqual(profile, {
      dir: '',
      runtime: 'node',
      frameworks: [{ name: 'express', major: 5 }],
      orm: ['@prisma/client'],
      authentication: ['passport'],
      loggers: ['pino'],
      validators: ['zod'],
      errorTrackers: ['@sentry/node'],
      queues: ['bullmq'],
      host: ['fly', 'docker'],
      generator: 'unknown',
    });
  });

  it('is one for each package of a monorepo', async () => {
    const found = await profiles({
      'package.json': '{"workspaces":["apps/*"],"devDependencies":{"turbo":"2.0.0"}}',
      'apps/web/package.json': '{"dependencies":{"next":"16.1.0"}}',
      'apps/web/vercel.json': '{}',
      'apps/api/package.json': '{"dependencies":{"fastify":"5.0.0"}}',
      'apps/api/bunfig.toml': '',
    });
    assert.deepEqual(found.map(profileLine).sort(), ['.: node', 'apps/api: bun; fastify 5', 'apps/web: node; next 16; host vercel']);
  });

  it('knows the traces of generators', async () => {
    assert.equal((await profiles({ 'package.json': '{"devDependencies":{"lovable-tagger":"1.0.0"}}' }))[0]!.generator, 'lovable');
    assert.equal(
      (await profiles({ 'package.json': '{"dependencies":{"express":"4.0.0"}}', 'server/routes.ts': '', 'shared/schema.ts': '' }))[0]!
        .generator,
      'replit',
    );
    assert.equal(
      (await profiles({ 'package.json': '{"dependencies":{"express":"4.0.0"}}', 'server/routes.ts': '' }))[0]!.generator,
      'unknown',
    );
  });
});
