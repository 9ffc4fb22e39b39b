import assert from 'node:assert/strict';
import type { Action } from '../../../src/engine/api';
import { applyAll } from '../../../src/engine/actions';
import { openLive, placesOf, type LiveProject } from './liveProject';

const configFile = '.production-gap/config.json';
const app = 'src/app.ts';

const files = {
  'package.json': JSON.stringify({
    name: 'shop',
    dependencies: { express: '5.0.0', '@prisma/client': '6.1.0', 'express-rate-limit': '7.0.0' },
  }),
  'src/db.ts': "import { PrismaClient } from '@prisma/client';\n\nexport const prisma = new PrismaClient();\n",
  'src/house.ts': `import { inside } from '@house/kit';

export function door(req, res, next) {
  inside.open(req).then(() => next(), next);
}
export function doorFor(room) {
  return function (req, res, next) {
    inside.open(req, room).then(() => next(), next);
  };
}
export async function auditOrder(order) {
  await inside.write(order);
}
export const window = (req, res, next) => {
  inside.look(req).then(() => next(), next);
};
export function total(order) {
  return order.items.length;
}
`,
  [app]: `import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { prisma } from './db';
import { auditOrder, door, doorFor, total, window } from './house';

const app = express();
app.use(rateLimit({ limit: 10 }));
app.post('/orders', door, doorFor('shop'), async (req, res) => {
  await auditOrder(req.body);
  res.json(await prisma.order.create({ data: { total: total(req.body) } }));
});
app.get('/window', window, (req, res) => res.json(1));
app.delete('/orders/:id', async (req, res) => {
  res.json(await prisma.order.delete({ where: { id: Number(req.params.id) } }));
});
app.listen(3000);
`,
};

/** What is offered with the cursor in the middle of the first `text` of a file. */
function offered(project: LiveProject, file: string, text: string): Action[] {
  const at = files[file as keyof typeof files].indexOf(text) + 2;
  // The editor holds the file that a person looks at.
  project.session.setText(file, files[file as keyof typeof files], 1);
  return project.session.actions(file, { start: at, end: at }).filter(({ kind }) => kind === 'declare');
}

function titles(actions: readonly Action[]): string[] {
  return actions.map(({ title }) => title);
}

/** Carries an action out on the project's configuration. */
function apply(project: LiveProject, action: Action, reason?: string): string {
  const fix = project.session.resolve(app, action.id, reason === undefined ? {} : { reason });
  assert.ok(fix, action.id);
  assert.deepEqual(
    fix.edits.map(({ file }) => file),
    [configFile],
  );
  const text = applyAll(project.disk.get(configFile) ?? '', fix.edits[0]!.edits);
  project.write({ [configFile]: text });
  return text;
}

