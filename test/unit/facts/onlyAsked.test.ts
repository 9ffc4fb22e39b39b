import assert from 'node:assert/strict';
import { openLive } from '../engine/liveProject';

/** Level of an endpoint behind middleware with a body. */
async function levelOf(body: string): Promise<string> {
  const { session } = await openLive({
    'package.json': JSON.stringify({ dependencies: { express: '5.1.0', jose: '5.9.0' } }),
    'src/claims.ts':
      "import { jwtVerify } from 'jose';\nexport async function claimsOf(token: string) {\n  try {\n    return (await jwtVerify(token, key)).payload;\n  } catch {\n    throw new Error('Your token has expired');\n  }\n}\n",
    'src/app.ts': `import express from 'express';\nimport { claimsOf } from './claims';\n\nconst app = express();\nconst known = async (req, res, next) => {\n  const token = req.cookies['staff-token'];\n${body}\n  next();\n};\napp.post('/prices', known, (req, res) => res.json({}));\n`,
  });
  return session.routes()[0]!.level;
}

describe('Tokens that are verified only where there is one', () => {
  for (const [shape, body] of Object.entries({
    'behind &&, with a failure that gives nothing':
      '  const claims = token && (await claimsOf(token).catch((error) => {\n    console.log(error);\n  }));\n  if (!claims || !claims.jti) return res.status(401).end();',
    'in a conditional expression':
      '  const claims = token ? await claimsOf(token).catch(() => null) : null;\n  if (!claims) return res.status(401).end();',
  }))
    it(`are seen: ${shape}`, async () => assert.equal(await levelOf(body), 'AUTHENTICATED'));

  for (const [shape, body] of Object.entries({
    'the token is looked at, and not what it says':
      '  const claims = token && (await claimsOf(token).catch(() => null));\n  if (!token) return res.status(401).end();\n  console.log(claims);',
    'something else takes its place':
      "  const claims = token ? await claimsOf(token).catch(() => null) : { jti: 'nobody' };\n  if (!claims) return res.status(401).end();",
  }))
    it(`are not believed where ${shape}`, async () => assert.notEqual(await levelOf(body), 'AUTHENTICATED'));
});
