// packages: hono@4.9.0, hono-rate-limiter@0.4.0, bcryptjs@3.0.0
import { Hono } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';
import bcrypt from 'bcryptjs';

declare function hashOf(email: string): Promise<string>;

const app = new Hono();
app.post('/login', async (c) => { // expect: missing-rate-limit
  const { email, password } = await c.req.json();
  return c.json({ ok: await bcrypt.compare(password, await hashOf(email)) });
});
app.use('/auth/*', rateLimiter({ windowMs: 60_000, limit: 10, keyGenerator: (c) => c.req.header('x-forwarded-for') ?? '' }));
app.post('/auth/login', async (c) => { // ok: missing-rate-limit
  const { email, password } = await c.req.json();
  return c.json({ ok: await bcrypt.compare(password, await hashOf(email)) });
});
export default app;
