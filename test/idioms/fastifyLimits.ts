// packages: fastify@5.2.0, @fastify/rate-limit@10.2.0, @prisma/client@6.1.0

// file: src/app.ts
import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const some = Fastify();
await some.register(rateLimit, { global: false, max: 10 });
// endpoint: POST /g1 unlimited (only what asks for it is limited)
some.post('/g1', async () => db.post.deleteMany({}));
// endpoint: POST /g2 limited
some.post('/g2', { config: { rateLimit: { max: 3, timeWindow: '1 minute' } } }, async () => db.post.deleteMany({}));

// file: src/all.ts
import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const all = Fastify();
await all.register(rateLimit, { max: 10 });
// endpoint: POST /g3 limited
all.post('/g3', async () => db.post.deleteMany({}));
// endpoint: POST /g4 unlimited (it is turned off for this one)
all.post('/g4', { config: { rateLimit: false } }, async () => db.post.deleteMany({}));
