import assert from 'node:assert/strict';
import { answersOf, openLive } from '../engine/liveProject';

const middleware = (body: string, head = ''): string =>
  `import { Client } from '@corner/keys';\n${head}const keys = new Client();\nexport async function guard(c, next) {\n  const token = c.req.header('authorization')?.slice(7);\n  ${body}\n  await next();\n}\n`;
const app =
  "import { Hono } from 'hono';\nimport { guard } from './guard';\nconst app = new Hono();\napp.use(guard);\napp.get('/', (c) => c.json([]));\nexport default app;\n";
/** The methods of what the project makes can't be looked into. */
const service =
  "import { Client } from '@corner/keys';\nexport const makeKeys = (client: Client) => wrap({ read: (key: string) => client.read(key) });\nconst wrap = (all) => new Proxy(all, {});\n";
const deny = 'return c.json({}, 401);';

const cases: Record<string, [string, string]> = {
  'a service that says whose it is': [middleware(`const who = await keys.read(token);\n  if (!who) ${deny}`), 'present'],
  'an object of the project that says whose it is': [
    middleware(
      `const who = await known.readKey(token);\n  if (!who) ${deny}`,
      "import { makeKeys } from './keys';\nconst known = makeKeys(new Client());\n",
    ),
    'present',
  ],
  'a command that holds it': [
    middleware(`const isKnown = await keys.execute(new Ask(token));\n  if (!isKnown) ${deny}`, "import { Ask } from '@corner/keys';\n"),
    'present',
  ],
  'a command that holds something else': [
    middleware(
      `const isKnown = await keys.execute(new Ask(c.req.query('id')));\n  if (!isKnown) ${deny}`,
      "import { Ask } from '@corner/keys';\n",
    ),
    'absent',
  ],
  'nobody: what it says is not looked at': [middleware("c.set('who', await keys.read(token));"), 'absent'],
  'nobody: what it says is not waited for': [middleware(`const who = keys.read(token);\n  if (!who) ${deny}`), 'absent'],
  'about something else': [middleware(`const who = await keys.read(c.req.query('id'));\n  if (!who) ${deny}`), 'absent'],
  'for what is in it': [middleware(`const who = await keys.decode(token);\n  if (!who) ${deny}`), 'absent'],
};

describe('Credentials about which somebody else is asked', () => {
  for (const [name, [guard, expected]] of Object.entries(cases)) {
    it(name, async () => {
      const { session } = await openLive({
        'package.json': '{"dependencies":{"hono":"4.13.19","@corner/keys":"1.0.0"}}',
        'src/keys.ts': service,
        'src/guard.ts': guard,
        'src/app.ts': app,
      });
      assert.deepEqual(answersOf(session), [`GET / ${expected}`]);
    });
  }
});
