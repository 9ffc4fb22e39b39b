// packages: express@5.1.0, pg@8.16.0
import express, { type Response } from 'express';
import { Pool } from 'pg';

const pool = new Pool();
const app = express();

function fail(res: Response, status: number, message: string) {
  res.status(status).json({ error: message });
}

app.get('/orders', async (req, res) => {
  try {
    res.json((await pool.query('select id from orders where id = $1', [req.query.id])).rows);
  } catch (error) {
    fail(res, 500, (error as Error).message); // expect: error-detail-leak
  }
});

app.get('/invoices', async (req, res) => {
  try {
    res.json((await pool.query('select id from invoices where id = $1', [req.query.id])).rows);
  } catch (error) {
    fail(res, 502, error instanceof Error ? error.message : 'Unknown'); // expect: error-detail-leak
  }
});

app.get('/lines', async (req, res) => {
  try {
    res.json((await pool.query('select id from lines where id = $1', [req.query.id])).rows);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return fail(res, 500, `Could not read: ${text}`); // expect: error-detail-leak
  }
});
