// packages: hono@4.6.0, @prisma/client@6.1.0

// What those who send a header are asked says nothing of the others.

// file: src/db.ts
import { PrismaClient } from '@prisma/client';
export const db = new PrismaClient();
export const copyAll = async () => {
  for (const person of await db.person.findMany({ take: 100 })) await db.copy.create({ data: { id: person.id } });
};

// file: src/app.ts
import { Hono } from 'hono';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { copyAll, db } from './db';
const app = new Hono();

function isGenuine(body: string, headers: Headers, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(headers.get('x-feed-signature') ?? '', 'hex'));
}

// endpoint: POST /people/sync unknown (without the header everything is copied for whoever asks)
app.post('/people/sync', async (c) => {
  const isEvent = c.req.raw.headers.get('x-feed-id') !== null;
  if (isEvent) {
    const body = await c.req.text();
    if (!isGenuine(body, c.req.raw.headers, process.env.FEED_SECRET!)) return c.json({ error: 'Unauthorized' }, 401);
    await db.copy.create({ data: JSON.parse(body) });
    return c.json({});
  } else {
    await copyAll();
    return c.json({ all: true });
  }
});

// endpoint: POST /people/either present (either is asked for something)
app.post('/people/either', async (c) => {
  if (c.req.raw.headers.get('x-feed-id') !== null) {
    const body = await c.req.text();
    if (!isGenuine(body, c.req.raw.headers, process.env.FEED_SECRET!)) return c.json({ error: 'Unauthorized' }, 401);
    await db.copy.create({ data: JSON.parse(body) });
  } else {
    if (c.req.header('authorization') !== `Bearer ${process.env.SYNC_TOKEN}`) return c.json({ error: 'Unauthorized' }, 401);
    await copyAll();
  }
  return c.json({});
});

// endpoint: POST /people/only present (without the header nothing happens)
app.post('/people/only', async (c) => {
  if (c.req.raw.headers.get('x-feed-id')) {
    const body = await c.req.text();
    if (!isGenuine(body, c.req.raw.headers, process.env.FEED_SECRET!)) return c.json({ error: 'Unauthorized' }, 401);
    await db.copy.create({ data: JSON.parse(body) });
    return c.json({});
  } else {
    return c.json({ error: 'Nothing was sent' }, 400);
  }
});

// endpoint: POST /webhooks/payments unsigned (whoever sends no signature is believed)
app.post('/webhooks/payments', async (c) => {
  try {
    const secret = process.env.PAYMENTS_SECRET;
    if (!secret) throw new Error('Not configured');
    const body = await c.req.text();
    const signature = c.req.raw.headers.get('x-payments-signature');
    if (signature) {
      const expected = createHmac('sha256', secret).update(body).digest('hex');
      if (signature !== expected) {
        console.error('Wrong signature');
        throw new Error('Wrong signature');
      }
    }
    await db.order.update({ where: { id: JSON.parse(body).id }, data: { paid: true } });
    return c.json({});
  } catch (error) {
    console.error(error);
    return c.json({ error: 'Refused' }, 400);
  }
});

// file: src/keys.ts
import { Hono } from 'hono';
import { db } from './db';
import { getSignedCookie } from 'hono/cookie';
import { digestOf } from './digests';
const app = new Hono();
// endpoint: POST /notes/clear present (whoever sends a key is looked up by it, and the others by their cookie)
app.post('/notes/clear', async (c) => {
  const key = c.req.header('x-notes-key');
  let owner: string;
  if (key) {
    const found = await db.notesKey.findUnique({ where: { hashedKey: digestOf(key) } });
    if (!found) return c.json({ error: 'Unauthorized' }, 401);
    await db.notesKey.update({ where: { id: found.id }, data: { used: new Date() } });
    owner = found.owner;
  } else {
    const cookie = await getSignedCookie(c, process.env.COOKIE_SECRET!, 'person');
    if (!cookie) return c.json({ error: 'Unauthorized' }, 401);
    owner = cookie;
  }
  await db.note.deleteMany({ where: { owner } });
  return c.json({});
});

// file: src/digests.ts
import { createHash } from 'node:crypto';
export const digestOf = (key: string) => createHash('sha256').update(key).digest('hex');
