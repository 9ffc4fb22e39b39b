import type { Express, NextFunction, Request, Response } from 'express';
import { prisma } from '../db';

export function registerRoutes(app: Express): void {
  // Declared below its uses, inside the function.
  app.get('/api/stats', adminAuth, async (req, res) => {
    res.json(await prisma.stat.findMany());
  });
  app.get('/api/open', async (req, res) => {
    res.json(await prisma.stat.findMany());
  });

  async function adminAuth(req: Request, res: Response, next: NextFunction) {
    const session = await prisma.session.findUnique({ where: { token: req.headers.authorization } });
    if (!req.isAuthenticated()) return res.status(401).json({ error: 'Unauthorized' });
    if (req.user.role !== 'admin') return res.status(403).json({ error: 'Forbidden' });
    next();
  }
}
