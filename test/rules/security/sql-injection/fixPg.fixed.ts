import express from 'express';
import { Pool } from 'pg';

const app = express();
const pool = new Pool();

app.get('/orders', async (req, res) => {
  const { rows } = await pool.query(`SELECT * FROM orders WHERE status = $1 AND total > $2`, [req.query.status, req.query.total]);
  res.json(rows);
});
