// file: src/app.ts
// packages: hono@4.6.0, @prisma/client@6.0.0
import { Hono } from 'hono';
import { PrismaClient } from '@prisma/client';

const app = new Hono();
const prisma = new PrismaClient();

async function isGenuine(body: string, signature: string, secret: string) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const expected = Buffer.from(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(body))).toString('hex');
  if (expected.length !== signature.length) return false;
  let difference = 0;
  for (let at = 0; at < expected.length; at++) difference |= expected.charCodeAt(at) ^ signature.charCodeAt(at);
  return difference === 0;
}

app.post('/webhooks/calls', async (c) => { // ok: unverified-webhook
  const body = await c.req.text();
  if (!(await isGenuine(body, c.req.header('x-signature') ?? '', process.env.HOOK_SECRET!))) return c.json({ error: 'bad signature' }, 401);
  await prisma.call.create({ data: JSON.parse(body) });
  return c.json({});
});

app.post('/webhooks/unheeded', async (c) => { // expect: unverified-webhook
  const body = await c.req.text();
  const genuine = await isGenuine(body, c.req.header('x-signature') ?? '', process.env.HOOK_SECRET!);
  console.log('genuine', genuine);
  await prisma.call.create({ data: JSON.parse(body) });
  return c.json({});
});
