// packages: @prisma/client@6.1.0

// file: express/package.json
{"name": "express-app", "dependencies": {"express": "4.21.0", "body-parser": "1.20.0", "multer": "1.4.5-lts.1", "express-fileupload": "1.5.0", "formidable": "3.5.0", "raw-body": "2.5.0", "@prisma/client": "6.1.0"}}

// file: express/src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: express/src/parsers.ts
import express from 'express';
import bodyParser from 'body-parser';
import { db } from './db';
const app = express();
app.use(express.urlencoded({ extended: true, limit: '50mb' }));
// endpoint: POST /p1 bounded (much, and not everything)
app.post('/p1', async (req, res) => { await db.post.create({ data: req.body }); res.json({}); });
// endpoint: POST /p2 bounded (body-parser takes 100 kB)
app.post('/p2', bodyParser.json(), async (req, res) => { await db.post.create({ data: req.body }); res.json({}); });
// endpoint: POST /p3 bounded
app.post('/p3', express.raw({ type: '*/*' }), async (req, res) => { await db.post.create({ data: req.body }); res.json({}); });
// endpoint: POST /p9 unbounded (a limit that nothing reaches is none)
app.post('/p9', bodyParser.json({ limit: Infinity }), async (req, res) => { await db.post.create({ data: req.body }); res.json({}); });
const most = Number.MAX_SAFE_INTEGER;
// endpoint: POST /p10 unbounded
app.post('/p10', express.text({ limit: most }), async (req, res) => { await db.post.create({ data: req.body }); res.json({}); });
// endpoint: POST /p11 bounded
app.post('/p11', express.json({ limit: 5 * 1024 * 1024 }), async (req, res) => { await db.post.create({ data: req.body }); res.json({}); });
// endpoint: POST /p5 unbounded (it collects whatever comes)
app.post('/p5', (req, res) => { let body = ''; req.on('data', (chunk) => { body += chunk; }); req.on('end', async () => { await db.post.create({ data: JSON.parse(body) }).catch(() => {}); res.json({}); }); });
// endpoint: POST /p6 bounded (it stops when there is too much)
app.post('/p6', (req, res) => { let body = ''; req.on('data', (chunk) => { body += chunk; if (body.length > 1e6) req.destroy(); }); req.on('end', async () => { await db.post.create({ data: JSON.parse(body) }).catch(() => {}); res.json({}); }); });
// endpoint: POST /p7 unbounded (collected as well)
app.post('/p7', async (req, res) => { const chunks: Buffer[] = []; for await (const chunk of req) chunks.push(chunk); await db.post.create({ data: JSON.parse(Buffer.concat(chunks).toString()) }); res.json({}); });

// endpoint: POST /p8 bounded (what somebody else answers may be long)
app.post('/p8', express.json(), async (req, res) => { const page = await fetch('https://a.example.com'); if (Number(page.headers.get('content-length')) > 1000) return res.status(502).end(); const response = await fetch('https://b.example.com'); if (Number(response.headers.get('content-length')) > 1000) throw new Error('too long'); await db.post.create({ data: req.body }); res.json({}); });

