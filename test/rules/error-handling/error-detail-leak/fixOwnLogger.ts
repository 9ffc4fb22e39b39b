// packages: express@5.1.0, pg@8.16.0
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
    res.status(500).json({ error: 'Could not be read', details: String(error) }); // expect: error-detail-leak
  }
});

app.get('/invoices', async (req, res) => {
  try {
    res.json((await pool.query('select id from invoices where id = $1', [req.query.id])).rows);
  } catch (error) {
    res.status(500).json({ error: String(error) }); // expect: error-detail-leak
  }
});
