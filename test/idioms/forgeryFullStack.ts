// packages: @prisma/client@6.1.0

// file: next/package.json
{"name": "next-app", "dependencies": {"next": "15.1.0", "@edge-csrf/nextjs": "2.5.2", "@prisma/client": "6.1.0"}}

// file: next/lib/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: next/lib/csrf.ts
import { cookies, headers } from 'next/headers';
export async function assertSameOrigin() {
  const list = await headers();
  const origin = list.get('origin');
  const host = list.get('host');
  if (!origin || new URL(origin).host !== host) throw new Error('Cross-site request');
}
export function verifyCsrfToken(request: Request): boolean {
  const header = request.headers.get('x-csrf-token');
  const cookie = request.headers.get('cookie')?.match(/csrf=([^;]+)/)?.[1];
  return header !== null && header === cookie;
}
export async function validCsrf(request: Request) {
  const token = request.headers.get('x-csrf-token');
  const stored = (await cookies()).get('csrf-token')?.value;
  if (!token || !stored || token !== stored) return false;
  return true;
}

// file: next/app/actions.ts
'use server';
import { db } from '../lib/db';
// endpoint: ACTION wipe unforgeable (Next.js compares the origin of actions with the host)
export async function wipe() { await db.post.deleteMany({}); }

// file: next/app/api/n1/route.ts
import { db } from '../../../lib/db';
// endpoint: POST /api/n1 forgeable (route handlers are asked by whoever wants)
export async function POST() { await db.post.deleteMany({}); return Response.json({}); }

// file: next/app/api/n2/route.ts
import { db } from '../../../lib/db';
// endpoint: POST /api/n2 unforgeable
export async function POST(request: Request) {
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  if (!origin || new URL(origin).host !== host) return Response.json({ error: 'Forbidden' }, { status: 403 });
  await db.post.deleteMany({});
  return Response.json({});
}

// file: next/app/api/n3/route.ts
import { db } from '../../../lib/db';
import { assertSameOrigin } from '../../../lib/csrf';
// endpoint: POST /api/n3 unforgeable
export async function POST() { await assertSameOrigin(); await db.post.deleteMany({}); return Response.json({}); }

// file: next/app/api/n4/route.ts
import { db } from '../../../lib/db';
import { verifyCsrfToken } from '../../../lib/csrf';
// endpoint: POST /api/n4 unforgeable
export async function POST(request: Request) { if (!verifyCsrfToken(request)) return Response.json({}, { status: 403 }); await db.post.deleteMany({}); return Response.json({}); }
// endpoint: PUT /api/n4 forgeable (nobody looks at what it says)
export async function PUT(request: Request) { verifyCsrfToken(request); await db.post.deleteMany({}); return Response.json({}); }

// file: next/app/api/n5/route.ts
import { cookies } from 'next/headers';
import { db } from '../../../lib/db';
import { validCsrf } from '../../../lib/csrf';
// endpoint: POST /api/n5 unforgeable
export async function POST(request: Request) { if (!(await validCsrf(request))) return Response.json({}, { status: 403 }); await db.post.deleteMany({}); return Response.json({}); }
// endpoint: PUT /api/n5 absent NONE unforgeable
export async function PUT(request: Request) {
  const token = request.headers.get('x-csrf-token');
  const stored = (await cookies()).get('csrf_token')?.value;
  if (token !== stored) return Response.json({}, { status: 403 });
  await db.post.deleteMany({});
  return Response.json({});
}

// file: edge/package.json
{"name": "edge-app", "dependencies": {"next": "15.1.0", "@edge-csrf/nextjs": "2.5.2", "@prisma/client": "6.1.0"}}

// file: edge/middleware.ts
import { createCsrfMiddleware } from '@edge-csrf/nextjs';
export const middleware = createCsrfMiddleware({ cookie: { secure: true } });

// file: edge/app/api/e1/route.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/e1 unforgeable
export async function POST() { await db.post.deleteMany({}); return Response.json({}); }

// file: nest/package.json
{"name": "nest-app", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "csurf": "1.11.0", "@prisma/client": "6.1.0"}}

// file: nest/src/main.ts
import { NestFactory } from '@nestjs/core';
import csurf from 'csurf';
import { AppModule } from './app';
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.use(csurf({ cookie: true }));
  await app.listen(3000);
}
bootstrap();

