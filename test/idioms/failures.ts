// packages: @prisma/client@6.1.0

// file: four/package.json
{"name": "express-four", "dependencies": {"express": "4.21.0", "@prisma/client": "6.1.0", "express-async-handler": "1.2.0"}}

// file: four/src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: four/src/wrap.ts
import type { NextFunction, Request, RequestHandler, Response } from 'express';
export const asyncHandler = (fn: RequestHandler) => (req: Request, res: Response, next: NextFunction) => Promise.resolve(fn(req, res, next)).catch(next);
export const catchAsync = (fn: any) => { return (req: Request, res: Response, next: NextFunction) => { fn(req, res, next).catch(next); }; };
export const tryCatch = (controller: any) => async (req: Request, res: Response, next: NextFunction) => { try { await controller(req, res); } catch (error) { return next(error); } };
export const noCatch = (fn: any) => (req: Request, res: Response, next: NextFunction) => { fn(req, res, next); };
export const unawaited = (fn: any) => async (req: Request, res: Response, next: NextFunction) => { try { fn(req, res, next); } catch (error) { next(error); } };
export const logsOnly = (fn: any) => (req: Request, res: Response, next: NextFunction) => Promise.resolve(fn(req, res, next)).catch((error: unknown) => { console.error(error); });
export const answering = (fn: any) => (req: Request, res: Response) => fn(req, res).catch((error: Error) => { res.status(500).json({ error: 'Internal error' }); });
export const thenned = (fn: any) => (req: Request, res: Response, next: NextFunction) => Promise.resolve(fn(req, res, next)).then(() => {}, next);

// file: four/src/app.ts
import express from 'express';
import expressAsyncHandler from 'express-async-handler';
import { db } from './db';
import { answering, asyncHandler, catchAsync, logsOnly, noCatch, thenned, tryCatch, unawaited } from './wrap';
const app = express();
// endpoint: POST /e1 caught
app.post('/e1', asyncHandler(async (req, res) => { await db.post.deleteMany({}); res.json({}); }));
// endpoint: POST /e2 caught
app.post('/e2', catchAsync(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));
// endpoint: POST /e3 caught
app.post('/e3', tryCatch(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));
// endpoint: POST /e4 uncaught (the wrapper looks after nothing)
app.post('/e4', noCatch(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));
// endpoint: POST /e5 uncaught (without `await` its `try` ends before anything fails)
app.post('/e5', unawaited(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));
// endpoint: POST /e6 uncaught (the log hears of it, the caller waits for ever)
app.post('/e6', logsOnly(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));
// endpoint: POST /e7 caught
app.post('/e7', answering(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));
// endpoint: POST /e8 caught
app.post('/e8', thenned(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));
// endpoint: POST /e9 caught
app.post('/e9', expressAsyncHandler(async (req, res) => { await db.post.deleteMany({}); res.json({}); }));
// endpoint: POST /e10 uncaught (nobody looks at the promise)
app.post('/e10', (req, res) => { db.post.deleteMany({}).then(() => res.json({})); });
// endpoint: POST /e11 caught
app.post('/e11', (req, res) => { db.post.deleteMany({}).then(() => res.json({})).catch((error) => res.status(500).json({ error: 'failed' })); });
// endpoint: POST /e12 uncaught (the caller waits for ever)
app.post('/e12', (req, res) => { db.post.deleteMany({}).then(() => res.json({})).catch((error) => console.error(error)); });
// endpoint: POST /e13 caught (Express hears of what is thrown before anything is awaited)
app.post('/e13', (req, res) => { const body = JSON.parse(req.body.text); res.json(body); });
// endpoint: POST /e14 uncaught (an async function has a promise at once)
app.post('/e14', async (req, res) => { const body = JSON.parse(req.body.text); res.json(body); });
// endpoint: POST /e15 uncaught
app.post('/e15', (req, res) => { void (async () => { await db.post.deleteMany({}); res.json({}); })(); });
// endpoint: POST /e16 uncaught (the clause throws again)
app.post('/e16', async (req, res) => { try { await db.post.deleteMany({}); res.json({}); } catch (error) { console.error(error); throw error; } });
// endpoint: POST /e17 caught
app.post('/e17', async (req, res, next) => { try { await db.post.deleteMany({}); res.json({}); } catch (error) { next(error); } });
// endpoint: POST /e18 caught (nothing in it fails)
app.post('/e18', (req, res) => { res.json({ up: true }); });
// endpoint: POST /e19 uncaught (what is in front of the `try` is not in it)
app.post('/e19', async (req, res) => { const all = await db.post.findMany(); try { res.json(all); } catch { res.status(500).end(); } });
// endpoint: POST /e20 uncaught (the log hears of it, and nobody answers)
app.post('/e20', async (req, res) => { try { await db.post.deleteMany({}); res.json({}); } catch (error) { console.error(error); } });
// endpoint: POST /e21 caught (the answer is sent before anything fails)
app.post('/e21', async (req, res) => { try { res.status(202).json({}); await db.post.deleteMany({}); } catch (error) { console.error(error); } });
// endpoint: POST /e22 caught (the answer comes after all)
app.post('/e22', async (req, res) => { let all: unknown[] = []; try { all = await db.post.findMany(); } catch (error) { console.error(error); } res.json(all); });
// endpoint: POST /e23 uncaught (only for some is there an answer)
app.post('/e23', async (req, res) => { try { const all = await db.post.findMany(); if (all.length === 0) return res.status(404).end(); res.json(all); } catch (error) { console.error('failed', error); } });
app.use((err: any, req: any, res: any, next: any) => { res.status(500).json({ error: 'Internal error' }); });

