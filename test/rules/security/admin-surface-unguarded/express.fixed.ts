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

app.get('/api/admin/users', requireAdmin, async (req, res) => res.json(await prisma.user.findMany()));
app.post('/api/admin/users', requireAdmin, async (req, res) => res.json(await prisma.user.create({ data: {} })));
app.delete('/api/admin/users/:id', requireAdmin, async (req, res) => res.json(await prisma.user.delete({ where: { id: '1' } })));
app.put('/api/admin/plans', requireAdmin, async (req, res) => res.json(await prisma.plan.update({ where: { id: '1' }, data: {} })));
app.post('/api/admin/refunds', async (req, res) => res.json(await prisma.refund.create({ data: {} })));
app.post('/api/admin/exports', requireUser, async (req, res) => res.json(await prisma.export.create({ data: {} })));
app.post('/api/internal/refunds', requireAdmin, async (req, res) => res.json(await prisma.refund.create({ data: {} })));
app.post('/api/admin/login', async (req, res) => res.json(await prisma.session.create({ data: {} })));
app.post('/api/administrators', requireUser, async (req, res) => res.json(await prisma.note.create({ data: {} })));
app.get('/api/admin/ping', (req, res) => res.json({ ok: true }));
app.post('/api/debug/reset-database', requireAdmin, async (req, res) => res.json(await prisma.user.deleteMany({})));
app.post('/api/auth/migrate/accounts', requireAdmin, async (req, res) => res.json(await prisma.user.create({ data: { role: 'admin' } })));
app.post('/api/auth/admin', async (req, res) => res.json(await prisma.session.create({ data: {} })));
