// packages: fastify@5.0.0, @fastify/rate-limit@10.0.0, argon2@0.44.0
import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import argon2 from 'argon2';

declare function hashOf(email: string): Promise<string>;

const open = Fastify();
open.post('/login', async (request) => { // expect: missing-rate-limit
  const { email, password } = request.body as { email: string; password: string };
  return { ok: await argon2.verify(await hashOf(email), password) };
});

const app = Fastify();
await app.register(rateLimit, { max: 100, timeWindow: '1 minute' });
app.post('/login', async (request) => { // ok: missing-rate-limit
  const { email, password } = request.body as { email: string; password: string };
  return { ok: await argon2.verify(await hashOf(email), password) };
});

const some = Fastify();
await some.register(rateLimit, { global: false });
some.post('/login', { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } }, async (request) => { // ok: missing-rate-limit
  const { email, password } = request.body as { email: string; password: string };
  return { ok: await argon2.verify(await hashOf(email), password) };
});
some.post('/v2/login', { preHandler: some.rateLimit({ max: 5 }) }, async (request) => { // ok: missing-rate-limit
  const { email, password } = request.body as { email: string; password: string };
  return { ok: await argon2.verify(await hashOf(email), password) };
});
