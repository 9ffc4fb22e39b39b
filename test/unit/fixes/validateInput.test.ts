import type { RequestInput } from '../../../src/model/facts';
import { validateInput } from '../../../src/fixes/validateInput';
import { check, facts, idioms, type Case } from './support';

type Field = RequestInput['fields'][number];
const field = (name: string, type: Field['type'] = 'unknown', optional = false): Field => ({
  name,
  type,
  optional,
  ...(optional ? {} : { needed: true }),
});
const zod4 = idioms({ dependencies: { zod: '4.1.0', express: '4.21.2' }, validator: { library: 'zod', major: 4 } });
const zod3 = idioms({ dependencies: { zod: '^3.23.0' } });

function validate(
  before: string,
  after: string | undefined,
  fields: Field[],
  more: Partial<RequestInput> = {},
  rest: Partial<Case> = {},
): void {
  check({ project: zod4, before, after, make: (spans) => validateInput(facts.requestInput(spans[0]!, { fields, ...more })), ...rest });
}

const order = [field('sku', 'string'), field('quantity', 'number')];

describe('fixes: validateInput with zod', () => {
  it('parses a destructured body and answers 400', () => {
    validate(
      `import { Router } from 'express';
const router = Router();

// Creates an order.
router.post('/orders', async (req, res) => {
  const { sku, quantity } = «req.body»;
  res.json(await create(sku, quantity));
});
`,
      `import { Router } from 'express';
import { z } from 'zod';
const router = Router();

const CreateOrderBody = z.object({ sku: z.string(), quantity: z.number().int().nonnegative() });
// Creates an order.
router.post('/orders', async (req, res) => {
  const parsed = CreateOrderBody.safeParse(req.body);
  if (!parsed.success) {
    return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });
  }
  const { sku, quantity } = parsed.data;
  res.json(await create(sku, quantity));
});
`.replace(
        `if (!parsed.success) {
    return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });
  }`,
        "if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });",
      ),
      order,
    );
  });
  it('replaces every read of the same input', () => {
    validate(
      `import { z } from 'zod';
router.post('/orders', async (req, res) => {
  log('creating');
  const order = await db.order.create({ data: { ...«req.body» } });
  await notify(req.body.sku, () => req.body.quantity);
  res.json(order);
});
`,
      `import { z } from 'zod';
const CreateOrderBody = z.object({ sku: z.string(), quantity: z.number().int().nonnegative() });
router.post('/orders', async (req, res) => {
  log('creating');
  const parsed = CreateOrderBody.safeParse(req.body);
  if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });
  const order = await db.order.create({ data: { ...parsed.data } });
  await notify(parsed.data.sku, () => parsed.data.quantity);
  res.json(order);
});
`,
      order,
      { massAssigned: true },
    );
  });
  it('stays inside a try that holds all reads', () => {
    validate(
      `import { z } from 'zod';
router.post('/login', async (req, res) => {
  try {
    const user = await find(«req.body».email);
    res.json(user);
  } catch (err) {
    res.status(500).json({ message: 'Login failed' });
  }
});
`,
      `import { z } from 'zod';
const LoginBody = z.object({ email: z.email() });
router.post('/login', async (req, res) => {
  try {
    const parsed = LoginBody.safeParse(req.body);
    if (!parsed.success) return res.status(400).json({ message: 'Invalid request', issues: parsed.error.issues });
    const user = await find(parsed.data.email);
    res.json(user);
  } catch (err) {
    res.status(500).json({ message: 'Login failed' });
  }
});
`,
      [field('email', 'email')],
    );
  });
  it('parses a body that is read once, and knows zod 3', () => {
    validate(
      `import { NextResponse } from 'next/server';

export async function POST(request: Request) {
  const body = await «request.json()»;
  return NextResponse.json(await send(body.email));
}
`,
      `import { NextResponse } from 'next/server';
import { z } from 'zod';

const ContactBody = z.object({ email: z.string().email() });
export async function POST(request: Request) {
  const parsed = ContactBody.safeParse(await request.json().catch(() => null));
  if (!parsed.success) {
    return NextResponse.json({ error: 'Invalid request', issues: parsed.error.issues }, { status: 400 });
  }
  const body = parsed.data;
  return NextResponse.json(await send(body.email));
}
`,
      [field('email')],
      { framework: 'next' },
      { file: 'app/api/contact/route.ts', project: zod3 },
    );
  });
  it('takes the schema from the type that the author gave', () => {
    validate(
      `import { z } from 'zod';
interface Item { id: number; tags?: string[] }
type Order = {
  sku: string;
  quantity: number;
  kind: 'new' | 'used';
  note?: string | null;
  items: Item[];
};

export async function PATCH(request: Request) {
  const order = («await request.json()») as Order;
  return Response.json(await save(order));
}
`,
      `import { z } from 'zod';
interface Item { id: number; tags?: string[] }
type Order = {
  sku: string;
  quantity: number;
  kind: 'new' | 'used';
  note?: string | null;
  items: Item[];
};

const UpdateOrderBody = z.object({
  sku: z.string(),
  quantity: z.number(),
  kind: z.enum(['new', 'used']),
  note: z.string().nullable().optional(),
  items: z.array(z.object({ id: z.number(), tags: z.array(z.string()).optional() })),
});

export async function PATCH(request: Request) {
  const parsed = UpdateOrderBody.safeParse(await request.json().catch(() => null));
  if (!parsed.success) {
    return Response.json({ error: 'Invalid request', issues: parsed.error.issues }, { status: 400 });
  }
  const order = parsed.data as Order;
  return Response.json(await save(order));
}
`,
      [],
      { framework: 'next', massAssigned: true },
      { file: 'app/api/orders/route.ts' },
    );
  });
  it('follows names of other schemas and tight, double-quoted code without semicolons', () => {
    validate(
      `import {z} from "zod"
const loginSchema = z.object({a: z.string()})
router.post("/users", (req, res) => {
    const {name} = «req.body»
    res.json(create(name))
})
`,
      `import {z} from "zod"
const loginSchema = z.object({a: z.string()})
const createUserSchema = z.object({name: z.string()})
router.post("/users", (req, res) => {
    const parsed = createUserSchema.safeParse(req.body)
    if (!parsed.success) return res.status(400).json({error: "Invalid request", issues: parsed.error.issues})
    const {name} = parsed.data
    res.json(create(name))
})
`,
      [field('name')],
      {},
      { file: 'src/routes.js', spacesOnly: true },
    );
  });
  it('reads text as numbers where values arrive as text', () => {
    validate(
      `import { z } from 'zod';
router.get('/orders', (req, res) => {
  res.json(list(Number(«req.query».page), req.query.sort));
});
`,
      `import { z } from 'zod';
const ListOrdersQuery = z.object({
  page: z.coerce.number().int().nonnegative(),
  sort: z.string().optional(),
});

router.get('/orders', (req, res) => {
  const parsed = ListOrdersQuery.safeParse(req.query);
  if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });
  res.json(list(Number(parsed.data.page), parsed.data.sort));
});
`,
      [field('page', 'number'), field('sort', 'string', true)],
      { source: 'query' },
    );
  });
  it('opens expression bodies, and answers without a value where none may be returned', () => {
    validate(
      `import { z } from 'zod';
router.post('/tags', (req, res) => res.json(create(«req.body».name)));
`,
      `import { z } from 'zod';
const CreateTagBody = z.object({ name: z.string() });
router.post('/tags', (req, res) => {
  const parsed = CreateTagBody.safeParse(req.body);
  if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });
  return res.json(create(parsed.data.name));
});
`,
      [field('name')],
      {},
      { spacesOnly: true },
    );
    validate(
      `import { z } from 'zod';
router.post('/tags', async (req, res): Promise<void> => {
  res.json(create(«req.body».name));
});
`,
      `import { z } from 'zod';
const CreateTagBody = z.object({ name: z.string() });
router.post('/tags', async (req, res): Promise<void> => {
  const parsed = CreateTagBody.safeParse(req.body);
  if (!parsed.success) {
    res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });
    return;
  }
  res.json(create(parsed.data.name));
});
`,
      [field('name')],
    );
  });
  it('serves Koa, Hono and edge functions', () => {
    validate(
      `import Koa from 'koa';
import { z } from 'zod';
router.post('/a', async (ctx) => {
  ctx.body = await create(«ctx.request.body».name);
});
`,
      `import Koa from 'koa';
import { z } from 'zod';
const CreateABody = z.object({ name: z.string() });
router.post('/a', async (ctx) => {
  const parsed = CreateABody.safeParse(ctx.request.body);
  if (!parsed.success) {
    ctx.status = 400;
    ctx.body = { error: 'Invalid request', issues: parsed.error.issues };
    return;
  }
  ctx.body = await create(parsed.data.name);
});
`,
      [field('name')],
      { framework: 'koa' },
    );
    validate(
      `import { Hono } from 'hono';
import { z } from 'zod';
app.post('/a', async (c) => {
  const { name } = await «c.req.json()»;
  return c.json(await create(name));
});
`,
      `import { Hono } from 'hono';
import { z } from 'zod';
const CreateABody = z.object({ name: z.string() });
app.post('/a', async (c) => {
  const parsed = CreateABody.safeParse(await c.req.json().catch(() => null));
  if (!parsed.success) return c.json({ error: 'Invalid request', issues: parsed.error.issues }, 400);
  const { name } = parsed.data;
  return c.json(await create(name));
});
`,
      [field('name')],
      { framework: 'hono' },
    );
  });
  it('validates forms and arguments of actions', () => {
    validate(
      `'use server';
import { z } from 'zod';

export async function saveProfile(formData: FormData) {
  await save(«formData».get('email') as string, formData.get('name') as string);
}
`,
      `'use server';
import { z } from 'zod';

const SaveProfileInput = z.object({ email: z.email(), name: z.string() });
export async function saveProfile(formData: FormData) {
  const parsed = SaveProfileInput.safeParse(Object.fromEntries(formData));
  if (!parsed.success) return { error: 'Invalid request', issues: parsed.error.issues };
  await save(parsed.data.email, parsed.data.name);
}
`,
      [field('email', 'string'), field('name', 'string')],
      { source: 'form', framework: 'next' },
      { file: 'app/actions.ts' },
    );
    validate(
      `'use server';
import { z } from 'zod';

export async function saveProfile(«input»: { name: string }) {
  await save({ input, name: input.name });
}
`,
      `'use server';
import { z } from 'zod';

const SaveProfileInput = z.object({ name: z.string() });
export async function saveProfile(input: { name: string }) {
  const parsed = SaveProfileInput.safeParse(input);
  if (!parsed.success) return { error: 'Invalid request', issues: parsed.error.issues };
  await save({ input: parsed.data, name: parsed.data.name });
}
`,
      [],
      { source: 'arguments', framework: 'next' },
      { file: 'app/actions.ts' },
    );
  });
  it('takes the fields of the Prisma model that all of the input is written to', () => {
    const schema = `enum Size {
  SMALL
  LARGE // the big one
}

model Product {
  id        String   @id @default(cuid())
  name      String   // shown
  email     String?
  stock     Int
  price     Decimal
  size      Size     @default(SMALL)
  tags      String[]
  resetCode String?
  apiToken  String?
  ownerId   String
  owner     User     @relation(fields: [ownerId], references: [id])
  createdAt DateTime @default(now())
  @@index([name])
}
`;
    const files = { 'apps/api/prisma/schema.prisma': schema };
    const file = 'apps/api/src/routes/products.ts';
    validate(
      "import { z } from 'zod';\nproductsRouter.post('/', async (req, res) => {\n  res.json(await prisma.product.create({ data: «req.body» }));\n});\n",
      "import { z } from 'zod';\nconst CreateProductBody = z.object({\n  name: z.string(),\n  email: z.email().nullable().optional(),\n  stock: z.number().int(),\n  price: z.number(),\n  tags: z.array(z.any()),\n});\n\nproductsRouter.post('/', async (req, res) => {\n  const parsed = CreateProductBody.safeParse(req.body);\n  if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });\n  res.json(await prisma.product.create({ data: parsed.data }));\n});\n",
      [],
      { massAssigned: true },
      { files, file, spacesOnly: true },
    );
    validate(
      "import { z } from 'zod';\nproductsRouter.patch('/:id', async (req, res) => {\n  const { id } = req.params;\n  const body = «req.body»;\n  res.json(await prisma.product.update({ where: { id }, data: body }));\n});\n",
      "import { z } from 'zod';\nconst UpdateProductBody = z.object({\n  name: z.string().optional(),\n  email: z.email().nullable().optional(),\n  stock: z.number().int().optional(),\n  price: z.number().optional(),\n  size: z.enum(['SMALL', 'LARGE']).optional(),\n  tags: z.array(z.any()).optional(),\n});\n\nproductsRouter.patch('/:id', async (req, res) => {\n  const { id } = req.params;\n  const parsed = UpdateProductBody.safeParse(req.body);\n  if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });\n  const body = parsed.data;\n  res.json(await prisma.product.update({ where: { id }, data: body }));\n});\n",
      [],
      { massAssigned: true },
      { files, file, spacesOnly: true },
    );
  });
  it('validates texts and numbers that an action is given', () => {
    validate(
      "'use server';\nimport { z } from 'zod';\n\nexport async function rename(«id: string», name?: string) {\n  await save({ id, name });\n}\n",
      "'use server';\nimport { z } from 'zod';\n\nconst RenameInput = z.object({ id: z.string(), name: z.string().optional() });\nexport async function rename(id: string, name?: string) {\n  const parsed = RenameInput.safeParse({ id, name });\n  if (!parsed.success) return { error: 'Invalid request', issues: parsed.error.issues };\n  await save({ id: parsed.data.id, name: parsed.data.name });\n}\n",
      [],
      { source: 'arguments', framework: 'next' },
      { file: 'app/actions.ts' },
    );
  });
  it('refuses in the way that whoever calls an action awaits', () => {
    const action = (head: string, rest: string, refusal = '') =>
      `'use server';\n\nexport async function rename(${refusal ? 'id: string, name?: string' : '«id: string», name?: string'})${head} {\n${
        refusal ? `  if (typeof id !== 'string' || (name !== undefined && typeof name !== 'string')) {\n    ${refusal}\n  }\n` : ''
      }  const saved = await save({ id, name });\n  ${rest}\n}\n`;
    const thrown = "throw new Error('Invalid request');";
    for (const [head, rest, refusal] of [
      [': Promise<string>', "return saved ? 'saved' : '';", thrown],
      [': Promise<void>', 'redirect(saved);', thrown],
      ['', 'return saved.ok;', thrown],
      [': Promise<Result>', "return saved ? { ok: true } : { ok: false, message: 'Nothing there' };", thrown],
      [
        ': Promise<Result>',
        "if (!saved) return { success: false, message: 'Nothing there' };\n  return saved;",
        "return { success: false, message: 'Invalid request' };",
      ],
      ['', 'return { saved };', "return { error: 'Invalid request' };"],
      ['', 'redirect(saved);', "return { error: 'Invalid request' };"],
    ] as const)
      validate(
        action(head, rest),
        action(head, rest, refusal),
        [],
        { source: 'arguments', framework: 'next' },
        { file: 'app/actions.ts', project: idioms({}), spacesOnly: true },
      );
  });
  it('names schemas after the router where the path says nothing', () => {
    const named = (registration: string, name: string, file = 'src/routes/bookings.ts') =>
      validate(
        `import { z } from 'zod';\n${registration}('/', (req, res) => res.json(make(«req.body».name)));\n`,
        `import { z } from 'zod';\nconst ${name} = z.object({ name: z.string() });\n${registration}('/', (req, res) => {\n  const parsed = ${name}.safeParse(req.body);\n  if (!parsed.success) return res.status(400).json({ error: 'Invalid request', issues: parsed.error.issues });\n  return res.json(make(parsed.data.name));\n});\n`,
        [field('name')],
        {},
        { file, spacesOnly: true },
      );
    named('usersRouter.post', 'CreateUserBody');
    named('router.put', 'UpdateBookingBody');
    named('app.post', 'RequestBody', 'src/server.ts');
  });
  it('adds input to a tRPC procedure', () => {
    validate(
      "import { z } from 'zod';\nexport const create = protectedProcedure.mutation(async ({ «input» }) => make(input.name));\n",
      "import { z } from 'zod';\nconst CreateInput = z.object({ name: z.string() });\nexport const create = protectedProcedure.input(CreateInput).mutation(async ({ input }) => make(input.name));\n",
      [field('name')],
      { framework: 'trpc', source: 'arguments' },
    );
  });
  it('refuses when the fields cannot be told, or the input is changed', () => {
    validate(
      "import { z } from 'zod';\nrouter.post('/a', async (req, res) => {\n  res.json(await create(«req.body»));\n});\n",
      undefined,
      [],
    );
    validate(
      "import { z } from 'zod';\nrouter.post('/a', async (req, res) => {\n  «req.body».name = 1;\n  res.json(await create(req.body));\n});\n",
      undefined,
      order,
    );
    validate(
      "import { z } from 'zod';\nrouter.post('/a', async (req, res) => {\n  res.json(await create(«req.body»));\n});\n",
      undefined,
      order,
      { validated: { presence: 'present' } },
    );
    validate(
      "import { z } from 'zod';\nrouter.post('/a', async (req, res) => {\n  res.json(await create(«req.body»));\n});\n",
      undefined,
      order,
      { signed: true },
    );
    validate('export function create(body) {\n  return save(«body»);\n}\n', undefined, order, { framework: 'unheard-of' });
  });
});

