import assert from 'node:assert/strict';
import { answersOf, openLive } from './liveProject';

/** Authentication behind a middleware that looks something up. */
async function behind(query: string, values: string, refusal = 'if (rows.length === 0) return res.status(401).end();'): Promise<string[]> {
  const { session } = await openLive({
    'package.json': '{"dependencies":{"express":"5.0.0","pg":"8.0.0"}}',
    'src/app.ts': `import express from 'express';\nimport pg from 'pg';\nconst db = new pg.Pool();\nasync function door(req, res, next) {\n  const { rows } = await db.query('${query}', ${values});\n  ${refusal}\n  res.locals.id = rows[0].user_id;\n  next();\n}\nconst app = express();\napp.get('/a', door, (req, res) => { res.json(1); });\napp.listen(1);\n`,
  });
  return answersOf(session);
}

describe('A written query for the session of a caller', () => {
  it('is authentication where a refusal depends on it', async () => {
    assert.deepEqual(await behind('select user_id from sessions where token = $1', "[req.get('authorization')]"), ['GET /a present']);
    assert.deepEqual(
      await behind(
        'SELECT * FROM public.user_sessions WHERE id = $1',
        '[req.cookies.sid]',
        'if (!rows.length) return res.sendStatus(401);',
      ),
      ['GET /a present'],
    );
  });

  it('is none without a refusal, without a credential, or for another table', async () => {
    assert.deepEqual(await behind('select user_id from sessions where token = $1', "[req.get('authorization')]", ''), ['GET /a absent']);
    assert.deepEqual(await behind('select user_id from sessions where token = $1', '[req.params.id]'), ['GET /a absent']);
    assert.deepEqual(await behind('select * from prices where country = $1', "[req.get('authorization')]"), ['GET /a absent']);
  });
});
