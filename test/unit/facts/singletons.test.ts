import assert from 'node:assert/strict';
import { openLive } from '../engine/liveProject';

const method = `(req, res, next) {
    try {
      req.user = jwt.verify(req.headers.authorization, process.env.SECRET);
    } catch {
      return res.status(401).end();
    }
    next();
  }`;

/** A class with a guard among its methods, and what else is written in its file. */
function service(members: string, rest = '', guard = `  requireUser${method}\n`): string {
  return `import jwt from 'jsonwebtoken';\n\nexport class AuthService {\n${members}${guard}}\n${rest}`;
}

const app = (imports: string, made: string, guard: string): string => `import express from 'express';
${imports}
${made}
const app = express();
app.post('/orders', ${guard}, (req, res) => res.json([]));
app.listen(3000);
`;

/** What is known of the endpoint. */
async function verdict(auth: string, routes: string): Promise<string> {
  const { session } = await openLive({
    'package.json': JSON.stringify({ dependencies: { express: '5.1.0', jsonwebtoken: '9.0.2' } }),
    'src/auth.ts': auth,
    'src/app.ts': routes,
  });
  return session
    .routes()
    .map(({ authentication }) => authentication)
    .join();
}

const kept: Record<string, string> = {
  typed:
    '  private static instance: AuthService;\n  static getInstance(): AuthService {\n    if (!AuthService.instance) AuthService.instance = new AuthService();\n    return AuthService.instance;\n  }\n',
  'typed as it may be missing':
    '  private static instance: AuthService | null = null;\n  static getInstance() {\n    if (!AuthService.instance) {\n      AuthService.instance = new AuthService();\n    }\n    return AuthService.instance;\n  }\n',
  'without types':
    '  static instance;\n  static getInstance() {\n    if (!AuthService.instance) AuthService.instance = new AuthService();\n    return AuthService.instance;\n  }\n',
  'without types, of this':
    '  static getInstance() {\n    if (!this.instance) this.instance = new AuthService();\n    return this.instance;\n  }\n',
  'without types, as the class itself':
    '  static instance = null;\n  static getInstance() {\n    this.instance ??= new this();\n    return this.instance;\n  }\n',
  'under a private name': '  static #instance;\n  static getInstance() {\n    return (AuthService.#instance ??= new AuthService());\n  }\n',
  'made at once': '  static instance = new AuthService();\n  static getInstance() {\n    return AuthService.instance;\n  }\n',
  'made each time': '  static getInstance() {\n    return new AuthService();\n  }\n',
};

const imported = "import { AuthService } from './auth';";

describe('Guards of objects that there is one of', () => {
  for (const [name, members] of Object.entries(kept)) {
    it(`are known where the class keeps it: ${name}`, async () => {
      const auth = service(members);
      assert.equal(await verdict(auth, app(imported, '', 'AuthService.getInstance().requireUser')), 'present');
      assert.equal(await verdict(auth, app(imported, 'const auth = AuthService.getInstance();', 'auth.requireUser')), 'present');
      assert.equal(await verdict(auth, app(imported, 'const auth = AuthService.getInstance();', 'auth.requireUser.bind(auth)')), 'present');
      assert.equal(
        await verdict(
          auth,
          app(imported, 'const auth = AuthService.getInstance();', '(req, res, next) => auth.requireUser(req, res, next)'),
        ),
        'present',
      );
    });
  }

  it('are known as the member of the class', async () => {
    for (const name of ['typed', 'without types', 'made at once'])
      assert.equal(await verdict(service(kept[name]!), app(imported, '', 'AuthService.instance.requireUser')), 'present', name);
  });

  it('are known where the file makes and exports it', async () => {
    for (const rest of [
      'export const authService = new AuthService();\n',
      'export const authService = AuthService.getInstance();\n',
      'const authService = new AuthService();\nexport { authService };\n',
    ]) {
      assert.equal(
        await verdict(service(kept['typed']!, rest), app("import { authService } from './auth';", '', 'authService.requireUser')),
        'present',
        rest,
      );
    }
    assert.equal(
      await verdict(
        service('', 'export default new AuthService();\n'),
        app("import authService from './auth';", '', 'authService.requireUser'),
      ),
      'present',
    );
    assert.equal(
      await verdict(
        service(kept['without types']!, 'export default AuthService.getInstance();\n'),
        app("import authService from './auth';", '', 'authService.requireUser'),
      ),
      'present',
    );
    assert.equal(
      await verdict(
        service('').replace('export class', 'class') + 'module.exports = new AuthService();\n',
        app("const authService = require('./auth');", '', 'authService.requireUser'),
      ),
      'present',
    );
  });

  it('are known where another class keeps it', async () => {
    const routes = `${imported}\nimport express from 'express';\nclass Orders {\n  private auth = AuthService.getInstance();\n  router = express.Router();\n  constructor() {\n    this.router.post('/orders', this.auth.requireUser, (req, res) => res.json([]));\n  }\n}\nconst app = express();\napp.use(new Orders().router);\napp.listen(1);\n`;
    assert.equal(await verdict(service(kept['typed']!), routes), 'present');
  });

  it('are known as static methods and as functions in members', async () => {
    assert.equal(
      await verdict(service('', '', `  static requireUser${method}\n`), app(imported, '', 'AuthService.requireUser')),
      'present',
    );
    assert.equal(
      await verdict(
        service(kept['typed']!, '', `  requireUser = ${method.replace(') {', ') => {')};\n`),
        app(imported, 'const auth = AuthService.getInstance();', 'auth.requireUser'),
      ),
      'present',
    );
    assert.equal(
      await verdict(
        service('', '', `  static requireUser = ${method.replace(') {', ') => {')};\n`),
        app(imported, '', 'AuthService.requireUser'),
      ),
      'present',
    );
  });

  it('are none where the method lets everybody through', async () => {
    assert.equal(
      await verdict(
        service(kept['typed']!, '', '  requireUser(req, res, next) {\n    next();\n  }\n'),
        app(imported, '', 'AuthService.getInstance().requireUser'),
      ),
      'absent',
    );
    assert.equal(
      await verdict(
        service(kept['without types']!, '', '  requireUser(req, res, next) {\n    next();\n  }\n'),
        app(imported, 'const auth = AuthService.getInstance();', 'auth.requireUser'),
      ),
      'absent',
    );
  });

  it('are unknown where it may be another thing', async () => {
    assert.equal(
      await verdict(
        service('  static getInstance() {\n    return instances[AuthService.name];\n  }\n', 'const instances = {};\n'),
        app(imported, '', 'AuthService.getInstance().requireUser'),
      ),
      'unknown',
    );
  });
});
