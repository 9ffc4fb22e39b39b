// packages: express@5.1.0, pg@8.13.0
import express from 'express';
import { Pool } from 'pg';
import { allowed, sortColumns } from './columns';

const app = express();
const pool = new Pool();
app.get('/a', async (req, res) => {
  const sort = sortColumns[String(req.query.sort)] ?? 'id';
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort}`)); // ok: sql-injection
});
app.get('/b', async (req, res) => {
  const sort = allowed.includes(String(req.query.sort)) ? req.query.sort : 'id';
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort}`)); // ok: sql-injection
});
