// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (!req.user) return res.status(401).end();
  next();
}
function requireAdmin(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (!req.user) return res.status(401).end();
  if (req.user.role !== 'admin') return res.status(403).end();
  next();
}

app.get('/api/admin/users', requireAdmin, async (req, res) => res.json(await prisma.user.findMany())); // ok: admin-surface-unguarded
app.post('/api/admin/users', requireAdmin, async (req, res) => res.json(await prisma.user.create({ data: {} }))); // ok: admin-surface-unguarded
app.delete('/api/admin/users/:id', requireAdmin, async (req, res) => res.json(await prisma.user.delete({ where: { id: '1' } }))); // ok: admin-surface-unguarded
app.put('/api/admin/plans', requireAdmin, async (req, res) => res.json(await prisma.plan.update({ where: { id: '1' }, data: {} }))); // ok: admin-surface-unguarded
app.post('/api/admin/refunds', async (req, res) => res.json(await prisma.refund.create({ data: {} }))); // expect: inconsistent-auth-posture
app.post('/api/admin/exports', requireUser, async (req, res) => res.json(await prisma.export.create({ data: {} }))); // expect: inconsistent-auth-posture
app.post('/api/internal/refunds', async (req, res) => res.json(await prisma.refund.create({ data: {} }))); // expect: admin-surface-unguarded
app.post('/api/admin/login', async (req, res) => res.json(await prisma.session.create({ data: {} }))); // ok: admin-surface-unguarded
app.post('/api/administrators', requireUser, async (req, res) => res.json(await prisma.note.create({ data: {} }))); // ok: admin-surface-unguarded
app.get('/api/admin/ping', (req, res) => res.json({ ok: true })); // ok: admin-surface-unguarded
app.post('/api/debug/reset-database', async (req, res) => res.json(await prisma.user.deleteMany({}))); // expect: admin-surface-unguarded
app.post('/api/auth/migrate/accounts', async (req, res) => res.json(await prisma.user.create({ data: { role: 'admin' } }))); // expect: admin-surface-unguarded
app.post('/api/auth/admin', async (req, res) => res.json(await prisma.session.create({ data: {} }))); // ok: admin-surface-unguarded
