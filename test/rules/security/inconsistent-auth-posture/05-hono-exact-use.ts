// packages: hono@4.6.0, @prisma/client@6.0.0
import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = new Hono();
const requireToken = jwt({ secret: process.env.JWT_SECRET! });

// Covers /admin alone, not what lies beneath it.
app.use('/admin', requireToken);
app.post('/admin', async (c) => c.json(await prisma.plan.create({ data: {} }))); // ok: inconsistent-auth-posture
app.get('/admin/plans', requireToken, async (c) => c.json(await prisma.plan.findMany())); // ok: inconsistent-auth-posture
app.post('/admin/plans', requireToken, async (c) => c.json(await prisma.plan.create({ data: {} }))); // ok: inconsistent-auth-posture
app.put('/admin/plans/:id', requireToken, async (c) => c.json(await prisma.plan.update({ where: { id: '1' }, data: {} }))); // ok: inconsistent-auth-posture
app.delete('/admin/plans/:id', async (c) => c.json(await prisma.plan.delete({ where: { id: '1' } }))); // expect: inconsistent-auth-posture(error medium)
export default app;
