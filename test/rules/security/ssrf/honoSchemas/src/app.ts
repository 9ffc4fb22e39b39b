import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { Elsewhere } from './schemas';

const app = new Hono();
const Hook = z.object({ url: z.string().url(), region: z.enum(['eu', 'us']) });

app.post('/hooks', zValidator('json', Hook), async (c) => {
  const { url } = c.req.valid('json');
  const answer = await fetch(url); // expect: ssrf
  return c.json({ ok: answer.ok });
});
app.post('/regions', zValidator('json', Hook), async (c) => {
  const hook = c.req.valid('json');
  const answer = await fetch(`https://${hook.region}.example.com/`); // ok: ssrf
  return c.json({ ok: answer.ok });
});
app.post('/elsewhere', zValidator('json', Elsewhere), async (c) => {
  const { url } = c.req.valid('json');
  const answer = await fetch(url); // ok: ssrf
  return c.json({ ok: answer.ok });
});
