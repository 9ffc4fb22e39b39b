import express, { type Express } from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export function registerRoutes(app: Express) {
  app.get('/api/admin/users', adminAuth, async (req, res) => res.json(await prisma.user.findMany()));
  app.post('/api/admin/users', adminAuth, async (req, res) => res.json(await prisma.user.create({ data: req.body })));
  app.delete('/api/admin/users/:id', adminAuth, async (req, res) => res.json(await prisma.user.delete({ where: { id: req.params.id } })));
  app.post('/api/admin/users/import', adminAuth, async (req, res) => res.json(await prisma.user.createMany({ data: req.body })));

  async function adminAuth(req: express.Request, res: express.Response, next: express.NextFunction) {
    if (!req.user) return res.status(401).json({ error: 'Sign in first' });
    if (req.user.role !== 'admin') return res.status(403).json({ error: 'Administrators only' });
    next();
  }
}
