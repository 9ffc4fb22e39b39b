import assert from 'node:assert/strict';
import { answersOf, openLive } from '../engine/liveProject';

const routes = `app.get('/login', (req, res) => res.json(1));
app.get('/assets/logo', (req, res) => res.json(1));
app.get('/orders', (req, res) => res.json(1));
app.listen(1);
`;

/** Which endpoints of an application ask for a caller behind a piece of middleware. */
async function guarded(middleware: string): Promise<string[]> {
  return (await answers(middleware)).filter((line) => line.endsWith(' present')).map((line) => line.split(' ')[1]!);
}

/** Which of them ask nobody, by name or not. */
async function open(middleware: string): Promise<string[]> {
  return (await answers(middleware)).filter((line) => /(absent|public)$/.test(line)).map((line) => line.split(' ')[1]!);
}

async function answers(middleware: string): Promise<string[]> {
  const text = `import express from 'express';\nimport jwt from 'jsonwebtoken';\nconst app = express();\nconst open = ['/login', '/assets'];\nconst userOf = (req) => { try { return jwt.verify(req.headers.authorization, process.env.SECRET); } catch { return null; } };\napp.use((req, res, next) => {\n${middleware}\n});\n${routes}`;
  const { session } = await openLive({
    'package.json': JSON.stringify({ dependencies: { express: '5.1.0', jsonwebtoken: '9.0.2' } }),
    'src/app.ts': text,
  });
  return answersOf(session);
}

const includes = 'open.some((path) => req.path.startsWith(path))';

describe('Paths that middleware lets through', () => {
  for (const [shape, middleware] of Object.entries({
    'at the top': `  if (${includes}) return next();\n  if (!userOf(req)) return res.sendStatus(401);\n  next();`,
    'where nobody is signed in': `  const user = userOf(req);\n  if (!user) {\n    if (${includes}) return next();\n    return res.status(401).json({ error: 'Unauthorized' });\n  }\n  next();`,
    'where there is no token': `  const token = req.headers.authorization;\n  if (!token) {\n    if (${includes}) return next();\n    return res.sendStatus(401);\n  }\n  if (!userOf(req)) {\n    if (${includes}) {\n      next();\n      return;\n    }\n    throw new Error('Unauthorized');\n  }\n  next();`,
    'where the exit comes with others': `  const user = userOf(req);\n  if (!user) {\n    console.warn('nobody');\n    if (req.path === '/login' || req.path.startsWith('/assets')) return next();\n    res.status(401).end();\n    return;\n  }\n  next();`,
  })) {
    it(`are open, and others are not: ${shape}`, async () => assert.deepEqual(await guarded(middleware), ['/orders']));
  }

  for (const [shape, middleware] of Object.entries({
    'behind the first look for a token': `  const token = req.headers.authorization;\n  if (!token) {\n    if (${includes}) return next();\n    return res.sendStatus(401);\n  }\n  try {\n    req.user = jwt.verify(token, process.env.SECRET);\n  } catch {\n    return res.sendStatus(401);\n  }\n  next();`,
  })) {
    it(`are open where one look lets them through: ${shape}`, async () => assert.deepEqual(await guarded(middleware), ['/orders']));
  }

  it('cannot be told where a table tells them by the address', async () => {
    const middleware = `  const entry = table.get(req.baseUrl + req.route.path);\n  const asks = entry ? entry.authenticated : true;\n  if (!asks) return next();\n  if (!userOf(req)) return res.sendStatus(401);\n  next();`;
    assert.deepEqual(await guarded(middleware), []);
    assert.ok(!(await open(middleware)).includes('/orders'));
  });

  it('are all of them where those who fail are let through anyway', async () => {
    assert.deepEqual(
      await guarded(`  const user = userOf(req);\n  if (!user) {\n    if (${includes}) return next();\n    return next();\n  }\n  next();`),
      [],
    );
  });

  it('are all of them where the exit looks at something else', async () => {
    assert.deepEqual(
      await guarded(
        `  const user = userOf(req);\n  if (!user) {\n    if (req.query.demo) return next();\n    return res.sendStatus(401);\n  }\n  next();`,
      ),
      [],
    );
  });

  it('are none where the exit refuses', async () => {
    assert.deepEqual(
      await guarded(
        `  const user = userOf(req);\n  if (!user) {\n    if (${includes}) return res.sendStatus(404);\n    return res.sendStatus(401);\n  }\n  next();`,
      ),
      ['/login', '/assets/logo', '/orders'],
    );
  });
});

