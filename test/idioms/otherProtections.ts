// packages: express@4.21.0, express-rate-limit@7.4.0, helmet@8.0.0, csurf@1.11.0, csrf-csrf@3.0.0, morgan@1.10.0, pino-http@10.3.0, multer@1.4.5-lts.1, fastify@5.1.0, @fastify/rate-limit@10.1.0, @fastify/csrf-protection@7.0.0, hono@4.6.0, hono-rate-limiter@0.4.0, @upstash/ratelimit@2.0.0, rate-limiter-flexible@5.0.0, @prisma/client@6.1.0, zod@3.23.0

// file: src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();

// file: src/limits.ts
import express from 'express';
import rateLimit from 'express-rate-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Ratelimit } from '@upstash/ratelimit';
import { db } from './db';
const app = express();
const limiter = rateLimit({ windowMs: 60_000, limit: 10 });
const flexible = new RateLimiterMemory({ points: 5, duration: 60 });
const ratelimit = new Ratelimit({ redis: {} as any, limiter: Ratelimit.slidingWindow(10, '10 s') });
// endpoint: POST /l1 unlimited
app.post('/l1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /l2 limited
app.post('/l2', limiter, async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /l3 limited
app.post('/l3', async (req, res) => { await flexible.consume(req.ip!); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /l4 limited
app.post('/l4', async (req, res) => { const { success } = await ratelimit.limit(req.ip!); if (!success) return res.status(429).json({}); await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /l5 unlimited (nobody looks at what it says)
app.post('/l5', async (req, res) => { await ratelimit.limit(req.ip!); await db.post.deleteMany({}); res.json({}); });
app.use('/l6', limiter);
// endpoint: POST /l6/a limited
app.post('/l6/a', async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /l7 unlimited (the limiter comes later)
app.post('/l7', async (req, res) => { await db.post.deleteMany({}); res.json({}); });
app.use(limiter);
// endpoint: POST /l8 limited
app.post('/l8', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: src/sizes.ts
import express from 'express';
import multer from 'multer';
import { db } from './db';
const app = express();
app.use(express.json({ limit: '100kb' }));
const unlimited = multer({ dest: 'up' });
// endpoint: POST /b1 bounded
app.post('/b1', async (req, res) => { await db.post.create({ data: req.body }); res.json({}); });
// endpoint: POST /b2 unbounded (multer takes files of any size)
app.post('/b2', unlimited.single('file'), async (req, res) => { await db.post.create({ data: req.body }); res.json({}); });

// file: src/errors.ts
import express from 'express';
import { db } from './db';
const app = express();
// endpoint: POST /e1 uncaught
app.post('/e1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /e2 caught
app.post('/e2', async (req, res) => { try { await db.post.deleteMany({}); res.json({}); } catch { res.status(500).json({}); } });
// endpoint: POST /e3 caught
app.post('/e3', (req, res, next) => { db.post.deleteMany({}).then(() => res.json({})).catch(next); });
const wrap = (fn: any) => (req: any, res: any, next: any) => Promise.resolve(fn(req, res, next)).catch(next);
// endpoint: POST /e4 caught
app.post('/e4', wrap(async (req: any, res: any) => { await db.post.deleteMany({}); res.json({}); }));

// file: src/traces.ts
import express from 'express';
import morgan from 'morgan';
import { db } from './db';
const quiet = express();
// endpoint: POST /g1 unlogged
quiet.post('/g1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /g2 logged
quiet.post('/g2', async (req, res) => { console.log('wipe'); await db.post.deleteMany({}); res.json({}); });

// file: src/traced.ts
import express from 'express';
import morgan from 'morgan';
import { db } from './db';
const traced = express();
traced.use(morgan('combined'));
// endpoint: POST /g3 logged
traced.post('/g3', async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: src/forms.ts
import express from 'express';
import csrf from 'csurf';
import { db } from './db';
const forms = express();
// endpoint: POST /c1 forgeable
forms.post('/c1', async (req, res) => { await db.post.deleteMany({}); res.json({}); });
// endpoint: POST /c2 unforgeable
forms.post('/c2', csrf({ cookie: true }), async (req, res) => { await db.post.deleteMany({}); res.json({}); });

// file: src/hono.ts
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { bodyLimit } from 'hono/body-limit';
import { logger } from 'hono/logger';
import { rateLimiter } from 'hono-rate-limiter';
import { db } from './db';
const web = new Hono();
web.use('/w1', csrf(), bodyLimit({ maxSize: 1000 }), logger(), rateLimiter({ windowMs: 1000, limit: 1, keyGenerator: () => 'x' }));
// endpoint: POST /w1 limited unforgeable bounded caught logged
web.post('/w1', async (c) => c.json(await db.post.deleteMany({})));
// endpoint: POST /w2 unlimited forgeable unbounded caught unlogged
web.post('/w2', async (c) => c.json(await db.post.deleteMany({})));

// file: src/fastify.ts
import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { db } from './db';
const bare = Fastify();
// endpoint: POST /x1 unlimited bounded caught
bare.post('/x1', async () => db.post.deleteMany({}));

// file: src/fastifyLimited.ts
import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { db } from './db';
const limited = Fastify({ logger: true });
await limited.register(rateLimit, { max: 10, timeWindow: '1 minute' });
// endpoint: POST /x2 limited bounded caught
limited.post('/x2', async () => db.post.deleteMany({}));
