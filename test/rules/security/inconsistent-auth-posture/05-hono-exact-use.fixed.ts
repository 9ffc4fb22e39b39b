import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = new Hono();
const requireToken = jwt({ secret: process.env.JWT_SECRET! });

// Covers /admin alone, not what lies beneath it.
app.use('/admin', requireToken);
app.post('/admin', async (c) => c.json(await prisma.plan.create({ data: {} })));
app.get('/admin/plans', requireToken, async (c) => c.json(await prisma.plan.findMany()));
app.post('/admin/plans', requireToken, async (c) => c.json(await prisma.plan.create({ data: {} })));
app.put('/admin/plans/:id', requireToken, async (c) => c.json(await prisma.plan.update({ where: { id: '1' }, data: {} })));
app.delete('/admin/plans/:id', jwt({ secret: process.env.JWT_SECRET! }), async (c) => c.json(await prisma.plan.delete({ where: { id: '1' } })));
export default app;
