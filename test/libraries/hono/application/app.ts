// packages: hono@4.13.19, @prisma/client@6.1.0, zod@4.0.0, @hono/zod-validator@0.7.0
import { zValidator } from '@hono/zod-validator';
import { PrismaClient } from '@prisma/client';
import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { every, except, some } from 'hono/combine';
import { jwt } from 'hono/jwt';
import { logger } from 'hono/logger';
import { rateLimiter } from 'hono-rate-limiter';
import { z } from 'zod';
import { requireUser } from './guard';

const prisma = new PrismaClient();
const app = new Hono();

app.use(logger());
app.use('/admin', requireUser);
app.use('/account/*', requireUser);

app.get('/admin', (c) => c.json({ page: 'admin' }));
// The pattern has no wildcard: this one is open.
app.delete('/admin/users/:id', async (c) => c.json(await prisma.user.delete({ where: { id: c.req.param('id') } })));
app.get('/account', async (c) => c.json(await prisma.user.findMany()));
app.patch('/account/email', zValidator('json', z.object({ email: z.email() })), async (c) => {
  const { email } = c.req.valid('json');
  return c.json(await prisma.user.update({ where: { id: c.get('user').id }, data: { email } }));
});

const orders = new Hono();
orders.use('*', jwt({ secret: process.env.JWT_SECRET! }));
orders.get('/', async (c) => c.json(await prisma.order.findMany()));
app.route('/orders', orders);

// Guarded by the sub-application before it on the same prefix.
const more = new Hono();
more.get('/more', async (c) => c.json(await prisma.order.count()));
app.route('/orders', more);

// What stands in front of the base path keeps its own.
const reports = new Hono()
  .get('/', async (c) => c.json(await prisma.order.count()))
  .basePath('/yearly')
  .get('/', async (c) => c.json(await prisma.order.count()))
  .get('/totals', async (c) => c.json(await prisma.order.count()));
app.route('/reports', reports);

const internal = new Hono().basePath('/internal');
internal.use(every(rateLimiter({ limit: 10 }), bearerAuth({ token: process.env.TOKEN! })));
internal.post('/sync', async (c) => c.json(await prisma.order.deleteMany()));
app.route('/', internal);

app.get('/either', some(bearerAuth({ token: process.env.TOKEN! }), rateLimiter({ limit: 10 })), async (c) => c.json(await prisma.order.count()));
app.use('/shop/*', except('/shop/list', requireUser));
app.get('/shop/list', async (c) => c.json(await prisma.product.findMany()));
app.post('/shop/buy', async (c) => c.json(await prisma.order.create({ data: await c.req.json() })));

export default app;
