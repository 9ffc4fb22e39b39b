// packages: fastify@5.1.0, @fastify/type-provider-typebox@5.1.0, @sinclair/typebox@0.34.0, fastify-type-provider-zod@4.0.0, hono@4.6.0, @hono/zod-validator@0.4.0, koa@2.15.0, @koa/router@13.0.0, zod@3.23.0, @trpc/server@11.0.0, @prisma/client@6.1.0, h3@1.13.0

// file: src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: src/fastify.ts
import Fastify from 'fastify';
import { Type } from '@sinclair/typebox';
import { z } from 'zod';
import { db } from './db';
const app = Fastify();
const Post = z.object({ title: z.string() });
const bodySchema = { type: 'object', required: ['title'], properties: { title: { type: 'string' } } };
// endpoint: POST /f1 unvalidated
app.post('/f1', async (req) => db.post.create({ data: req.body as any }));
// endpoint: POST /f2 validated
app.post('/f2', { schema: { body: bodySchema } }, async (req) => db.post.create({ data: req.body as any }));
// endpoint: POST /f3 unvalidated (the query alone)
app.post('/f3', { schema: { querystring: { type: 'object' } } }, async (req) => db.post.create({ data: req.body as any }));
// endpoint: POST /f4 unvalidated (what it answers alone)
app.post('/f4', { schema: { response: { 200: { type: 'object' } } } }, async (req) => db.post.create({ data: req.body as any }));
// endpoint: POST /f5 validated
app.route({ method: 'POST', url: '/f5', schema: { body: Type.Object({ title: Type.String() }) }, handler: async (req) => db.post.create({ data: req.body as any }) });
const opts = { schema: { body: Post } };
// endpoint: POST /f6 validated
app.post('/f6', opts, async (req) => db.post.create({ data: req.body as any }));
// endpoint: POST /f7 validated
app.post('/f7', async (req) => db.post.create({ data: Post.parse(req.body) }));
// endpoint: POST /f8 unvalidated (for its documentation alone)
app.post('/f8', { schema: { tags: ['posts'], summary: 'Creates a post' } }, async (req) => db.post.create({ data: req.body as any }));

// file: src/hono.ts
import { Hono } from 'hono';
import { validator } from 'hono/validator';
import { zValidator } from '@hono/zod-validator';
import { z } from 'zod';
import { db } from './db';
const web = new Hono();
const Post = z.object({ title: z.string() });
// endpoint: POST /h1 unvalidated
web.post('/h1', async (c) => c.json(await db.post.create({ data: await c.req.json() })));
// endpoint: POST /h2 validated
web.post('/h2', zValidator('json', Post), async (c) => c.json(await db.post.create({ data: c.req.valid('json') })));
// endpoint: POST /h3 unvalidated (the query alone)
web.post('/h3', zValidator('query', Post), async (c) => c.json(await db.post.create({ data: await c.req.json() })));
// endpoint: POST /h4 validated
web.post('/h4', zValidator('form', Post), async (c) => { const form = c.req.valid('form'); return c.json(await db.post.create({ data: form })); });
// endpoint: POST /h5 validated
web.post('/h5', validator('json', (value, c) => { const parsed = Post.safeParse(value); if (!parsed.success) return c.text('no', 400); return parsed.data; }), async (c) => c.json(await db.post.create({ data: c.req.valid('json') })));
// endpoint: POST /h6 validated
web.post('/h6', async (c) => { const parsed = Post.safeParse(await c.req.json()); if (!parsed.success) return c.json({}, 400); return c.json(await db.post.create({ data: parsed.data })); });
// endpoint: POST /h7 unvalidated
web.post('/h7', async (c) => { const body = await c.req.parseBody(); return c.json(await db.post.create({ data: { title: body.title as string } })); });
// endpoint: POST /h8 unvalidated
web.post('/h8', zValidator('json', z.any()), async (c) => c.json(await db.post.create({ data: c.req.valid('json') })));

// file: src/koa.ts
import Koa from 'koa';
import Router from '@koa/router';
import { z } from 'zod';
import { db } from './db';
const koa = new Koa();
const router = new Router();
const Post = z.object({ title: z.string() });
const valid = (schema: z.ZodSchema): Router.Middleware => async (ctx, next) => { const parsed = schema.safeParse(ctx.request.body); if (!parsed.success) { ctx.throw(400); } await next(); };
// endpoint: POST /k1 unvalidated
router.post('/k1', async (ctx) => { ctx.body = await db.post.create({ data: ctx.request.body as any }); });
// endpoint: POST /k2 validated
router.post('/k2', async (ctx) => { ctx.body = await db.post.create({ data: Post.parse(ctx.request.body) }); });
// endpoint: POST /k3 validated
router.post('/k3', valid(Post), async (ctx) => { ctx.body = await db.post.create({ data: ctx.request.body as any }); });
// endpoint: POST /k4 unvalidated
router.post('/k4', async (ctx) => { const { title } = ctx.request.body as any; ctx.body = await db.post.create({ data: { title } }); });
koa.use(router.routes());

// file: src/trpc.ts
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { db } from './db';
const t = initTRPC.create();
const Post = z.object({ title: z.string() });
export const appRouter = t.router({
  // endpoint: MUTATION p1 validated
  p1: t.procedure.input(Post).mutation(({ input }) => db.post.create({ data: input })),
  // endpoint: MUTATION p2 unvalidated
  p2: t.procedure.input(z.any()).mutation(({ input }) => db.post.create({ data: input })),
  // endpoint: MUTATION p3 validated
  p3: t.procedure.input((value: unknown) => Post.parse(value)).mutation(({ input }) => db.post.create({ data: input })),
  // endpoint: MUTATION p4 unvalidated (it gives back what it is given)
  p4: t.procedure.input((value: unknown) => value as { title: string }).mutation(({ input }) => db.post.create({ data: input })),
});
