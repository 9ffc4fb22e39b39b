import express from 'express';
import { createClient } from '@supabase/supabase-js';
import { Pool } from 'pg';
import { byStatus, counted, inDevelopment, replaced, sendError, sendFailure } from './lib/answers';

const pool = new Pool();
const app = express();
const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);

class Refusal extends Error {}

app.get('/orders', async (req, res) => {
  try {
    res.json((await pool.query('select id, total from orders where id = $1', [req.query.id])).rows);
  } catch (error) {
    if (error instanceof Refusal) return sendError(res, 409, error.message); // ok: error-detail-leak
    sendError(res, 500, (error as Error).message); // expect: error-detail-leak(warning high)
    //                  ^^^^^^^^^^^^^^^^^^^^^^^^
  }
});

app.get('/invoices', async (req, res) => {
  try {
    res.json((await pool.query('select id from invoices where id = $1', [req.query.id])).rows);
  } catch (error: any) {
    if (req.query.again) sendError(res, 400, error.message); // expect: error-detail-leak(warning low)
    else if (req.query.late) sendFailure(res, error.message, 503); // expect: error-detail-leak(warning high)
    else if (req.query.kind) sendFailure(res, error.stack); // expect: error-detail-leak(error high)
    else sendFailure(res); // ok: error-detail-leak
  }
});

app.get('/quiet', async (req, res) => {
  try {
    res.json((await pool.query('select id from quiet where id = $1', [req.query.id])).rows);
  } catch (error: any) {
    if (req.query.a) inDevelopment(res, error.message); // ok: error-detail-leak
    else if (req.query.b) byStatus(res, 500, error.message); // ok: error-detail-leak
    else if (req.query.c) replaced(res, 500, error.message); // ok: error-detail-leak
    else if (req.query.d) counted(res, error.message); // ok: error-detail-leak
    else if (req.query.e) sendError(res, 500, error.code); // ok: error-detail-leak
    else sendFailure(res, error); // ok: error-detail-leak
  }
});

app.get('/own', async (req, res) => {
  try {
    res.json((await pool.query('select id from own where id = $1', [req.query.id])).rows);
  } catch (failure) {
    told((failure as Error).message); // expect: error-detail-leak
  }
  function told(text: string) {
    res.status(500).json({ text });
  }
});

app.get('/chained', (req, res) => {
  pool
    .query('select id from chained where id = $1', [req.query.id])
    .then(({ rows }) => res.json(rows))
    .catch((error: Error) => sendError(res, 500, error.message)); // expect: error-detail-leak
});

app.get('/rows', async (req, res) => {
  const { data, error } = await supabase.from('rows').select('id').limit(5);
  if (error) return sendError(res, 500, error.message); // expect: error-detail-leak
  res.json(data);
});

app.listen(3000);
