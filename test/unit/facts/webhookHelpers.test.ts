import assert from 'node:assert/strict';
import { openLive, placesOf } from '../engine/liveProject';

/** What is found of a webhook that asks a helper of another file before it writes. */
async function judged(helper: string, call: string, more: Record<string, string> = {}): Promise<string> {
  const { session } = await openLive({
    'package.json': JSON.stringify({ dependencies: { next: '15.1.0', '@prisma/client': '6.1.0' } }),
    'lib/db.ts': "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n",
    'lib/secret.ts': `import { timingSafeEqual } from 'node:crypto';\n${helper}\n`,
    'app/api/webhooks/orders/route.ts': `import { isValid } from '@/lib/secret';\nimport { prisma } from '@/lib/db';\nimport { config } from '@/lib/config';\n\nexport async function POST(request: Request) {\n${call}\n  await prisma.order.create({ data: await request.json() });\n  return Response.json({ ok: true });\n}\n`,
    'lib/config.ts': 'export const config = {};\n',
    'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
    ...more,
  });
  const [route] = session.routes();
  return `${route!.level}${placesOf(session.project().findings, 'unverified-webhook').length > 0 ? ' reported' : ''}`;
}

const refuse = 'return Response.json({}, { status: 401 });';

describe('Helpers that compare the secret of a webhook', () => {
  for (const [shape, [helper, call]] of Object.entries({
    'in one expression': [
      "export const isValid = (request: Request) => request.headers.get('x-key') === process.env.ORDERS_SECRET;",
      `if (!isValid(request)) ${refuse}`,
    ],
    'after other returns': [
      "export function isValid(request: Request) {\n  const secret = process.env.ORDERS_SECRET;\n  if (!secret) return false;\n  const given = request.headers.get('x-key');\n  if (!given) return false;\n  return given === secret;\n}",
      `if (!isValid(request)) ${refuse}`,
    ],
    'in an if': [
      "export function isValid(request: Request) {\n  const secret = process.env.ORDERS_SECRET;\n  if (request.headers.get('x-key') !== secret) {\n    return false;\n  }\n  return true;\n}",
      `if (!isValid(request)) ${refuse}`,
    ],
    'in an if that says yes': [
      "export function isValid(request: Request) {\n  if (request.headers.get('x-key') === process.env.ORDERS_SECRET) return true;\n  return false;\n}",
      `if (!isValid(request)) ${refuse}`,
    ],
    'in constant time': [
      "export function isValid(request: Request) {\n  const given = Buffer.from(request.headers.get('x-key') ?? '');\n  const wanted = Buffer.from(process.env.ORDERS_SECRET ?? '');\n  return given.length === wanted.length && timingSafeEqual(given, wanted);\n}",
      `if (!isValid(request)) ${refuse}`,
    ],
    'that is handed the header': [
      'export function isValid(given: string | null) {\n  return given === process.env.ORDERS_SECRET;\n}',
      `if (!isValid(request.headers.get('x-key'))) ${refuse}`,
    ],
    'that is handed both': [
      'export function isValid(given: string | null, wanted: string) {\n  return given === wanted;\n}',
      `if (!isValid(request.headers.get('x-key'), process.env.ORDERS_SECRET!)) ${refuse}`,
    ],
    'that is handed both, after other returns': [
      "export function isValid(given: string, wanted: string): boolean {\n  try {\n    const received = given.replace('Bearer ', '');\n    return received === wanted;\n  } catch {\n    return false;\n  }\n}",
      `const given = request.headers.get('authorization') || '';\n  const isFine = isValid(given, process.env.ORDERS_SECRET!);\n  if (!isFine) ${refuse}`,
    ],
  })) {
    it(`are seen: ${shape}`, async () => assert.equal(await judged(helper!, call!), 'SECRET'));
  }

  for (const [shape, [helper, call, level]] of Object.entries({
    'compare lengths': [
      'export const isValid = (given: string, wanted: string) => given.length === wanted.length;',
      `if (!isValid(request.headers.get('authorization')!, process.env.ORDERS_SECRET!)) ${refuse}`,
      'NONE',
    ],
    'say yes otherwise too': [
      'export function isValid(given: string, wanted: string) {\n  if (!wanted) return true;\n  return given === wanted;\n}',
      `if (!isValid(request.headers.get('x-key')!, process.env.ORDERS_SECRET!)) ${refuse}`,
      'NONE',
    ],
    'say yes to one of several': [
      'export const isValid = (given: string, wanted: string, isDemo = true) => isDemo || given === wanted;',
      `if (!isValid(request.headers.get('x-key')!, process.env.ORDERS_SECRET!)) ${refuse}`,
      'NONE',
    ],
    'are handed a text and nothing secret': [
      'export const isValid = (given: string, wanted: string) => given === wanted;',
      `if (!isValid(request.headers.get('x-kind')!, 'order')) ${refuse}`,
      'NONE',
    ],
    'are not heeded': [
      'export const isValid = (given: string, wanted: string) => given === wanted;',
      "isValid(request.headers.get('x-key')!, process.env.ORDERS_SECRET!);",
      'NONE',
    ],
    'are not waited for': [
      'export const isValid = async (given: string, wanted: string) => given === wanted;',
      `if (!isValid(request.headers.get('x-key')!, process.env.ORDERS_SECRET!)) ${refuse}`,
      'NONE',
    ],
    'only look whether a header is there': [
      "export const isValid = (request: Request) => request.headers.get('x-key') !== null;",
      `if (!isValid(request)) ${refuse}`,
      'NONE',
    ],
    'look whether there is a secret': [
      'export const isValid = (request: Request) => process.env.ORDERS_SECRET !== undefined;',
      `if (!isValid(request)) ${refuse}`,
      'NONE',
    ],
  })) {
    it(`prove nothing that ${shape}`, async () =>
      assert.match(await judged(helper!, call!), new RegExp(`^(?:${level}|OPTIONAL) reported$`)));
  }
});
