import assert from 'node:assert/strict';
import { endpointsOf, openLive, placesOf } from '../engine/liveProject';

const write = 'await prisma.order.create({ data: { name: String(process.env.NAME) } });';
const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const token = "import jwt from 'jsonwebtoken';\n";
const node = `${prisma}export default async function handler(req, res) {\n  ${write}\n  res.status(200).json({});\n}\n`;
const typed = `import type { VercelRequest, VercelResponse } from '@vercel/node';\n${prisma}${token}export default async (request: VercelRequest, response: VercelResponse) => {\n  try {\n    jwt.verify(request.headers.authorization!, process.env.SECRET!);\n  } catch {\n    return response.status(401).end();\n  }\n  ${write}\n  response.json({});\n};\n`;
const web = `${prisma}${token}export default async function handler(req: Request): Promise<Response> {\n  try {\n    jwt.verify(req.headers.get('authorization') ?? '', process.env.SECRET!);\n  } catch {\n    return new Response('no', { status: 401 });\n  }\n  ${write}\n  return Response.json({});\n}\n`;
const methods = `${prisma}export async function POST(request: Request) {\n  ${write}\n  return Response.json({});\n}\n`;
const vite = { react: '18.3.1', vite: '5.4.0', '@prisma/client': '6.1.0', jsonwebtoken: '9.0.2' };

/** Dependencies, sources and what is listed. */
const cases: Record<string, [Record<string, string>, Record<string, string>, string[]]> = {
  'as Node has them': [vite, { 'api/orders.ts': node }, ['absent ALL /api/orders']],
  'as modules of CommonJS': [
    vite,
    {
      'api/orders.js': node
        .replace('export default async function handler', 'module.exports = async function')
        .replace('import { PrismaClient } from', 'const { PrismaClient } =')
        .replace("'@prisma/client'", "require('@prisma/client')"),
    },
    ['absent ALL /api/orders'],
  ],
  'with types': [vite, { 'api/orders.ts': typed }, ['present ALL /api/orders']],
  'as the web has them': [vite, { 'api/orders.ts': web }, ['present ALL /api/orders']],
  'as the web has them, with a context': [
    vite,
    { 'api/orders.ts': web.replace('req: Request', 'req: Request, context: unknown') },
    ['present ALL /api/orders'],
  ],
  'by methods': [vite, { 'api/orders.ts': methods }, ['absent POST /api/orders']],
  'as servers of the web': [
    vite,
    {
      'api/orders.ts': web
        .replace('export default async function handler(req: Request): Promise<Response> {', 'export default {\n  async fetch(req) {')
        .replace(/\}\n$/, '}\n};\n'),
      'api/items.js': `${prisma}const items = async (request) => {\n  ${write}\n  return Response.json({});\n};\nexport default { fetch: items };\n`,
    },
    ['absent ALL /api/items', 'present ALL /api/orders'],
  ],
  'not by another member of what they export': [
    vite,
    {
      'api/orders.ts': methods
        .replace('export async function POST(request: Request)', 'export default { async load()')
        .replace(/\}\n$/, '} };\n'),
    },
    [],
  ],
  'in folders': [
    vite,
    { 'api/orders/index.ts': node, 'api/orders/[id].ts': web },
    ['absent ALL /api/orders', 'present ALL /api/orders/[id]'],
  ],
  'beside Next.js that nothing uses': [
    { ...vite, next: '15.3.2' },
    { 'api/orders.ts': web, 'api/items.ts': node },
    ['absent ALL /api/items', 'present ALL /api/orders'],
  ],
  'beside a server, by what they import': [{ ...vite, express: '5.1.0' }, { 'api/orders.ts': typed }, ['present ALL /api/orders']],
  'beside a server, by the settings of the platform': [
    { ...vite, express: '5.1.0' },
    { 'api/orders.ts': node, 'api/_db.ts': node, 'vercel.json': '{ "functions": { "api/**/*.ts": { "maxDuration": 30 } } }' },
    ['absent ALL /api/orders'],
  ],
  'beside a server, not where the settings name others': [
    { ...vite, express: '5.1.0' },
    { 'api/orders.ts': node, 'vercel.json': '{ "functions": { "api/web/*.ts": { "maxDuration": 30 } } }' },
    [],
  ],
  wrapped: [
    vite,
    {
      'api/orders.ts': `${prisma}const open = (handler) => async (req, res) => handler(req, res);\nexport default open(async (req, res) => {\n  ${write}\n  res.json({});\n});\n`,
    },
    ['absent ALL /api/orders'],
  ],
  'not where a server keeps its sources': [{ ...vite, express: '5.1.0' }, { 'api/orders.ts': node }, []],
  'not in other folders': [vite, { 'src/api/orders.ts': node }, []],
  'not with a name that is kept back': [vite, { 'api/_orders.ts': node, 'api/_lib/orders.ts': node }, []],
  'not what takes no request': [vite, { 'api/orders.ts': `${prisma}export default async function orders(name) {\n  ${write}\n}\n` }, []],
  'not what is only exported by name': [vite, { 'api/orders.ts': node.replace('default ', '') }, []],
};

describe('Functions of Vercel', () => {
  for (const [name, [dependencies, files, expected]] of Object.entries(cases)) {
    it(`are listed ${name}`, async () => {
      const project = await openLive({ 'package.json': JSON.stringify({ dependencies }), ...files });
      assert.deepEqual(project.failures, []);
      assert.deepEqual(endpointsOf(project), expected);
    });
  }

  it('are judged', async () => {
    const { session } = await openLive({
      'package.json': JSON.stringify({ dependencies: { ...vite, next: '15.3.2' } }),
      'api/orders.ts': node,
      'api/items.ts': web,
    });
    assert.deepEqual(placesOf(session.project().findings, 'missing-auth-guard'), ['api/orders.ts:3']);
  });
});
