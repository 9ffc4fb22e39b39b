// packages: hono@4.6.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import { Hono } from 'hono';
import { getCookie, getSignedCookie } from 'hono/cookie';

const app = new Hono();
const prisma = new PrismaClient();

app.delete('/orders/:id', async (c) => {
  if (getCookie(c, 'admin') !== 'true') return c.json({ error: 'Forbidden' }, 403); // expect: unverified-session-source
  await prisma.order.delete({ where: { id: c.req.param('id') } });
  return c.body(null, 204);
});

app.delete('/carts/:id', async (c) => {
  if (c.req.header('x-role') !== 'admin') return c.json({ error: 'Forbidden' }, 403); // expect: unverified-session-source
  await prisma.cart.delete({ where: { id: c.req.param('id') } });
  return c.body(null, 204);
});

app.delete('/signed/:id', async (c) => {
  if ((await getSignedCookie(c, process.env.COOKIE_SECRET!, 'admin')) !== 'true') return c.json({ error: 'Forbidden' }, 403); // ok: unverified-session-source
  await prisma.cart.delete({ where: { id: c.req.param('id') } });
  return c.body(null, 204);
});
