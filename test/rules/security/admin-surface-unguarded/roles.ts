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
app.put('/api/admin/plans', requireAdmin, async (req, res) => res.json(await prisma.plan.update({ where: { id: '1' }, data: {} }))); // ok: admin-surface-unguarded
app.delete('/api/admin/teams/:id', async (req, res) => { // ok: admin-surface-unguarded
  const team = await prisma.team.findUnique({ where: { id: req.params.id } });
  if (!req.user || team.ownerId !== req.user.id) return res.status(403).end();
  res.json(await prisma.team.delete({ where: { id: req.params.id } }));
});
app.post('/api/admin/exports', requireUser, async (req, res) => res.json(await prisma.export.create({ data: {} }))); // expect: admin-surface-unguarded(warning)
