import { Router } from 'express';
import { prisma } from '../db';

export const guardedRoutes = Router();
guardedRoutes.post('/notes', async (req, res) => { // ok: missing-auth-guard
  res.json(await prisma.note.create({ data: req.body }));
});
