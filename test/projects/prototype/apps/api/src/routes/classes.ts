import { Router } from 'express';
import { pool } from '../lib/db';

export const classesRouter = Router();

classesRouter.get('/', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM "Class" WHERE "startsAt" > now() ORDER BY "startsAt"');
  res.json(rows);
});

classesRouter.get('/search', async (req, res) => {
  try {
    const term = req.query.q as string;
    const result = await pool.query(
      `SELECT id, title, teacher, "startsAt", price FROM "Class" WHERE title ILIKE '%${term}%' OR teacher ILIKE '%${term}%'`,
    );
    res.json(result.rows);
  } catch (error: any) {
    console.error(error);
    res.status(500).json({ error: error.message });
  }
});

classesRouter.get('/:id', async (req, res) => {
  try {
    const { rows } = await pool.query('SELECT * FROM "Class" WHERE id = $1', [req.params.id]);
    res.json(rows[0]);
  } catch (error) {
    res.json({});
  }
});
