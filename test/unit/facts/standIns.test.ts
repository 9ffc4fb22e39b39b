import assert from 'node:assert/strict';
import { openLive } from '../engine/liveProject';

/** Level of an endpoint behind a check by something that is one thing in tests and another in production. */
async function levelOf(config: string): Promise<string> {
  const { session } = await openLive({
    'package.json': JSON.stringify({ type: 'module', dependencies: { express: '5.1.0', 'firebase-admin': '13.0.0' } }),
    'src/fake.js': 'export default { auth: () => ({ verifyIdToken: async () => ({ uid: 1 }) }) };\n',
    'src/config.js': `${config}\nexport default admin;\n`,
    'src/app.js': `import express from 'express';\nimport admin from './config.js';\n\nconst app = express();\nasync function known(req, res, next) {\n  const token = req.headers.authorization;\n  if (!token) return res.status(401).end();\n  try {\n    req.user = await admin.auth().verifyIdToken(token);\n    next();\n  } catch {\n    res.status(401).end();\n  }\n}\napp.post('/items', known, (req, res) => res.json({}));\n`,
  });
  return session.routes()[0]!.level;
}

describe('What stands in for a package in tests', () => {
  const fake = "  admin = (await import('./fake.js')).default;";
  const real = "  admin = (await import('firebase-admin')).default;";
  const choose = (first: string, second: string): string =>
    `let admin;\nif (process.env.NODE_ENV === 'test') {\n${first}\n} else {\n${second}\n}`;

  it('gives way to the package, in whichever order', async () => {
    assert.equal(await levelOf(choose(fake, real)), 'AUTHENTICATED');
    assert.equal(await levelOf(choose(real, fake)), 'AUTHENTICATED');
  });
  it('is believed no more than before where there is no package', async () =>
    assert.notEqual(await levelOf(choose(fake, fake)), 'AUTHENTICATED'));
});
