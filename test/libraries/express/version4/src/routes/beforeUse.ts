import { Router } from 'express';
import { requireAuth } from '../middleware/auth';
import { prisma } from '../db';

export const beforeUse = Router();

beforeUse.use('/admin', requireAuth);
beforeUse.get('/admin/list', async (req, res) => res.json(await prisma.user.findMany()));
beforeUse.get('/administrators', async (req, res) => res.json(await prisma.user.findMany()));
beforeUse.post('/', async (req, res) => res.json(await prisma.user.create({ data: req.body })));
beforeUse.use(requireAuth);