// file: express/src/files.ts
import express from 'express';
import multer from 'multer';
import fileUpload from 'express-fileupload';
import { db } from './db';
const app = express();
const unlimited = multer({ dest: 'up' });
const limited = multer({ dest: 'up', limits: { fileSize: 5 * 1024 * 1024 } });
const counted = multer({ dest: 'up', limits: { files: 3 } });
// endpoint: POST /f1 unbounded (multer takes files of any size)
app.post('/f1', unlimited.single('file'), async (req, res) => { await db.post.create({ data: { name: req.file!.path } }); res.json({}); });
// endpoint: POST /f2 bounded
app.post('/f2', limited.single('file'), async (req, res) => { await db.post.create({ data: { name: req.file!.path } }); res.json({}); });
// endpoint: POST /f3 unbounded (how many, not how large)
app.post('/f3', counted.array('files'), async (req, res) => { await db.post.create({ data: {} }); res.json({}); });
// endpoint: POST /f4 bounded
app.post('/f4', multer({ storage: multer.memoryStorage(), limits: { fileSize: 1000 } }).single('file'), async (req, res) => { await db.post.create({ data: {} }); res.json({}); });
// endpoint: POST /f5 unbounded
app.post('/f5', fileUpload(), async (req, res) => { await db.post.create({ data: {} }); res.json({}); });
// endpoint: POST /f7 unbounded (no limit is none)
app.post('/f7', multer({ limits: { fileSize: Infinity } }).single('file'), async (req, res) => { await db.post.create({ data: {} }); res.json({}); });
const told = { dest: 'up', limits: { fileSize: 1000 } };
// endpoint: POST /f10 unbounded (nobody sends as much)
app.post('/f10', multer({ limits: { fileSize: Number.MAX_SAFE_INTEGER } }).single('file'), async (req, res) => { await db.post.create({ data: {} }); res.json({}); });
// endpoint: POST /f11 unbounded
app.post('/f11', fileUpload({ limits: { fileSize: Number.MAX_VALUE } }), async (req, res) => { await db.post.create({ data: {} }); res.json({}); });
// endpoint: POST /f8 bounded
app.post('/f8', multer(told).single('file'), async (req, res) => { await db.post.create({ data: {} }); res.json({}); });
// endpoint: POST /f9 bound? (what it is told could not be read)
app.post('/f9', multer(settingsOf('upload')).single('file'), async (req, res) => { await db.post.create({ data: {} }); res.json({}); });
declare function settingsOf(name: string): any;
// endpoint: POST /f6 bounded
app.post('/f6', fileUpload({ limits: { fileSize: 50 * 1024 * 1024 }, abortOnLimit: true }), async (req, res) => { await db.post.create({ data: {} }); res.json({}); });

// file: express/src/everywhere.ts
import express from 'express';
import fileUpload from 'express-fileupload';
import { db } from './db';
const app = express();
app.use(express.json());
app.use(fileUpload({ useTempFiles: true }));
// endpoint: POST /e1 unbounded (in front of everything)
app.post('/e1', async (req, res) => { await db.post.create({ data: req.body }); res.json({}); });

// file: express/src/upload.ts
import multer from 'multer';
export const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 2_000_000 } });
export const uploadAny = multer({ storage: multer.memoryStorage() });

// file: express/src/shared.ts
import express from 'express';
import { upload, uploadAny } from './upload';
import { db } from './db';
const router = express.Router();
const app = express();
// endpoint: POST /s1 bounded
router.post('/s1', upload.single('image'), async (req, res) => { await db.post.create({ data: {} }); res.json({}); });
// endpoint: POST /s2 unbounded
router.post('/s2', uploadAny.single('image'), async (req, res) => { await db.post.create({ data: {} }); res.json({}); });
app.use(router);

// file: fast/package.json
{"name": "fast", "dependencies": {"fastify": "5.1.0", "@fastify/multipart": "9.0.0", "@prisma/client": "6.1.0"}}

// file: fast/src/app.ts
import Fastify from 'fastify';
import multipart from '@fastify/multipart';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = Fastify({ bodyLimit: 30 * 1024 * 1024 });
app.register(multipart);
// endpoint: POST /x1 bounded
app.post('/x1', async (request) => db.post.create({ data: request.body }));
// endpoint: POST /x2 bounded
app.post('/x2', { bodyLimit: 1000 }, async (request) => db.post.create({ data: request.body }));
// endpoint: POST /x3 bounded (@fastify/multipart takes 1 MiB per file)
app.post('/x3', async (request) => { const file = await request.file(); await db.post.create({ data: { name: file.filename } }); return {}; });

