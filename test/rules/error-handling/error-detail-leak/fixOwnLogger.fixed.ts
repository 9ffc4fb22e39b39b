import express from 'express';
import { Pool } from 'pg';

interface Lines {
  (line: string): void;
  error(message: string, context?: unknown): void;
}
const safeLog: Lines = Object.assign((line: string) => process.stdout.write(line), {
  error: (message: string, context?: unknown) => process.stderr.write(JSON.stringify({ message, context })),
});

const pool = new Pool();
const app = express();

app.get('/orders', async (req, res) => {
  try {
    res.json((await pool.query('select id from orders where id = $1', [req.query.id])).rows);
  } catch (error) {
    safeLog.error('[Orders] could not be read', { error: String(error) });
    res.status(500).json({ error: 'Could not be read' });
  }
});

app.get('/invoices', async (req, res) => {
  try {
    res.json((await pool.query('select id from invoices where id = $1', [req.query.id])).rows);
  } catch (error) {
    safeLog.error('request failed', { err: error instanceof Error ? error.stack : error, route: 'GET /invoices' });
    res.status(500).json({ error: 'Internal server error' });
  }
});
