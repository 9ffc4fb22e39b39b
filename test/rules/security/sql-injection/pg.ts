// packages: express@4.21.0, pg@8.13.0, zod@4.0.0
import express from 'express';
import { Pool, type PoolClient } from 'pg';
import { z } from 'zod';

const app = express();
const pool = new Pool();
const TABLE = 'orders';
const SORTS = ['created_at', 'total'];
const columns: Record<string, string> = { newest: 'created_at', dearest: 'total' };

app.get('/orders/template', async (req, res) => {
  const { rows } = await pool.query(`SELECT * FROM orders WHERE status = '${req.query.status}'`); // expect: sql-injection(error high)
  res.json(rows);
});
app.get('/orders/concatenated', async (req, res) => {
  const id = req.params.id;
  const { rows } = await pool.query('SELECT * FROM orders WHERE id = ' + id); // expect: sql-injection(error high)
  res.json(rows);
});
app.get('/orders/variable', async (req, res) => {
  const { status, customer } = req.query;
  let sql = 'SELECT * FROM orders WHERE true';
  if (status) sql += ` AND status = '${status}'`;
  if (customer) sql += ' AND customer_id = $1';
  res.json((await pool.query(sql, [customer])).rows); // expect: sql-injection(error high)
});
app.get('/orders/conditions', async (req, res) => {
  const conditions: string[] = [];
  conditions.push(`customer = '${String(req.query.customer).trim()}'`);
  res.json((await pool.query(`SELECT * FROM orders WHERE ${conditions.join(' AND ')}`)).rows); // expect: sql-injection(error high)
});
app.get('/orders/sorted', async (req, res) => {
  const { sort } = req.query;
  res.json((await pool.query(`SELECT * FROM orders ORDER BY ${sort}`)).rows); // expect: sql-injection(error high)
});
app.get('/orders/object', async (req, res) => {
  res.json((await pool.query({ text: `SELECT * FROM orders WHERE id = ${req.params.id}` })).rows); // expect: sql-injection(error high)
});
app.patch('/orders/columns', async (req, res) => {
  const sets = Object.keys(req.body).map((name, index) => `${name} = $${index + 1}`);
  await pool.query(`UPDATE orders SET ${sets.join(', ')}`, Object.values(req.body)); // expect: sql-injection(error high)
  res.end();
});

function run(sql: string, values?: unknown[], name?: string) {
  return pool.query(name ? { name, text: sql, values } : { text: sql, values });
}
app.get('/orders/helper', async (req, res) => {
  res.json((await run(`SELECT * FROM orders WHERE id = '${req.params.id}'`)).rows); // expect: sql-injection(error high)
});
app.get('/safe/helper', async (req, res) => {
  res.json((await run('SELECT * FROM orders WHERE id = $1', [req.query.id])).rows); // ok: sql-injection
});

/** A value from whoever calls this. */
export async function findByName(client: PoolClient, name: string) {
  return client.query(`SELECT * FROM customers WHERE name = '${name}'`); // expect: sql-injection(error medium)
}

app.get('/safe/values', async (req, res) => {
  res.json((await pool.query('SELECT * FROM orders WHERE id = $1', [req.params.id])).rows); // ok: sql-injection
});
app.get('/safe/constants', async (_req, res) => {
  res.json((await pool.query(`SELECT * FROM ${TABLE} ORDER BY ${SORTS[0]}`)).rows); // ok: sql-injection
});
app.get('/safe/list', async (req, res) => {
  const sort = String(req.query.sort);
  if (!SORTS.includes(sort)) return res.status(400).end();
  res.json((await pool.query(`SELECT * FROM orders ORDER BY ${sort}`)).rows); // ok: sql-injection
});
app.get('/safe/lookup', async (req, res) => {
  const column = columns[req.query.sort as string] ?? 'created_at';
  const direction = req.query.direction === 'asc' ? 'ASC' : 'DESC';
  res.json((await pool.query(`SELECT * FROM orders ORDER BY ${column} ${direction}`)).rows); // ok: sql-injection
});
app.get('/safe/number', async (req, res) => {
  const limit = Number(req.query.limit) || 20;
  const page = Math.max(1, parseInt(req.query.page as string, 10));
  res.json((await pool.query(`SELECT * FROM orders LIMIT ${limit} OFFSET ${(page - 1) * limit}`)).rows); // ok: sql-injection
});
app.get('/safe/placeholders', async (req, res) => {
  const ids = String(req.query.ids).split(',');
  const marks = ids.map((_, index) => `$${index + 1}`).join(', ');
  res.json((await pool.query(`SELECT * FROM orders WHERE id IN (${marks})`, ids)).rows); // ok: sql-injection
});
app.get('/safe/conditions', async (req, res) => {
  const values: unknown[] = [];
  const conditions: string[] = [];
  if (req.query.status) {
    values.push(req.query.status);
    conditions.push(`status = $${values.length}`);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  res.json((await pool.query(`SELECT * FROM orders ${where}`, values)).rows); // ok: sql-injection
});
const Query = z.object({ sort: z.enum(['created_at', 'total']), id: z.uuid(), q: z.string() });
app.get('/safe/schema', async (req, res) => {
  const { sort, id } = Query.parse(req.query);
  res.json((await pool.query(`SELECT * FROM orders WHERE id = '${id}' ORDER BY ${sort}`)).rows); // ok: sql-injection
});
app.get('/schema/text', async (req, res) => {
  const { q } = Query.parse(req.query);
  res.json((await pool.query(`SELECT * FROM orders WHERE note LIKE '%${q}%'`)).rows); // expect: sql-injection(error high)
});

type Sort = 'created_at' | 'total';
export async function listSorted(sort: Sort, limit: number, table: string) {
  return pool.query(`SELECT * FROM ${table} ORDER BY ${sort} LIMIT ${limit}`); // ok: sql-injection
}