describe('fixes: validateInput in Fastify', () => {
  const fastify: Partial<RequestInput> = { framework: 'fastify' };
  it('adds a schema to the options', () => {
    validate(
      `import Fastify from 'fastify';
app.post('/orders', async (request, reply) => {
  return create(«request.body».sku);
});
`,
      `import Fastify from 'fastify';
const CreateOrderBody = {
  type: 'object',
  required: ['sku', 'quantity'],
  additionalProperties: false,
  properties: {
    sku: { type: 'string' },
    quantity: { type: 'integer', minimum: 0 },
  },
};

app.post('/orders', { schema: { body: CreateOrderBody } }, async (request, reply) => {
  return create(request.body.sku);
});
`,
      order,
      fastify,
    );
    validate(
      `import Fastify from 'fastify';
app.post('/orders', { preHandler: [auth], schema: { params: Id } }, async (request, reply) => {
  return create(«request.body».sku);
});
`,
      `import Fastify from 'fastify';
import { z } from 'zod';
const CreateOrderBody = z.object({ sku: z.string(), quantity: z.number().int().nonnegative() });
app.post('/orders', { preHandler: [auth], schema: { params: Id, body: CreateOrderBody } }, async (request, reply) => {
  return create(request.body.sku);
});
`,
      order,
      fastify,
      { project: idioms({ dependencies: { zod: '4.0.0', 'fastify-type-provider-zod': '5.0.0' } }) },
    );
  });
  it('leaves a schema that is there alone', () => {
    validate(
      "app.post('/orders', { schema: { body: Order } }, async (request, reply) => {\n  return create(«request.body»);\n});\n",
      undefined,
      order,
      fastify,
    );
  });
});