describe('Declaring what only the team knows', () => {
  let project: LiveProject;

  beforeEach(async () => {
    project = await openLive(files);
  });

  it('is offered for middleware, whatever its name, in its registration and where it is declared', () => {
    const all = [
      'Treat door as an authentication guard',
      'Treat door as a validator',
      'Treat door as a rate limiter',
      'Treat door as a logger',
    ];
    assert.deepEqual(titles(offered(project, app, 'door, doorFor(')), all);
    assert.deepEqual(titles(offered(project, 'src/house.ts', 'door(req')), all);
    assert.deepEqual(
      titles(offered(project, 'src/house.ts', 'window = (')),
      all.map((title) => title.replace('door', 'window')),
    );
    assert.deepEqual(titles(offered(project, 'src/house.ts', 'inside.open(req).')), []);
  });

  it('is offered for what a handler calls only as far as the name suggests it', () => {
    assert.deepEqual(titles(offered(project, app, 'auditOrder(req')), ['Treat auditOrder as a logger']);
    assert.deepEqual(titles(offered(project, 'src/house.ts', 'auditOrder(order')), ['Treat auditOrder as a logger']);
    assert.deepEqual(titles(offered(project, app, 'total(req')), []);
    assert.deepEqual(titles(offered(project, 'src/house.ts', 'total(order')), []);
  });

  it('is not offered for anything else', () => {
    for (const text of ['rateLimit({', 'express()', 'app.listen', 'Number(', "'./db'", 'create({'])
      assert.deepEqual(titles(offered(project, app, text)), [], text);
  });

  it('writes the file when there is none, and endpoints are judged by it at once', async () => {
    const [guard] = offered(project, app, 'door, doorFor(');
    assert.deepEqual(JSON.parse(apply(project, guard!)), { guards: [{ name: 'src/house.ts#door' }] });
    await project.session.settle();
    assert.equal(project.session.routes().find(({ method }) => method === 'POST')!.authentication, 'present');
    assert.deepEqual(titles(offered(project, app, 'door, doorFor(')), [], 'It is said already.');
  });

  it('speaks of what makes middleware as of the middleware', async () => {
    const [guard] = offered(project, app, "doorFor('shop')");
    assert.deepEqual(JSON.parse(apply(project, guard!)), { guards: [{ name: 'src/house.ts#doorFor' }] });
    await project.session.settle();
    assert.equal(project.session.routes().find(({ method }) => method === 'POST')!.authentication, 'present');
  });

  it('keeps comments and order of the file', () => {
    const before =
      '{\n  // severities\n  "rules": { "missing-auth-guard": "warning" },\n  "loggers": [\n    { "name": "diary" } // ours\n  ],\n  "exclude": []\n}\n';
    project.write({ [configFile]: before });
    const [logger] = offered(project, app, 'auditOrder(req');
    assert.equal(
      apply(project, logger!),
      before.replace('{ "name": "diary" }', '{ "name": "diary" },\n    { "name": "src/house.ts#auditOrder" }'),
    );
  });

  it('opens one method of one path for a reason, on the finding that it answers', async () => {
    const [action, ...others] = offered(project, app, "delete('/orders");
    assert.deepEqual(others, []);
    assert.deepEqual(
      [action!.title, action!.asks, action!.finding?.rule],
      ['Declare DELETE /orders/:id public, because …', 'reason', 'missing-auth-guard'],
    );
    assert.equal(project.session.resolve(app, action!.id), undefined, 'Without a reason nothing is written.');
    assert.deepEqual(JSON.parse(apply(project, action!, 'A demo that is reset every hour')), {
      publicRoutes: [{ path: '/orders/:id', methods: ['DELETE'], reason: 'A demo that is reset every hour' }],
    });
    await project.session.settle();
    assert.deepEqual(placesOf(project.session.project().findings, 'missing-auth-guard'), [`${app}:8`]);
    assert.equal(project.session.routes().find(({ method }) => method === 'DELETE')!.authentication, 'public');
  });

  it('means the brackets of a path as they stand', async () => {
    const route = 'app/api/orders/[id]/route.ts';
    const next = await openLive({
      'package.json': '{"dependencies":{"next":"15.0.0","@prisma/client":"6.1.0"}}',
      'src/db.ts': files['src/db.ts'],
      [route]:
        "import { prisma } from '../../../../src/db';\nexport async function DELETE(request: Request) {\n  return Response.json(await prisma.order.deleteMany());\n}\n",
    });
    next.session.setText(route, next.disk.get(route)!, 1);
    const at = next.disk.get(route)!.indexOf('DELETE');
    const action = next.session.actions(route, { start: at, end: at }).find(({ kind }) => kind === 'declare');
    const fix = next.session.resolve(route, action!.id, { reason: 'A demo' })!;
    next.write({ [configFile]: fix.edits[0]!.edits[0]!.newText });
    await next.session.settle();
    assert.deepEqual(
      next.session.routes().map(({ path, authentication }) => `${path} ${authentication}`),
      ['/api/orders/[id] public'],
    );
  });

  it('never writes over a file that cannot be read', () => {
    for (const broken of ['{ "guards": [', '[]', '{ "guards": 3 }', '<<<<<<< HEAD\n{}\n']) {
      project.write({ [configFile]: broken });
      const actions = offered(project, app, 'door, doorFor(');
      assert.equal(actions.length, 4);
      for (const action of actions) assert.match(action.disabled ?? '', /Mend/, broken);
      assert.equal(project.session.resolve(app, actions[0]!.id), undefined, broken);
    }
  });
});
