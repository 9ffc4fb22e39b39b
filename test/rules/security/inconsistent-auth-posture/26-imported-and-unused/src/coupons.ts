import { Router } from 'express';
import { requireRole } from './guards';
import { prisma } from './prisma';

export const coupons = Router();
coupons.post('/', requireRole('admin'), async (req, res) => res.json(await prisma.coupons.create({ data: req.body }))); // ok: inconsistent-auth-posture
