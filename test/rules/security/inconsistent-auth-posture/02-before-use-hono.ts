// packages: hono@4.6.0, @prisma/client@6.0.0
import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const orders = new Hono();

orders.post('/import', async (c) => c.json(await prisma.order.createMany({ data: [] }))); // expect: inconsistent-auth-posture
orders.use('*', jwt({ secret: process.env.JWT_SECRET! }));
orders.get('/', async (c) => c.json(await prisma.order.findMany())); // ok: inconsistent-auth-posture
orders.post('/', async (c) => c.json(await prisma.order.create({ data: {} }))); // ok: inconsistent-auth-posture
orders.delete('/:id', async (c) => c.json(await prisma.order.delete({ where: { id: c.req.param('id') } }))); // ok: inconsistent-auth-posture

const app = new Hono();
app.route('/orders', orders);
export default app;
