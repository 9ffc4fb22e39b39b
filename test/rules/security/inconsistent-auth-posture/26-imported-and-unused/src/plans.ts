import { Router } from 'express';
import { requireRole } from './guards';
import { prisma } from './prisma';

export const plans = Router();
plans.post('/', requireRole('admin'), async (req, res) => res.json(await prisma.plans.create({ data: req.body }))); // ok: inconsistent-auth-posture
