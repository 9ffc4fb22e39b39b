// packages: express@5.1.0, pg@8.13.0
import express from 'express';
import { Pool } from 'pg';

const app = express();
const pool = new Pool();

app.get('/orders', async (req, res) => {
  const { rows } = await pool.query(`SELECT * FROM orders WHERE status = '${req.query.status}' AND total > ${req.query.total}`); // expect: sql-injection
  res.json(rows);
});
