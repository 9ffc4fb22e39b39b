// packages: next@15.1.0, @prisma/client@6.1.0, bcryptjs@2.4.3

// file: lib/db.ts
import { PrismaClient } from '@prisma/client';
export const prisma = new PrismaClient();

// file: lib/limit.ts
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
export const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(5, '1 m') });

// file: lib/own.ts
const seen = new Map<string, number[]>();
export function checkLimit(ip: string): boolean {
  const now = Date.now();
  const list = (seen.get(ip) ?? []).filter((t) => now - t < 60000);
  if (list.length >= 5) return false;
  list.push(now);
  seen.set(ip, list);
  return true;
}
export async function assertLimit(req: Request) {
  if (!checkLimit(req.headers.get('x-forwarded-for') ?? '')) throw new Response('', { status: 429 });
}

// file: app/api/login-arcjet/route.ts
// endpoint: POST /api/login-arcjet limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import arcjet, { tokenBucket } from '@arcjet/next';
const aj = arcjet({ key: process.env.ARCJET_KEY!, rules: [tokenBucket({ mode: 'LIVE', refillRate: 5, interval: 10, capacity: 10 })] });
export async function POST(req: Request) {
  const decision = await aj.protect(req, { requested: 1 });
  if (decision.isDenied()) return new Response('', { status: 429 });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-botid/route.ts
// endpoint: POST /api/login-botid limit?
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import { checkBotId } from 'botid/server';
export async function POST(req: Request) {
  const v = await checkBotId();
  if (v.isBot) return new Response('', { status: 403 });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-dbCount/route.ts
// endpoint: POST /api/login-dbCount limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';

export async function POST(req: Request) {
  const n = await prisma.attempt.count({
    where: { ip: req.headers.get('x-forwarded-for') ?? '', at: { gt: new Date(Date.now() - 60000) } },
  });
  if (n > 5) return new Response('', { status: 429 });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-firewall/route.ts
// endpoint: POST /api/login-firewall limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import { checkRateLimit } from '@vercel/firewall';
export async function POST(req: Request) {
  const { rateLimited } = await checkRateLimit('login', { request: req });
  if (rateLimited) return new Response('', { status: 429 });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-flexible/route.ts
// endpoint: POST /api/login-flexible limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import { RateLimiterMemory } from 'rate-limiter-flexible';
const limiter = new RateLimiterMemory({ points: 5, duration: 60 });
export async function POST(req: Request) {
  try {
    await limiter.consume(req.headers.get('x-forwarded-for') ?? '');
  } catch {
    return new Response('', { status: 429 });
  }
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-helper/route.ts
// endpoint: POST /api/login-helper limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import { checkLimit } from '../../../lib/own';
export async function POST(req: Request) {
  if (!checkLimit(req.headers.get('x-forwarded-for') ?? '')) return new Response('', { status: 429 });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-helperThrows/route.ts
// endpoint: POST /api/login-helperThrows limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import { assertLimit } from '../../../lib/own';
export async function POST(req: Request) {
  await assertLimit(req);
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-ignoredLimit/route.ts
// endpoint: POST /api/login-ignoredLimit unlimited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import { ratelimit } from '../../../lib/limit';
export async function POST(req: Request) {
  await ratelimit.limit('x');
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-lockout/route.ts
// endpoint: POST /api/login-lockout limit?
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';

export async function POST(req: Request) {
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (user?.lockedUntil && user.lockedUntil > new Date()) return new Response('', { status: 423 });
  if (!user || !(await bcrypt.compare(password, user.hash))) {
    await prisma.user.update({
      where: { email },
      data: { failed: { increment: 1 }, lockedUntil: user && user.failed > 4 ? new Date(Date.now() + 900000) : null },
    });
    return new Response('', { status: 401 });
  }
  return Response.json({ token: 'x' });
}

// file: app/api/login-lru/route.ts
// endpoint: POST /api/login-lru limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import { LRUCache } from 'lru-cache';
const cache = new LRUCache<string, number>({ max: 500, ttl: 60000 });
export async function POST(req: Request) {
  const ip = req.headers.get('x-forwarded-for') ?? '';
  const n = cache.get(ip) ?? 0;
  if (n > 5) return new Response('', { status: 429 });
  cache.set(ip, n + 1);
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-mapOwn/route.ts
// endpoint: POST /api/login-mapOwn limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
const hits = new Map<string, { n: number; at: number }>();
export async function POST(req: Request) {
  const ip = req.headers.get('x-forwarded-for') ?? '';
  const now = Date.now();
  const h = hits.get(ip);
  if (h && now - h.at < 60000 && h.n >= 5) return new Response('', { status: 429 });
  hits.set(ip, { n: (h?.n ?? 0) + 1, at: h?.at ?? now });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-none/route.ts
// endpoint: POST /api/login-none unlimited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';

export async function POST(req: Request) {
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-recaptcha/route.ts
// endpoint: POST /api/login-recaptcha limit?
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';

export async function POST(req: Request) {
  const { token } = await req.clone().json();
  const v = await fetch(`https://www.google.com/recaptcha/api/siteverify?secret=${process.env.T}&response=${token}`, {
    method: 'POST',
    signal: AbortSignal.timeout(5000),
  }).then((r) => r.json());
  if (!v.success || v.score < 0.5) return new Response('', { status: 400 });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-redisIncr/route.ts
// endpoint: POST /api/login-redisIncr limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import Redis from 'ioredis';
const redis = new Redis(process.env.REDIS!);
export async function POST(req: Request) {
  const ip = req.headers.get('x-forwarded-for') ?? '';
  const n = await redis.incr(`login:${ip}`);
  if (n === 1) await redis.expire(`login:${ip}`, 60);
  if (n > 5) return new Response('', { status: 429 });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-turnstile/route.ts
// endpoint: POST /api/login-turnstile limit?
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';

export async function POST(req: Request) {
  const { token } = await req.clone().json();
  const v = await fetch('https://challenges.cloudflare.com/turnstile/v0/siteverify', {
    method: 'POST',
    body: JSON.stringify({ secret: process.env.T, response: token }),
    signal: AbortSignal.timeout(5000),
  }).then((r) => r.json());
  if (!v.success) return new Response('', { status: 400 });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-unkey/route.ts
// endpoint: POST /api/login-unkey limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import { Ratelimit } from '@unkey/ratelimit';
const rl = new Ratelimit({ rootKey: process.env.UNKEY!, namespace: 'x', limit: 5, duration: '60s' });
export async function POST(req: Request) {
  const r = await rl.limit('x');
  if (!r.success) return new Response('', { status: 429 });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-upstash/route.ts
// endpoint: POST /api/login-upstash limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(5, '1 m') });
export async function POST(req: Request) {
  const { success } = await ratelimit.limit(req.headers.get('x-forwarded-for') ?? '');
  if (!success) return new Response('', { status: 429 });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}

// file: app/api/login-upstashLib/route.ts
// endpoint: POST /api/login-upstashLib limited
import bcrypt from 'bcryptjs';
import { prisma } from '../../../lib/db';
import { ratelimit } from '../../../lib/limit';
export async function POST(req: Request) {
  const { success } = await ratelimit.limit('x');
  if (!success) return new Response('', { status: 429 });
  const { email, password } = await req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user || !(await bcrypt.compare(password, user.hash))) return new Response('', { status: 401 });
  return Response.json({ token: 'x' });
}
