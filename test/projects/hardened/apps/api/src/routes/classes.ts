import { Router } from 'express';
import { z } from 'zod';
import { asyncHandler } from '../lib/asyncHandler.js';
import { pool, prisma } from '../lib/db.js';
import { notFoundError } from '../lib/errors.js';
import { idParams, pageOf, pageQuery } from '../lib/paging.js';

/** The public timetable. Anyone can read it. */
export const classesRouter = Router();

classesRouter.get(
  '/',
  asyncHandler(async (req, res) => {
    const page = pageQuery.parse(req.query);
    const classes = await prisma.class.findMany({
      where: { startsAt: { gt: new Date() } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      ...pageOf(page),
    });
    res.json(classes);
  }),
);

classesRouter.get(
  '/search',
  asyncHandler(async (req, res) => {
    const { q } = z.object({ q: z.string().min(1).max(100) }).parse(req.query);
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const { rows } = await pool.query(
      `SELECT "id", "title", "teacher", "startsAt", "priceCents" FROM "Class"
       WHERE ("title" ILIKE $1 OR "teacher" ILIKE $1) AND "startsAt" > now()
       ORDER BY "startsAt" LIMIT 50`,
      [pattern],
    );
    res.json(rows);
  }),
);

classesRouter.get(
  '/:id',
  asyncHandler(async (req, res) => {
    const { id } = idParams.parse(req.params);
    const found = await prisma.class.findUnique({ where: { id } });
    if (!found) throw notFoundError('Class');
    res.json(found);
  }),
);
