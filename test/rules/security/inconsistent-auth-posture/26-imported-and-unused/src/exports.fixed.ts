import { Router } from 'express';
import { requireRole } from './guards';
import { prisma } from './prisma';

export const exportsRouter = Router();
exportsRouter.post('/', requireRole('admin'), async (req, res) => res.json(await prisma.exports.create({ data: req.body })));
