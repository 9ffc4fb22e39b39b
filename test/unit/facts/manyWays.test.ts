import assert from 'node:assert/strict';
import { openLive } from '../engine/liveProject';

/** Verdict on the endpoint of the innermost of some routers, each of which is mounted several times in the one before, the first one behind a guard. */
async function innermost(depth: number, times: number) {
  const routers = Array.from({ length: depth }, (_, at) => `r${at}`);
  const { session } = await openLive({
    'package.json': JSON.stringify({ dependencies: { express: '5.1.0', jsonwebtoken: '9.0.0', pg: '8.16.0' } }),
    'src/app.ts': [
      "import express from 'express';",
      "import jwt from 'jsonwebtoken';",
      "import { Pool } from 'pg';",
      'const pool = new Pool();',
      'export const app = express();',
      'const known = (req, res, next) => {',
      '  try {',
      '    req.user = jwt.verify(req.cookies.token, process.env.SECRET);',
      '  } catch {',
      '    return res.status(401).end();',
      '  }',
      '  next();',
      '};',
      ...routers.map((name) => `const ${name} = express.Router();`),
      `app.use('/first', known, r0);`,
      ...routers.slice(1).flatMap((name, at) => Array.from({ length: times }, (_, nth) => `r${at}.use('/${nth}', ${name});`)),
      `r${depth - 1}.post('/orders', async (req, res) => {`,
      "  await pool.query('insert into orders default values');",
      '  res.end();',
      '});',
      '',
    ].join('\n'),
  });
  const [route] = session.routes();
  return route!;
}

describe('Endpoints that many ways lead to', () => {
  it('are judged by all of them while they are few', async () => {
    const { level, authentication } = await innermost(6, 2);
    assert.equal(authentication, 'present');
    assert.equal(level, 'AUTHENTICATED');
  });

  it('are unknown where nobody could look at all of them', async () => {
    const { authentication } = await innermost(9, 3);
    assert.equal(authentication, 'unknown');
  });
});
