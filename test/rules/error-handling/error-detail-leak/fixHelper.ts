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

const textOf = (error: unknown) => (error instanceof Error ? error.message : 'Unknown error');

app.get('/notes', async (req, res) => {
  try {
    res.json((await pool.query('select id from notes where id = $1', [req.query.id])).rows);
  } catch (error) {
    res.status(500).json({ error: textOf(error) }); // expect: error-detail-leak
  }
});

app.get('/tasks', async (req, res) => {
  try {
    res.json((await pool.query('select id from tasks where id = $1', [req.query.id])).rows);
  } catch (error) {
    const message = textOf(error);
    console.error('tasks', message);
    fail(res, 500, message); // expect: error-detail-leak
  }
});
