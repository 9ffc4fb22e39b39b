// packages: express@5.1.0, express-rate-limit@8.0.0, rate-limiter-flexible@7.0.0, @upstash/ratelimit@2.0.0, next@16.0.0, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const prisma = new PrismaClient();
const app = express();
const limiter = new RateLimiterMemory({ points: 5, duration: 1 });

app.post('/free', async (req, res) => {
  res.json(await prisma.order.create({ data: {} }));
});
app.post('/middleware', rateLimit({ windowMs: 60_000, limit: 10 }), async (req, res) => {
  res.json(await prisma.order.create({ data: {} }));
});
app.post('/consumed', async (req, res) => {
  try {
    await limiter.consume(req.ip!);
  } catch {
    return res.status(429).end();
  }
  res.json(await prisma.order.create({ data: {} }));
});