// file: fast/src/any.ts
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = Fastify({ logger: true, bodyLimit: Number.MAX_SAFE_INTEGER });
// endpoint: POST /x4 unbounded
app.post('/x4', async (request) => db.post.create({ data: request.body }));
// endpoint: POST /x5 bounded (its own limit counts)
app.post('/x5', { bodyLimit: 1000 }, async (request) => db.post.create({ data: request.body }));
app.register(async (part) => {
  // endpoint: POST /x6 unbounded (of the same server)
  part.post('/x6', async (request) => db.post.create({ data: request.body }));
});
const other = Fastify();
// endpoint: POST /x7 unbounded (it asks for that itself)
other.post('/x7', { bodyLimit: Number.MAX_VALUE }, async (request) => db.post.create({ data: request.body }));
// endpoint: POST /x8 bounded
other.route({ method: 'POST', url: '/x8', handler: async (request) => db.post.create({ data: request.body }) });
// endpoint: POST /x9 unbounded
other.route({ method: 'POST', url: '/x9', bodyLimit: Number.MAX_SAFE_INTEGER, handler: async (request) => db.post.create({ data: request.body }) });

// file: koa/package.json
{"name": "koa-app", "dependencies": {"koa": "2.15.0", "@koa/router": "13.0.0", "koa-body": "6.0.0", "@koa/multer": "3.0.0", "multer": "1.4.5-lts.1", "raw-body": "2.5.0", "@prisma/client": "6.1.0"}}

// file: koa/src/app.ts
import Koa from 'koa';
import Router from '@koa/router';
import { koaBody } from 'koa-body';
import multer from '@koa/multer';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Koa();
const router = new Router();
const upload = multer({ dest: 'up' });
const small = multer({ dest: 'up', limits: { fileSize: 1000 } });
app.use(koaBody({ multipart: true, jsonLimit: '2mb' }));
// endpoint: POST /k1 bounded (koa-body: 1 MB, files 200 MB by formidable)
router.post('/k1', async (ctx) => { ctx.body = await db.post.create({ data: ctx.request.body }); });
// endpoint: POST /k2 unbounded
router.post('/k2', upload.single('file'), async (ctx) => { ctx.body = await db.post.create({ data: {} }); });
// endpoint: POST /k3 bounded
router.post('/k3', small.single('file'), async (ctx) => { ctx.body = await db.post.create({ data: {} }); });
app.use(router.routes());

// file: koa/src/any.ts
import Koa from 'koa';
import Router from '@koa/router';
import { koaBody } from 'koa-body';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Koa();
const router = new Router();
app.use(koaBody({ jsonLimit: Infinity }));
// endpoint: POST /k4 unbounded
router.post('/k4', async (ctx) => { ctx.body = await db.post.create({ data: ctx.request.body }); });
app.use(router.routes());

// file: hono/package.json
{"name": "hono-app", "dependencies": {"hono": "4.6.0", "@hono/node-server": "1.13.0", "@prisma/client": "6.1.0"}}

// file: hono/src/app.ts
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { serve } from '@hono/node-server';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Hono();
// endpoint: POST /w1 bounded
app.post('/w1', bodyLimit({ maxSize: 50 * 1024, onError: (c) => c.text('too large', 413) }), async (c) => c.json(await db.post.create({ data: await c.req.json() })));
// endpoint: POST /w5 unbounded
app.post('/w5', bodyLimit({ maxSize: Infinity }), async (c) => c.json(await db.post.create({ data: await c.req.json() })));
// endpoint: POST /w2 unbounded (Node’s server takes everything)
app.post('/w2', async (c) => c.json(await db.post.create({ data: await c.req.json() })));
// endpoint: POST /w3 bound? (it refuses by what the sender says, who need not say it)
app.post('/w3', async (c) => { if (Number(c.req.header('content-length') ?? 0) > 1_000_000) return c.json({}, 413); return c.json(await db.post.create({ data: await c.req.json() })); });
// endpoint: POST /w4 unbounded (everything was read by then)
app.post('/w4', async (c) => { const text = await c.req.text(); if (text.length > 1000) return c.json({}, 413); return c.json(await db.post.create({ data: { text } })); });
serve(app);

// file: next/package.json
{"name": "next-app", "dependencies": {"next": "15.1.0", "raw-body": "2.5.0", "@prisma/client": "6.1.0"}}

