import { Router } from 'express';
import { requireRole } from './guards';
import { prisma } from './prisma';

export const refunds = Router();
refunds.post('/', requireRole('admin'), async (req, res) => res.json(await prisma.refunds.create({ data: req.body }))); // ok: inconsistent-auth-posture