// file: nest/src/app.ts
import { Controller, Module, Post } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
@Controller('c')
export class FormController {
  // endpoint: POST /c unforgeable
  @Post() create() { return db.post.deleteMany({}); }
}
@Module({ controllers: [FormController] })
export class AppModule {}

// file: nest12/package.json
{"name": "nest-twelve", "dependencies": {"@nestjs/common": "12.5.1", "@nestjs/core": "12.5.1", "@prisma/client": "6.1.0"}}

// file: nest12/src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app';
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.enableCsrfProtection();
  await app.listen(3000);
}
bootstrap();

// file: nest12/src/app.ts
import { Controller, Module, Post } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
@Controller('c')
export class FormController {
  // endpoint: POST /c unforgeable (it compares the origin with the host: @nestjs/core 12, cross-origin-protection.js)
  @Post() create() { return db.post.deleteMany({}); }
}
@Module({ controllers: [FormController] })
export class AppModule {}

// file: svelte/package.json
{"name": "svelte-app", "devDependencies": {"@sveltejs/kit": "2.15.0", "svelte": "5.0.0", "@prisma/client": "6.1.0"}}

// file: svelte/svelte.config.js
export default { kit: {} };

// file: svelte/src/routes/posts/+page.server.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
export const actions = {
  // endpoint: POST /posts?/wipe unforgeable (SvelteKit compares the origin of what forms send)
  wipe: async () => { await db.post.deleteMany({}); },
};

// file: svelte/src/routes/api/posts/+server.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts unforgeable (the same; anything else browsers ask for first)
export const POST = async () => { await db.post.deleteMany({}); return new Response(''); };

// file: svelteOff/package.json
{"name": "svelte-off", "devDependencies": {"@sveltejs/kit": "2.15.0", "svelte": "5.0.0", "@prisma/client": "6.1.0"}}

// file: svelteOff/svelte.config.js
import adapter from '@sveltejs/adapter-node';
/** @type {import('@sveltejs/kit').Config} */
const config = { kit: { adapter: adapter(), csrf: { checkOrigin: false } } };
export default config;

// file: svelteOff/src/routes/api/posts/+server.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts forgeable (its configuration turns the check off)
export const POST = async () => { await db.post.deleteMany({}); return new Response(''); };

// file: remix/package.json
{"name": "remix-app", "dependencies": {"@remix-run/node": "2.15.0", "@remix-run/react": "2.15.0", "remix-utils": "7.7.0", "@prisma/client": "6.1.0"}}

// file: remix/app/csrf.server.ts
import { createCookie } from '@remix-run/node';
import { CSRF } from 'remix-utils/csrf/server';
const cookie = createCookie('csrf', { path: '/', httpOnly: true, sameSite: 'lax', secrets: [process.env.CSRF_SECRET!] });
export const csrf = new CSRF({ cookie, formDataKey: 'csrf', secret: process.env.CSRF_SECRET! });

// file: remix/app/routes/one.tsx
import { PrismaClient } from '@prisma/client';
import { csrf } from '../csrf.server';
const db = new PrismaClient();
// endpoint: POST /one unforgeable (`validate` throws)
export async function action({ request }: any) { await csrf.validate(request); await db.post.deleteMany({}); return null; }
export default function Page() { return null; }

// file: remix/app/routes/two.tsx
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /two forgeable (Remix 2 checks nothing)
export async function action({ request }: any) { await db.post.deleteMany({}); return null; }
export default function Page() { return null; }

// file: router/package.json
{"name": "router-app", "dependencies": {"react-router": "7.18.5", "@react-router/node": "7.18.5", "@prisma/client": "6.1.0"}}

// file: router/app/routes/three.tsx
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /three unforgeable (since 7.12 actions of pages are refused to other origins: throwIfPotentialCSRFAttack)
export async function action({ request }: any) { await db.post.deleteMany({}); return null; }
export default function Page() { return null; }

// file: router/app/routes/four.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /four forgeable (routes without a page are not: handleResourceRequest)
export async function action({ request }: any) { await db.post.deleteMany({}); return null; }

// file: nuxt/package.json
{"name": "nuxt-app", "dependencies": {"nuxt": "3.14.0", "@prisma/client": "6.1.0"}}