describe('Paths that middleware is for', () => {
  const closed = "['/orders'].some((path) => req.path.startsWith(path))";
  const head =
    "  const isPrivatePath = (path) => ['/orders', '/account'].some((start) => path.startsWith(start));\n  const user = userOf(req);\n";
  for (const [shape, middleware] of Object.entries({
    'inside the test': `  if (!userOf(req)) {\n    if (${closed}) return res.sendStatus(401);\n  }\n  next();`,
    'inside the test, by a function': `${head}  if (!user) {\n    if (isPrivatePath(req.path)) return res.sendStatus(401);\n  }\n  next();`,
    'by a name': `${head}  const isPrivate = ${closed};\n  if (!user) {\n    console.warn('nobody');\n    if (isPrivate) {\n      res.status(401).json({ error: 'Unauthorized' });\n      return;\n    }\n  }\n  next();`,
    'with others handed on at once': `${head}  if (!user) {\n    if (${closed}) return res.sendStatus(401);\n    return next();\n  }\n  next();`,
    'with others handed on in the branch beside': `${head}  if (!user) {\n    if (${closed}) return res.sendStatus(401);\n    else return next();\n  }\n  next();`,
    'in the branch beside those who are known': `${head}  if (user) {\n    next();\n  } else if (${closed}) {\n    res.sendStatus(401);\n  } else {\n    next();\n  }`,
    'behind those who are known': `${head}  if (user) return next();\n  if (${closed}) return res.sendStatus(401);\n  next();`,
    'without a token': `  const token = req.headers.authorization;\n  if (!token) {\n    if (${closed}) return res.sendStatus(401);\n    return next();\n  }\n  try {\n    req.user = jwt.verify(token, process.env.SECRET);\n  } catch {\n    return res.sendStatus(401);\n  }\n  next();`,
  })) {
    it(`are closed, and others are not: ${shape}`, async () => {
      assert.deepEqual(await guarded(middleware), ['/orders']);
      assert.deepEqual(await open(middleware), ['/login', '/assets/logo']);
    });
  }

  for (const [shape, middleware] of Object.entries({
    'where a loop looks for them':
      '  let isPrivate = false;\n  for (const path of req.app.locals.paths) if (req.path.startsWith(path)) isPrivate = true;\n  const user = userOf(req);\n  if (!user) {\n    if (isPrivate) return res.sendStatus(401);\n  }\n  next();',
    'where there are several': `${head}  if (!user) {\n    if (req.path.startsWith('/api')) return res.sendStatus(401);\n    if (req.path.startsWith('/orders')) return res.redirect('/login');\n  }\n  next();`,
    'where they are settings': `${head}  if (!user) {\n    if (req.app.locals.paths.includes(req.path)) return res.sendStatus(401);\n  }\n  next();`,
  })) {
    it(`are not known: ${shape}`, async () => {
      assert.deepEqual(await guarded(middleware), []);
      assert.deepEqual(await open(middleware), []);
    });
  }

  for (const [shape, middleware] of Object.entries({
    'where each is answered in another way': `${head}  if (!user) {\n    if (req.path.startsWith('/orders')) return res.sendStatus(401);\n    return res.redirect('/login');\n  }\n  next();`,
    'where both branches refuse': `${head}  if (!user) {\n    if (req.path.startsWith('/orders')) return res.sendStatus(401);\n    else throw new Error('nobody');\n  }\n  next();`,
    'where the refusal looks at something else': `${head}  if (!user) {\n    if (req.accepts('html')) return res.redirect('/login');\n    return res.sendStatus(401);\n  }\n  next();`,
  })) {
    it(`are all of them ${shape}`, async () => assert.deepEqual(await guarded(middleware), ['/login', '/assets/logo', '/orders']));
  }
});

describe('Guards in front of one route', () => {
  const app = (guard: string, path: string): Record<string, string> => ({
    'package.json': JSON.stringify({ dependencies: { express: '5.1.0', jsonwebtoken: '9.0.2' } }),
    'src/app.ts': `import express from 'express';\nimport jwt from 'jsonwebtoken';\nconst app = express();\nfunction guard(req, res, next) {\n${guard}\n  try {\n    req.user = jwt.verify(req.headers.authorization, process.env.SECRET);\n  } catch {\n    return res.sendStatus(401);\n  }\n  next();\n}\napp.post('${path}', guard, (req, res) => res.json(1));\napp.listen(1);\n`,
  });
  const presence = async (guard: string, path: string): Promise<string> => answersOf((await openLive(app(guard, path))).session).join();

  it('look at its path as middleware does', async () => {
    const spares = "  if (req.path.startsWith('/orders/open')) return next();";
    assert.equal(await presence(spares, '/orders/open/today'), 'POST /orders/open/today absent');
    assert.equal(await presence(spares, '/orders'), 'POST /orders present');
    assert.equal(await presence('  if (req.app.locals.open.includes(req.path)) return next();', '/orders'), 'POST /orders unknown');
  });
});

describe('Callers without a token', () => {
  const server = (withoutToken: string): string => `import jwt from 'jsonwebtoken';
import { WebSocketServer } from 'ws';
class Sockets {
  constructor(port) {
    this.wss = new WebSocketServer({ port, verifyClient: this.verifyClient.bind(this) });
    this.wss.on('connection', (socket) => socket.send('hello'));
  }
  verifyClient(info) {
    try {
      const url = new URL(info.req.url, 'http://localhost');
      const token = url.searchParams.get('token');
      if (!token) {
        return ${withoutToken};
      }
      jwt.verify(token, process.env.SECRET);
      return true;
    } catch {
      return false;
    }
  }
}
new Sockets(1);
`;
  const presence = async (withoutToken: string): Promise<string[]> => {
    const { session } = await openLive({
      'package.json': JSON.stringify({ dependencies: { ws: '8.23.0', jsonwebtoken: '9.0.2' } }),
      'src/app.ts': server(withoutToken),
    });
    return session.routes().map((route) => `${route.method} ${route.authentication}`);
  };

  it('are let in where that is what a check of connections says', async () => assert.deepEqual(await presence('true'), ['CONNECT absent']));
  it('are not where it refuses them', async () => assert.deepEqual(await presence('false'), ['CONNECT present']));
});
