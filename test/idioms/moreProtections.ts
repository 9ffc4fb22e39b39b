// packages: @prisma/client@6.1.0

// file: nest/package.json
{"name": "nest-app", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@nestjs/throttler": "6.0.0", "@prisma/client": "6.1.0"}}

// file: nest/src/app.ts
import { Controller, Delete, Module, Post, UseGuards } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { SkipThrottle, Throttle, ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
@Controller('n')
export class LimitedController {
  // endpoint: POST /n limited caught
  @Post() create() { return db.post.deleteMany({}); }
  // endpoint: DELETE /n unlimited
  @SkipThrottle() @Delete() remove() { return db.post.deleteMany({}); }
}
@Module({ imports: [ThrottlerModule.forRoot([{ ttl: 60000, limit: 10 }])], controllers: [LimitedController], providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }] })
export class AppModule {}

// file: nestBare/package.json
{"name": "nest-bare", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@nestjs/throttler": "6.0.0", "@prisma/client": "6.1.0"}}

// file: nestBare/src/app.ts
import { Controller, Delete, Module, Post, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
@Controller('m')
export class BareController {
  // endpoint: POST /m unlimited (the module alone limits nothing)
  @Post() create() { return db.post.deleteMany({}); }
  // endpoint: DELETE /m limited
  @UseGuards(ThrottlerGuard) @Throttle({ default: { limit: 3, ttl: 60000 } }) @Delete() remove() { return db.post.deleteMany({}); }
}
@Module({ imports: [ThrottlerModule.forRoot([{ ttl: 60000, limit: 10 }])], controllers: [BareController] })
export class AppModule {}

// file: fast/package.json
{"name": "fast", "dependencies": {"fastify": "5.1.0", "@fastify/rate-limit": "10.1.0", "@fastify/csrf-protection": "7.0.0", "@fastify/cookie": "11.0.0", "@prisma/client": "6.1.0"}}

// file: fast/src/forms.ts
import Fastify from 'fastify';
import csrf from '@fastify/csrf-protection';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const forms = Fastify();
await forms.register(csrf);
// endpoint: POST /g1 forgeable (the plugin alone asks nobody)
forms.post('/g1', async () => db.post.deleteMany({}));
// endpoint: POST /g2 unforgeable
forms.post('/g2', { onRequest: forms.csrfProtection }, async () => db.post.deleteMany({}));

// file: next/package.json
{"name": "next-app", "dependencies": {"next": "15.1.0", "@upstash/ratelimit": "2.0.0", "@arcjet/next": "1.0.0", "@prisma/client": "6.1.0"}}

// file: next/lib/limit.ts
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
export const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(5, '10 s') });
export async function mustLimit(key: string) { const { success } = await ratelimit.limit(key); if (!success) throw new Error('Too many requests'); }
export async function isLimited(key: string) { const { success } = await ratelimit.limit(key); return !success; }

// file: next/app/api/a/route.ts
import arcjet, { fixedWindow } from '@arcjet/next';
import { PrismaClient } from '@prisma/client';
import { isLimited, mustLimit, ratelimit } from '../../../lib/limit';
const db = new PrismaClient();
const aj = arcjet({ key: process.env.ARCJET_KEY!, rules: [fixedWindow({ mode: 'LIVE', window: '60s', max: 10 })] });
// endpoint: POST /api/a limited
export async function POST(request: Request) { const { success } = await ratelimit.limit('x'); if (!success) return new Response('no', { status: 429 }); await db.post.deleteMany({}); return Response.json({}); }
// endpoint: PUT /api/a unlimited (nobody looks at what it says)
export async function PUT(request: Request) { await ratelimit.limit('x'); await db.post.deleteMany({}); return Response.json({}); }
// endpoint: PATCH /api/a limited
export async function PATCH(request: Request) { await mustLimit('x'); await db.post.deleteMany({}); return Response.json({}); }
// endpoint: DELETE /api/a limited
export async function DELETE(request: Request) { const decision = await aj.protect(request); if (decision.isDenied()) return Response.json({}, { status: 429 }); await db.post.deleteMany({}); return Response.json({}); }

// file: next/app/api/b/route.ts
import { PrismaClient } from '@prisma/client';
import { isLimited, mustLimit, ratelimit } from '../../../lib/limit';
const db = new PrismaClient();
// endpoint: POST /api/b limited
export async function POST(request: Request) { if (await isLimited('x')) return new Response('no', { status: 429 }); await db.post.deleteMany({}); return Response.json({}); }
// endpoint: PUT /api/b unlimited
export async function PUT(request: Request) { await isLimited('x'); await db.post.deleteMany({}); return Response.json({}); }
// endpoint: DELETE /api/b unlimited (it is only written to a log)
export async function DELETE(request: Request) { const { success } = await ratelimit.limit('x'); if (!success) console.warn('too many'); await db.post.deleteMany({}); return Response.json({}); }

// file: koa/package.json
{"name": "koa-app", "dependencies": {"koa": "2.15.0", "@koa/router": "13.0.0", "koa-bodyparser": "4.4.0", "koa-ratelimit": "5.1.0", "@prisma/client": "6.1.0"}}

// file: koa/src/app.ts
import Koa from 'koa';
import Router from '@koa/router';
import bodyParser from 'koa-bodyparser';
import ratelimit from 'koa-ratelimit';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const app = new Koa();
const router = new Router();
app.use(bodyParser());
// endpoint: POST /k1 unlimited bounded caught
router.post('/k1', async (ctx) => { ctx.body = await db.post.deleteMany({}); });
// endpoint: POST /k2 limited bounded
router.post('/k2', ratelimit({ driver: 'memory', db: new Map(), duration: 1000, max: 10 }), async (ctx) => { ctx.body = await db.post.deleteMany({}); });
app.use(router.routes());
