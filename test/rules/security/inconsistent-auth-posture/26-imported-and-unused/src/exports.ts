import { Router } from 'express';
import { requireRole } from './guards';
import { prisma } from './prisma';

export const exportsRouter = Router();
exportsRouter.post('/', async (req, res) => res.json(await prisma.exports.create({ data: req.body }))); // expect: inconsistent-auth-posture(error medium)
