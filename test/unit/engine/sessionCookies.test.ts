import { strict as assert } from 'node:assert';
import { openLive, placesOf } from './liveProject';

const rule = 'permissive-cors';
const app = `import express from 'express';
import cors from 'cors';

const app = express();
app.use(cors({ origin: true, credentials: true }));
app.listen(3000);
`;
const callers = `import type { Request, Response } from 'express';

export function whoCalls(req: Request) {
  return req.headers.authorization;
}

export function enter(req: Request, res: Response) {
  res.json({ ok: true });
}
`;

describe('A session in which rules ask by what callers are known', () => {
  it('judges again when a cookie begins or ceases to say so in another file', async () => {
    const { session, type } = await openLive({
      'package.json': '{ "name": "shop", "dependencies": { "express": "5.1.0", "cors": "2.8.6" } }',
      'src/app.ts': app,
      'src/callers.ts': callers,
    });
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    type('src/callers.ts', 'res.json({ ok: true })', "res.cookie('session', 'made-up').json({ ok: true })");
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), ['src/app.ts:5']);
    type('src/callers.ts', "cookie('session',", "cookie('theme',");
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
    type('src/callers.ts', 'req.headers.authorization', 'req.ip');
    await session.settle();
    // Nobody knows by what callers are told from each other.
    assert.deepEqual(placesOf(session.project().findings, rule), ['src/app.ts:5']);
  });

  it('finds what else says so when one of several places is changed', async () => {
    const first = "res.cookie('session', 'made-up').json({ ok: true })";
    const second = "res.cookie('sid', 'made-up').json({ ok: true })";
    const twice = `${callers.replace('res.json({ ok: true })', first)}\nexport function again(req: Request, res: Response) {\n  ${second};\n}\n`;
    const { session, type } = await openLive({
      'package.json': '{ "name": "shop", "dependencies": { "express": "5.1.0", "cors": "2.8.6" } }',
      'src/app.ts': app,
      'src/callers.ts': twice,
    });
    assert.deepEqual(placesOf(session.project().findings, rule), ['src/app.ts:5']);
    type('src/callers.ts', first, 'res.sendStatus(204)');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), ['src/app.ts:5']);
    type('src/callers.ts', second, 'res.sendStatus(204)');
    await session.settle();
    assert.deepEqual(placesOf(session.project().findings, rule), []);
  });

  it('takes the package for itself, and asks the others where it does not say', async () => {
    const files = (own: string) => ({
      'package.json': '{ "name": "root", "workspaces": ["apps/*"] }',
      'apps/api/package.json': '{ "name": "api", "dependencies": { "express": "5.1.0", "cors": "2.8.6" } }',
      'apps/api/src/app.ts': app.replace('app.listen', own ? `${own}\napp.listen` : 'app.listen'),
      'apps/web/package.json': '{ "name": "web", "dependencies": { "express": "5.1.0" } }',
      'apps/web/src/callers.ts': callers.replace('res.json({ ok: true })', "res.cookie('session', 'made-up').json({ ok: true })"),
    });
    const places = async (own: string) => placesOf((await openLive(files(own))).session.project().findings, rule);
    assert.deepEqual(await places(''), ['apps/api/src/app.ts:5']);
    assert.deepEqual(await places("app.get('/', (req, res) => res.json({ by: req.headers.authorization }));"), []);
  });
});
