import assert from 'node:assert/strict';
import { openLive } from '../engine/liveProject';

/** What is known of the validation of an endpoint that hands its query to a function, which compares the kind and looks for the words. */
async function validationOf(test: string, most: string): Promise<string | undefined> {
  const { session } = await openLive({
    'package.json': JSON.stringify({ dependencies: { express: '5.1.0', 'drizzle-orm': '0.44.0' } }),
    'src/store.ts': `import { drizzle } from 'drizzle-orm/node-postgres';
import { ilike } from 'drizzle-orm';
import { assets } from './schema';
const db = drizzle(process.env.DATABASE_URL!);
export async function find(words: string, kind?: string, limit: number = 10): Promise<any> {
  const results: any = {};
  if (!kind || kind === 'all') results.assets = await db.select().from(assets).where(ilike(assets.name, \`%\${words}%\`)).limit(limit);
  return results;
}
`,
    'src/app.ts': `import express from 'express';
import { find } from './store';
const app = express();
app.get('/search', async (req, res) => {
  const { words, kind, limit = 10 } = req.query;
  ${test}
  res.json(await find(words, kind as string, ${most}));
});
`,
  });
  return session.routes()[0]!.roles.validation;
}

describe('Queries that a function only compares', () => {
  it('are inputs all the same, which the handler has checked', async () =>
    assert.equal(
      await validationOf(
        "if (!words || typeof words !== 'string') return res.status(400).end();\n  const most = Math.min(parseInt(limit as string) || 10, 50);",
        'most',
      ),
      'present',
    ));
  it('are unchecked where nothing looks at them', async () => assert.equal(await validationOf('', 'limit'), 'absent'));
});
