// packages: express@5.1.0, @prisma/client@6.0.0
import express, { type Express } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export function registerRoutes(app: Express) {
  app.get('/api/admin/users', adminAuth, async (req, res) => res.json(await prisma.user.findMany())); // ok: inconsistent-auth-posture
  app.post('/api/admin/users', adminAuth, async (req, res) => res.json(await prisma.user.create({ data: req.body }))); // ok: inconsistent-auth-posture
  app.delete('/api/admin/users/:id', adminAuth, async (req, res) => res.json(await prisma.user.delete({ where: { id: req.params.id } }))); // ok: inconsistent-auth-posture
  app.post('/api/admin/users/import', async (req, res) => res.json(await prisma.user.createMany({ data: req.body }))); // expect: inconsistent-auth-posture(error medium)
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 3 of 4 routes under /api/admin/users call adminAuth; POST /api/admin/users/import does not.

  async function adminAuth(req: express.Request, res: express.Response, next: express.NextFunction) {
    if (!req.user) return res.status(401).json({ error: 'Sign in first' });
    if (req.user.role !== 'admin') return res.status(403).json({ error: 'Administrators only' });
    next();
  }
}