// file: next/next.config.js
module.exports = { experimental: { serverActions: { bodySizeLimit: '10mb' } } };

// file: next/lib/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: next/app/actions.ts
'use server';
import { db } from '../lib/db';
// endpoint: ACTION add bounded (1 MB, or what the configuration says)
export async function add(form: FormData) { await db.post.create({ data: { title: String(form.get('title')) } }); }

// file: next/app/api/n1/route.ts
import { db } from '../../../lib/db';
// endpoint: POST /api/n1 bound? (the platform decides)
export async function POST(request: Request) { await db.post.create({ data: await request.json() }); return Response.json({}); }

// file: next/pages/api/n2.ts
import { db } from '../../lib/db';
// endpoint: ALL /api/n2 bounded (the body parser of API routes takes 1 MB)
export default async function handler(req: any, res: any) { await db.post.create({ data: req.body }); res.json({}); }

// file: next/pages/api/n3.ts
import { db } from '../../lib/db';
export const config = { api: { bodyParser: { sizeLimit: '4mb' } } };
// endpoint: ALL /api/n3 bounded
export default async function handler(req: any, res: any) { await db.post.create({ data: req.body }); res.json({}); }

// file: next/pages/api/n4.ts
import { db } from '../../lib/db';
export const config = { api: { bodyParser: false } };
// endpoint: ALL /api/n4 bound? (without a parser the platform decides)
export default async function handler(req: any, res: any) { const chunks = []; for await (const chunk of req) chunks.push(chunk); await db.post.create({ data: { raw: Buffer.concat(chunks) } }); res.json({}); }

// file: nest/package.json
{"name": "nest-app", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@nestjs/platform-express": "10.4.0", "multer": "1.4.5-lts.1", "@prisma/client": "6.1.0"}}

// file: nest/src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app';
async function bootstrap() {
  const app = await NestFactory.create(AppModule, { rawBody: true });
  app.useBodyParser('json', { limit: '10mb' });
  await app.listen(3000);
}
bootstrap();

// file: nest/src/app.ts
import { Body, Controller, Module, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
@Controller('c')
export class PostController {
  // endpoint: POST /c bounded
  @Post() create(@Body() body: any) { return db.post.create({ data: body }); }
  // endpoint: POST /c/file bound? (MulterModule may have said how large files may be)
  @Post('file') @UseInterceptors(FileInterceptor('file')) upload(@UploadedFile() file: any) { return db.post.create({ data: { name: file.path } }); }
  // endpoint: POST /c/small bounded
  @Post('small') @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 1024 * 1024 } })) small(@UploadedFile() file: any) { return db.post.create({ data: { name: file.path } }); }
}
@Module({ controllers: [PostController] })
export class AppModule {}

// file: nuxt/package.json
{"name": "nuxt-app", "dependencies": {"nuxt": "3.14.0", "@prisma/client": "6.1.0"}}

// file: nuxt/server/api/posts.post.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts unbounded (h3 reads all of it)
export default defineEventHandler(async (event) => { await db.post.create({ data: await readBody(event) }); return {}; });

// file: svelte/package.json
{"name": "svelte-app", "devDependencies": {"@sveltejs/kit": "2.15.0", "@sveltejs/adapter-node": "5.2.0", "svelte": "5.0.0", "@prisma/client": "6.1.0"}}

// file: svelte/src/routes/api/posts/+server.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts bound? (BODY_SIZE_LIMIT of adapter-node, else the platform)
export const POST = async ({ request }) => { await db.post.create({ data: await request.json() }); return new Response(''); };

// file: trpc/package.json
{"name": "trpc-app", "dependencies": {"@trpc/server": "11.0.0", "zod": "3.23.0", "@prisma/client": "6.1.0"}}

// file: trpc/src/router.ts
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const t = initTRPC.create();
export const appRouter = t.router({
  // endpoint: MUTATION add bound?
  add: t.procedure.input(z.object({ title: z.string() })).mutation(({ input }) => db.post.create({ data: input })),
});
