// packages: hono@4.13.0, @hono/zod-validator@0.7.0, @prisma/client@6.0.0, zod@4.0.0
import { zValidator } from '@hono/zod-validator';
import { PrismaClient } from '@prisma/client';
import { Hono } from 'hono';
import { z } from 'zod';

const app = new Hono();
const prisma = new PrismaClient();
const Described = z.object({ name: z.string() });
const Kept = Described.passthrough();

app.post('/kept', zValidator('json', Kept), async (c) => {
  const data = c.req.valid('json'); // expect: mass-assignment(error medium)
  return c.json(await prisma.user.create({ data }));
});
app.post('/inline', zValidator('json', z.looseObject({ name: z.string() })), async (c) => {
  return c.json(await prisma.user.create({ data: c.req.valid('json') })); // expect: mass-assignment
});
app.put('/form', zValidator('form', Described.catchall(z.string())), async (c) => {
  const form = c.req.valid('form'); // expect: mass-assignment
  return c.json(await prisma.user.create({ data: { ...form, createdBy: 'web' } }));
});
app.post('/described', zValidator('json', Described), async (c) => {
  const data = c.req.valid('json'); // ok: mass-assignment
  return c.json(await prisma.user.create({ data }));
});
app.post('/stripped', zValidator('json', Kept.strip()), async (c) => {
  const data = c.req.valid('json'); // ok: mass-assignment
  return c.json(await prisma.user.create({ data }));
});
app.post('/member', zValidator('json', Kept), async (c) => {
  const { name } = c.req.valid('json'); // ok: mass-assignment
  return c.json(await prisma.user.create({ data: { name } }));
});
app.post('/other', zValidator('query', Kept), zValidator('json', Described), async (c) => {
  const data = c.req.valid('json'); // ok: mass-assignment
  return c.json(await prisma.user.create({ data }));
});
app.post('/unknown', zValidator('json', load()), async (c) => {
  const data = c.req.valid('json'); // ok: mass-assignment
  return c.json(await prisma.user.create({ data }));
});
