import assert from 'node:assert/strict';
import { openLive, type LiveProject } from '../engine/liveProject';

const body = `(req, res, next) => {
    try {
      req.user = jwt.verify(req.headers.authorization, config.secret);
    } catch {
      return res.status(401).end();
    }
    next();
  }`;

const factory = (inside: string): string => `import jwt from 'jsonwebtoken';\n\nexport function makeAuth(config) {\n${inside}\n}\n`;

const app = (made: string, guard = 'requireUser'): string => `import express from 'express';
import { makeAuth } from './auth';
${made}
const app = express();
app.post('/orders', ${guard}, (req, res) => res.json([]));
app.listen(3000);
`;

function open(files: Record<string, string>): Promise<LiveProject> {
  return openLive({ 'package.json': JSON.stringify({ dependencies: { express: '5.1.0', jsonwebtoken: '9.0.2' } }), ...files });
}

/** What guards the endpoint, as `presence name …`. */
function guarded({ session }: LiveProject): string {
  const [route] = session.routes();
  return [route!.authentication, ...route!.guards.filter(({ kind }) => kind === 'authentication').map(({ name }) => name)].join(' ');
}

const destructured = 'const { requireUser } = makeAuth({ secret: process.env.SECRET });';

describe('Functions that a factory hands out', () => {
  for (const [shape, inside] of Object.entries({
    'written in the object': `  return { requireUser: ${body}, other: 1 };`,
    'as methods': `  return { requireUser${body.replace('=>', '')} };`,
    'by the names of inner functions': `  function requireUser${body.replace('=>', '')}\n  const requireAdmin = ${body};\n  return { requireAdmin, requireUser };`,
    'under other names': `  const check = ${body};\n  return { requireUser: check };`,
    'in an object with a name': `  const auth = { requireUser: ${body} };\n  return auth;`,
    'behind what is spread': `  return { ...config.more, requireUser: ${body} };`,
  })) {
    it(`are known: ${shape}`, async () =>
      assert.equal(guarded(await open({ 'src/auth.ts': factory(inside), 'src/app.ts': app(destructured) })), 'present requireUser'));
  }

  const inner = factory(
    `  const requireUser = ${body};\n  const requireRole = (role) => (req, res, next) => {\n    if (req.user?.role !== role) return res.status(403).end();\n    next();\n  };\n  return { requireUser, requireRole };`,
  );

  it('are known by other names, as members, as factories in turn, and from the same file', async () => {
    const guard = async (made: string, name: string): Promise<string> =>
      guarded(await open({ 'src/auth.ts': inner, 'src/app.ts': app(made, name) }));
    assert.equal(await guard('const { requireUser: loggedIn } = makeAuth({});', 'loggedIn'), 'present loggedIn');
    assert.equal(await guard('const auth = makeAuth({});', 'auth.requireUser'), 'present auth.requireUser');
    assert.equal(await guard('const { requireRole } = makeAuth({});', "requireRole('admin')"), "present requireRole('admin')");
    assert.equal(
      guarded(
        await open({ 'src/app.ts': inner.replace('export ', '') + app(destructured).replace("import { makeAuth } from './auth';\n", '') }),
      ),
      'present requireUser',
    );
  });

  it('are known where another file makes and exports them', async () => {
    const made = {
      'src/auth.ts': inner,
      'src/guards.ts':
        "import { makeAuth } from './auth';\nexport const { requireUser } = makeAuth({});\nexport const auth = makeAuth({});\n",
    };
    assert.equal(
      guarded(
        await open({
          ...made,
          'src/app.ts': app('', 'requireUser').replace("{ makeAuth } from './auth'", "{ requireUser } from './guards'"),
        }),
      ),
      'present requireUser',
    );
    assert.equal(
      guarded(
        await open({
          ...made,
          'src/app.ts': app('', 'auth.requireUser').replace("{ makeAuth } from './auth'", "{ auth } from './guards'"),
        }),
      ),
      'present auth.requireUser',
    );
  });

  it('guard nothing where they verify nothing', async () => {
    assert.equal(
      guarded(
        await open({ 'src/auth.ts': factory('  return { requireUser: (req, res, next) => next() };'), 'src/app.ts': app(destructured) }),
      ),
      'absent',
    );
  });

  it('stay unknown where another may be handed out', async () => {
    const unknown = async (inside: string, made = destructured): Promise<string> =>
      guarded(await open({ 'src/auth.ts': factory(inside), 'src/app.ts': app(made) }));
    assert.match(
      await unknown(`  if (config.isOpen) return { requireUser: config.none };\n  return { requireUser: ${body} };`),
      /^unknown/,
    );
    assert.match(await unknown(`  return { requireUser: ${body}, ...config.more };`), /^unknown/);
    assert.match(await unknown(`  return { requireUser: config.guard };`), /^unknown/);
    assert.match(await unknown(`  return { other: ${body} };`, 'const { toString: requireUser } = makeAuth({});'), /^unknown/);
  });

  it('follow the factory while it is edited', async () => {
    const live = await open({ 'src/auth.ts': inner, 'src/app.ts': app(destructured) });
    live.type('src/auth.ts', 'return { requireUser, requireRole };', 'return { requireUser: (req, res, next) => next(), requireRole };');
    await live.session.settle();
    assert.equal(guarded(live), 'absent');
    live.type('src/auth.ts', 'return { requireUser: (req, res, next) => next(), requireRole };', 'return { requireUser, requireRole };');
    await live.session.settle();
    assert.equal(guarded(live), 'present requireUser');
  });
});
