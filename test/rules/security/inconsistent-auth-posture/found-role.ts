// packages: express@5.1.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  next();
}
function requireAdmin(req, res, next) {
  if (!req.user) return res.status(401).json({ error: 'Sign in first' });
  if (req.user.role !== 'admin') return res.status(403).json({ error: 'Administrators only' });
  next();
}

app.get('/api/admin/jobs', requireAdmin, async (req, res) => res.json(await prisma.job.findMany())); // ok: inconsistent-auth-posture
app.post('/api/admin/jobs', requireAdmin, async (req, res) => res.json(await prisma.job.create({ data: {} }))); // ok: inconsistent-auth-posture
app.delete('/api/admin/jobs/:id', requireAdmin, async (req, res) => res.json(await prisma.job.delete({ where: { id: req.params.id } }))); // ok: inconsistent-auth-posture
app.put('/api/admin/jobs/:id', requireAdmin, async (req, res) => res.json(await prisma.job.update({ where: { id: req.params.id }, data: {} }))); // ok: inconsistent-auth-posture
// Whoever calls is looked up, and has to be an administrator.
app.post('/api/admin/jobs/sync', requireUser, async (req, res) => { // ok: inconsistent-auth-posture
  const userId = req.user.claims.sub;
  const user = await prisma.user.findUnique({ where: { id: userId } });
  if (!user?.isAdmin) return res.status(403).json({ error: 'Administrators only' });
  res.json(await prisma.job.updateMany({ data: { due: true } }));
});
// Somebody else is looked up.
app.post('/api/admin/jobs/assign', requireUser, async (req, res) => { // expect: inconsistent-auth-posture
  const user = await prisma.user.findUnique({ where: { id: req.body.userId } });
  if (!user?.isAdmin) return res.status(403).json({ error: 'Administrators only' });
  res.json(await prisma.job.updateMany({ data: { owner: user.id } }));
});
app.post('/api/admin/jobs/run', requireUser, async (req, res) => res.json(await prisma.job.updateMany({ data: { due: true } }))); // expect: inconsistent-auth-posture
app.listen(3000);
