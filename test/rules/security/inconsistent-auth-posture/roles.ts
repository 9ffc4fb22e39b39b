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

// Customers place orders and look at theirs; the staff does the rest.
app.get('/api/orders', requireUser, async (req, res) => res.json(await prisma.order.findMany({ where: { userId: req.user.id } }))); // ok: inconsistent-auth-posture
app.post('/api/orders', requireUser, async (req, res) => res.json(await prisma.order.create({ data: { userId: req.user.id } }))); // ok: inconsistent-auth-posture
app.get('/api/orders/all', requireAdmin, async (req, res) => res.json(await prisma.order.findMany())); // ok: inconsistent-auth-posture
app.patch('/api/orders/:id', requireAdmin, async (req, res) => res.json(await prisma.order.update({ where: { id: req.params.id }, data: {} }))); // ok: inconsistent-auth-posture
app.delete('/api/orders/:id', requireAdmin, async (req, res) => res.json(await prisma.order.delete({ where: { id: req.params.id } }))); // ok: inconsistent-auth-posture
app.post('/api/orders/:id/refund', requireAdmin, async (req, res) => res.json(await prisma.order.update({ where: { id: req.params.id }, data: {} }))); // ok: inconsistent-auth-posture

app.get('/api/admin/plans', requireAdmin, async (req, res) => res.json(await prisma.plan.findMany())); // ok: inconsistent-auth-posture
app.post('/api/admin/plans', requireAdmin, async (req, res) => res.json(await prisma.plan.create({ data: {} }))); // ok: inconsistent-auth-posture
app.delete('/api/admin/plans/:id', requireAdmin, async (req, res) => res.json(await prisma.plan.delete({ where: { id: req.params.id } }))); // ok: inconsistent-auth-posture
app.post('/api/admin/plans/bulk', requireUser, async (req, res) => res.json(await prisma.plan.deleteMany({}))); // expect: inconsistent-auth-posture(error medium)
app.listen(3000);