describe('fixes: validateInput without a validator', () => {
  const none = { project: idioms({}) };
  it('tests destructured fields', () => {
    validate(
      "router.post('/orders', async (req, res) => {\n  const { sku, quantity: count } = «req.body»;\n  res.json(await create(sku, count));\n});\n",
      "router.post('/orders', async (req, res) => {\n  const { sku, quantity: count } = req.body;\n  if (typeof sku !== 'string' || !Number.isInteger(count)) {\n    return res.status(400).json({ error: 'Invalid request' });\n  }\n  res.json(await create(sku, count));\n});\n",
      order,
      {},
      none,
    );
  });
  it('tests members of a body in a variable', () => {
    validate(
      'export async function POST(request: Request) {\n  const body = await «request.json()»;\n  return Response.json(await create(body.sku, body.gift));\n}\n',
      "export async function POST(request: Request) {\n  const body = await request.json().catch(() => null);\n  if (typeof body?.sku !== 'string' || (body?.gift !== undefined && typeof body?.gift !== 'boolean')) {\n    return Response.json({ error: 'Invalid request' }, { status: 400 });\n  }\n  return Response.json(await create(body.sku, body.gift));\n}\n",
      [field('sku', 'string'), field('gift', 'boolean', true)],
      { framework: 'next' },
      { ...none, file: 'app/api/orders/route.ts' },
    );
  });
  it('picks the fields where the whole body was written', () => {
    validate(
      "router.post('/orders', async (req, res) => {\n  const order = await db.order.create({ data: { ...«req.body», total: 1 } });\n  res.json([order, req.body.sku]);\n});\n",
      "router.post('/orders', async (req, res) => {\n  const { sku, quantity } = req.body ?? {};\n  if (typeof sku !== 'string' || !Number.isInteger(quantity)) {\n    return res.status(400).json({ error: 'Invalid request' });\n  }\n  const order = await db.order.create({ data: { sku, quantity, total: 1 } });\n  res.json([order, sku]);\n});\n",
      order,
      { massAssigned: true },
      none,
    );
  });
  it('tests members in front of their first use', () => {
    validate(
      "router.post('/orders', async (req, res) => {\n  res.json(await create(«req.body».sku));\n});\n",
      "router.post('/orders', async (req, res) => {\n  if (typeof req.body?.sku !== 'string') return res.status(400).json({ error: 'Invalid request' });\n  res.json(await create(req.body.sku));\n});\n",
      [field('sku', 'string')],
      {},
      none,
    );
  });
});
