import assert from 'node:assert/strict';
import type { Config } from '../../../src/model/config';
import { openLive, placesOf, type LiveProject } from './liveProject';

const configFile = '.production-gap/config.json';

const files = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '5.0.0', '@prisma/client': '6.1.0' } }),
  'src/db.ts': "import { PrismaClient } from '@prisma/client';\n\nexport const prisma = new PrismaClient();\n",
  // Names that say nothing, of functions that nobody can see through.
  'src/house.ts': `import { inside } from '@house/kit';

export const door = inside.door();
export function shape(value) {
  return inside.shape(value);
}
export function gate(req, res, next) {
  inside.gate(req, next);
}
export const diary = inside.diary();
`,
  'src/app.ts': `import express from 'express';
import { prisma } from './db';
import { diary, door, gate, shape } from './house';

const app = express();
app.use(express.json());
app.post('/orders', door, gate, async (req, res) => {
  const order = shape(req.body);
  diary.note('an order');
  res.json(await prisma.order.create({ data: order }));
});
app.get('/orders', async (req, res) => {
  res.json(await prisma.order.findMany());
});
app.delete('/orders/:id', async (req, res) => {
  res.json(await prisma.order.delete({ where: { id: Number(req.params.id) } }));
});
app.listen(3000);
`,
};

function configure(project: LiveProject, config: Partial<Config>): void {
  project.write({ [configFile]: JSON.stringify(config) });
}

function rolesOf({ session }: LiveProject, method = 'POST'): Record<string, string> {
  const row = session.routes().find((candidate) => candidate.method === method)!;
  return { ...row.roles, authentication: row.authentication };
}

describe('What a team declares', () => {
  let project: LiveProject;

  beforeEach(async () => {
    project = await openLive(files);
  });

  it('is not known before', () => {
    const { authentication, validation, logging, ...rest } = rolesOf(project);
    assert.deepEqual([authentication, logging, rest['rate-limit']], ['absent', 'absent', 'absent']);
    assert.notEqual(validation, 'present');
  });

  it('counts as a guard, a validator, a rate limiter and a logger, as soon as the file is written', async () => {
    configure(project, {
      guards: [{ name: 'door' }],
      rateLimiters: [{ name: 'src/house.ts#gate' }],
      validators: [{ name: 'shape' }],
      loggers: [{ name: 'diary' }],
    });
    await project.session.settle();
    const roles = rolesOf(project);
    assert.deepEqual(
      [roles.authentication, roles['rate-limit'], roles.validation, roles.logging],
      ['present', 'present', 'present', 'present'],
    );
    configure(project, {});
    await project.session.settle();
    assert.deepEqual(rolesOf(project).authentication, 'absent');
  });

  it('counts for the function of the file that is named, not for one of the same name elsewhere', async () => {
    configure(project, { rateLimiters: [{ name: 'src/other.ts#gate' }] });
    await project.session.settle();
    assert.equal(rolesOf(project)['rate-limit'], 'absent');
  });

  it('opens a path, or single methods of it, for the reason that is given', async () => {
    const rule = 'missing-auth-guard';
    const open = (): string[] => placesOf(project.session.project().findings, rule);
    assert.deepEqual(open(), ['src/app.ts:7', 'src/app.ts:12', 'src/app.ts:15']);
    configure(project, { publicRoutes: [{ path: '/orders', methods: ['get'], reason: 'A shop window' }] });
    assert.deepEqual(
      (await project.session.settle()).map(({ file }) => file),
      ['src/app.ts'],
    );
    assert.deepEqual(open(), ['src/app.ts:7', 'src/app.ts:15']);
    assert.deepEqual([rolesOf(project, 'GET').authentication, rolesOf(project, 'DELETE').authentication], ['public', 'absent']);
    configure(project, { publicRoutes: [{ path: '/orders/**', reason: 'A shop window' }] });
    await project.session.settle();
    assert.deepEqual(open(), []);
  });
});