// file: five/package.json
{"name": "express-five", "dependencies": {"express": "5.1.0", "@prisma/client": "6.1.0"}}

// file: five/src/app.ts
import express from 'express';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = express();
// endpoint: POST /v1 caught (Express 5 passes rejections on)
app.post('/v1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /v2 uncaught (that promise is given to nobody)
app.post('/v2', (req, res) => { db.post.deleteMany({}).then(() => res.json({})); });
// endpoint: POST /v3 caught (it is given back)
app.post('/v3', (req, res) => db.post.deleteMany({}).then(() => res.json({})));
// endpoint: POST /v4 uncaught
app.post('/v4', (req, res) => { void (async () => { await db.post.deleteMany({}); res.json({}); })(); });
const noReturn = (fn: any) => (req: any, res: any, next: any) => { fn(req, res, next); };
// endpoint: POST /v5 uncaught (the wrapper drops the promise)
app.post('/v5', noReturn(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));

// file: patched/package.json
{"name": "express-patched", "dependencies": {"express": "4.21.0", "express-async-errors": "3.1.1", "@prisma/client": "6.1.0"}}

// file: patched/src/app.ts
import express from 'express';
import 'express-async-errors';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = express();
// endpoint: POST /p1 caught
app.post('/p1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: fast/package.json
{"name": "fast", "dependencies": {"fastify": "5.1.0", "@prisma/client": "6.1.0"}}

// file: fast/src/app.ts
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = Fastify();
app.setErrorHandler((error, request, reply) => { reply.status(500).send({ error: 'Internal error' }); });
// endpoint: POST /x1 caught
app.post('/x1', async () => db.post.deleteMany({}));
// endpoint: POST /x2 uncaught (Fastify waits for an answer that does not come)
app.post('/x2', (request, reply) => { db.post.deleteMany({}).then((result) => reply.send(result)); });
// endpoint: POST /x3 caught
app.post('/x3', (request, reply) => { db.post.deleteMany({}).then((result) => reply.send(result)).catch((error) => reply.status(500).send({ error: 'failed' })); });

// file: koa/package.json
{"name": "koa-app", "dependencies": {"koa": "2.15.0", "@koa/router": "13.0.0", "@prisma/client": "6.1.0"}}

// file: koa/src/app.ts
import Koa from 'koa';
import Router from '@koa/router';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Koa();
const router = new Router();
app.use(async (ctx, next) => { try { await next(); } catch (error) { ctx.status = 500; ctx.body = { error: 'Internal error' }; ctx.app.emit('error', error, ctx); } });
// endpoint: POST /k1 caught
router.post('/k1', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
// endpoint: POST /k2 uncaught (the answer is 404 before it is done, and its failure ends the process)
router.post('/k2', (ctx) => { db.post.deleteMany({}).then((result) => { ctx.body = result; }); });
app.use(router.routes());

// file: hono/package.json
{"name": "hono-app", "dependencies": {"hono": "4.6.0", "@prisma/client": "6.1.0"}}

// file: hono/src/app.ts
import { Hono } from 'hono';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Hono();
app.onError((error, c) => c.json({ error: 'Internal error' }, 500));
// endpoint: POST /w1 caught
app.post('/w1', async (c) => c.json(await db.post.deleteMany({})));

// file: next/package.json
{"name": "next-app", "dependencies": {"next": "15.1.0", "@prisma/client": "6.1.0"}}

// file: next/app/api/n1/route.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/n1 caught (Next.js answers 500)
export async function POST() { await db.post.deleteMany({}); return Response.json({}); }
// endpoint: PUT /api/n1 caught (the answer is sent before; what fails later is floating-promise’s)
export async function PUT() { return Response.json({}); }

// file: nest/package.json
{"name": "nest-app", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@prisma/client": "6.1.0"}}

// file: nest/src/app.ts
import { Controller, Get, Module, Post, Res } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
@Controller('c')
export class PostController {
  // endpoint: POST /c caught
  @Post() create() { return db.post.deleteMany({}); }
  // endpoint: GET /c uncaught (Nest leaves the answer to whoever takes the response)
  @Get() list(@Res() res: any) { db.post.findMany().then((all) => res.json(all)); }
}
@Module({ controllers: [PostController] })
export class AppModule {}

// file: trpc/package.json
{"name": "trpc-app", "dependencies": {"@trpc/server": "11.0.0", "@prisma/client": "6.1.0"}}

// file: trpc/src/router.ts
import { initTRPC } from '@trpc/server';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const t = initTRPC.create();
export const appRouter = t.router({
  // endpoint: MUTATION add caught
  add: t.procedure.mutation(() => db.post.deleteMany({})),
});

// file: svelte/package.json
{"name": "svelte-app", "devDependencies": {"@sveltejs/kit": "2.15.0", "svelte": "5.0.0", "@prisma/client": "6.1.0"}}

// file: svelte/src/routes/api/posts/+server.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts caught
export const POST = async () => { await db.post.deleteMany({}); return new Response(''); };

// file: convex/package.json
{"name": "convex-app", "dependencies": {"convex": "1.17.0"}}

// file: convex/convex/posts.ts
import { v } from 'convex/values';
import { mutation } from './_generated/server';
// endpoint: MUTATION posts.add caught
export const add = mutation({ args: { title: v.string() }, handler: async (ctx, args) => { await ctx.db.insert('posts', args); } });

// file: nuxt/package.json
{"name": "nuxt-app", "dependencies": {"nuxt": "3.14.0", "@prisma/client": "6.1.0"}}

// file: nuxt/server/api/posts.post.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts caught
export default defineEventHandler(async () => { await db.post.deleteMany({}); return {}; });