// file: nuxt/server/api/posts.post.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts forgeable
export default defineEventHandler(async () => { await db.post.deleteMany({}); return {}; });

// file: nuxt/server/api/hand.post.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/hand unforgeable
export default defineEventHandler(async (event) => {
  if (getHeader(event, 'x-csrf-token') !== getCookie(event, 'csrf')) throw createError({ statusCode: 403 });
  await db.post.deleteMany({});
  return {};
});

// file: nuxtCsurf/package.json
{"name": "nuxt-csurf-app", "dependencies": {"nuxt": "3.14.0", "nuxt-csurf": "1.6.6", "@prisma/client": "6.1.0"}}

// file: nuxtCsurf/nuxt.config.ts
export default defineNuxtConfig({ modules: ['nuxt-csurf'] });

// file: nuxtCsurf/server/api/posts.post.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts unforgeable (the module puts its check in front of everything: methodsToProtect)
export default defineEventHandler(async () => { await db.post.deleteMany({}); return {}; });

// file: nuxtUnused/package.json
{"name": "nuxt-unused-app", "dependencies": {"nuxt": "3.14.0", "nuxt-csurf": "1.6.6", "@prisma/client": "6.1.0"}}

// file: nuxtUnused/nuxt.config.ts
export default defineNuxtConfig({ modules: ['@nuxt/ui'] });

// file: nuxtUnused/server/api/posts.post.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts forgeable (installed and not used)
export default defineEventHandler(async () => { await db.post.deleteMany({}); return {}; });

// file: astro/package.json
{"name": "astro", "dependencies": {"astro": "5.18.2", "@astrojs/node": "9.0.0", "@prisma/client": "6.1.0"}}

// file: astro/astro.config.mjs
import { defineConfig } from 'astro/config';
import node from '@astrojs/node';
export default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }) });

// file: astro/src/pages/api/posts.ts
import type { APIRoute } from 'astro';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts unforgeable (Astro compares the origin of what forms send)
export const POST: APIRoute = async () => { await db.post.deleteMany({}); return Response.json({}); };

// file: astro/src/pages/api/wipe.ts
import type { APIRoute } from 'astro';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: GET /api/wipe forgeable (nothing is asked of GET, and this one changes data)
export const GET: APIRoute = async () => { await db.post.deleteMany({}); return Response.json({}); };

// file: astro/src/actions/index.ts
import { defineAction } from 'astro:actions';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST wipe forgery? (the same, unless it is turned off: nothing leads from an action to the configuration)
export const server = { wipe: defineAction({ accept: 'form', handler: async () => { await db.post.deleteMany({}); } }) };

// file: astroOff/package.json
{"name": "astrooff", "dependencies": {"astro": "5.18.2", "@astrojs/node": "9.0.0", "@prisma/client": "6.1.0"}}

// file: astroOff/astro.config.mjs
import { defineConfig } from 'astro/config';
import node from '@astrojs/node';
export default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }), security: { checkOrigin: false } });

// file: astroOff/src/pages/api/posts.ts
import type { APIRoute } from 'astro';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts forgeable (its configuration turns the check off)
export const POST: APIRoute = async () => { await db.post.deleteMany({}); return Response.json({}); };

// file: astro4/package.json
{"name": "astro4", "dependencies": {"astro": "4.16.19", "@astrojs/node": "9.0.0", "@prisma/client": "6.1.0"}}

// file: astro4/astro.config.mjs
import { defineConfig } from 'astro/config';
import node from '@astrojs/node';
export default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }) });

// file: astro4/src/pages/api/posts.ts
import type { APIRoute } from 'astro';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts forgeable (before 5 it is off unless it is asked for)
export const POST: APIRoute = async () => { await db.post.deleteMany({}); return Response.json({}); };

// file: astro4On/package.json
{"name": "astro4on", "dependencies": {"astro": "4.16.19", "@astrojs/node": "9.0.0", "@prisma/client": "6.1.0"}}

// file: astro4On/astro.config.mjs
import { defineConfig } from 'astro/config';
import node from '@astrojs/node';
export default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }), security: { checkOrigin: true } });

// file: astro4On/src/pages/api/posts.ts
import type { APIRoute } from 'astro';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts unforgeable (it was asked for)
export const POST: APIRoute = async () => { await db.post.deleteMany({}); return Response.json({}); };
