import { Router } from 'express';
import { requireAuth } from '../middleware/auth';
import { prisma } from '../db';

export const reports = Router();
reports.use(requireAuth);
reports.get('/reports', async (req, res) => res.json(await prisma.report.findMany()));

// Mounted behind `reports` on the same prefix: requests pass through its guard first.
export const exportsRouter = Router();
exportsRouter.get('/exports', async (req, res) => res.json(await prisma.report.findMany()));
