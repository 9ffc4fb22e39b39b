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
    console.error('GET /orders failed', error);
    fail(res, 500, 'Internal server error');
  }
});

app.get('/invoices', async (req, res) => {
  try {
    res.json((await pool.query('select id from invoices where id = $1', [req.query.id])).rows);
  } catch (error) {
    console.error('GET /invoices failed', error);
    fail(res, 502, 'Bad gateway');
  }
});

app.get('/lines', async (req, res) => {
  try {
    res.json((await pool.query('select id from lines where id = $1', [req.query.id])).rows);
  } catch (error) {
    console.error('GET /lines failed', error);
    return fail(res, 500, 'Could not read');
  }
});

const textOf = (error: unknown) => (error instanceof Error ? error.message : 'Unknown error');

app.get('/notes', async (req, res) => {
  try {
    res.json((await pool.query('select id from notes where id = $1', [req.query.id])).rows);
  } catch (error) {
    console.error('GET /notes failed', error);
    res.status(500).json({ error: 'Internal server error' });
  }
});

app.get('/tasks', async (req, res) => {
  try {
    res.json((await pool.query('select id from tasks where id = $1', [req.query.id])).rows);
  } catch (error) {
    const message = textOf(error);
    console.error('tasks', message);
    fail(res, 500, 'Internal server error');
  }
});
