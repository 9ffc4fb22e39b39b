// packages: express@5.1.0, pg@8.13.0
import express from 'express';
import { Pool } from 'pg';

const app = express();
const pool = new Pool();
const columns = { name: 'name', date: 'created_at' } as const;
const typed: Record<string, string> = { name: 'name', date: 'created_at' };
const directions = new Map([['up', 'ASC'], ['down', 'DESC']]);
const keys = ['name', 'date'];
const nested = { users: { name: 'u.name' }, orders: { name: 'o.name' } };
enum Order { up = 'ASC', down = 'DESC' }

function columnOf(key: string): string {
  switch (key) {
    case 'name': return 'name';
    case 'date': return 'created_at';
    default: return 'id';
  }
}
function chosen(key: string): string {
  if (key === 'name') return 'name';
  return 'id';
}

app.get('/a', async (req, res) => {
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${columns[req.query.sort as 'name']}`)); // ok: sql-injection
});
app.get('/b', async (req, res) => {
  const sort = columns[req.query.sort as keyof typeof columns] ?? 'id';
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort}`)); // ok: sql-injection
});
app.get('/c', async (req, res) => {
  const sort = typed[String(req.query.sort)] || typed.name;
  res.json(await pool.query('SELECT * FROM t ORDER BY ' + sort)); // ok: sql-injection
});
app.get('/d', async (req, res) => {
  res.json(await pool.query(`SELECT * FROM t ORDER BY id ${directions.get(String(req.query.dir)) ?? 'ASC'}`)); // ok: sql-injection
});
app.get('/e', async (req, res) => {
  const sort = keys.includes(String(req.query.sort)) ? req.query.sort : 'id';
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort}`)); // ok: sql-injection
});
app.get('/f', async (req, res) => {
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${columnOf(String(req.query.sort))}`)); // ok: sql-injection
});
app.get('/g', async (req, res) => {
  let sort = 'id';
  switch (req.query.sort) {
    case 'name': sort = 'name'; break;
    case 'date': sort = 'created_at'; break;
  }
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort} ${chosen(String(req.query.x))}`)); // ok: sql-injection
});
app.get('/h', async (req, res) => {
  const sort = { name: 'name', date: 'created_at' }[req.query.sort as string] ?? 'id';
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort}`)); // ok: sql-injection
});
app.get('/i', async (req, res) => {
  const sort = nested[req.query.table as 'users'][req.query.sort as 'name'];
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort} ${Order[req.query.dir as 'up']}`)); // ok: sql-injection
});
app.get('/j', async (req, res) => {
  const sort = Object.keys(columns).includes(String(req.query.sort)) ? req.query.sort : 'name';
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort}`)); // ok: sql-injection
});
app.get('/k', async (req, res) => {
  const sort = req.query.sort as string;
  if (!(sort in columns)) return res.sendStatus(400);
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort}`)); // ok: sql-injection
});
app.get('/l', async (req, res) => {
  const sort = keys.find((key) => key === req.query.sort) ?? 'id';
  const other = keys[Number(req.query.index)];
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort}, ${other}`)); // ok: sql-injection
});
app.get('/m', async (req, res) => {
  const sort = (() => { switch (req.query.sort) { case 'name': return 'name'; default: return 'id'; } })();
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort}`)); // ok: sql-injection
});
app.get('/bad/a', async (req, res) => {
  const open = { name: 'name', free: req.query.column };
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${open[req.query.sort as 'name']}`)); // expect: sql-injection
});
app.get('/bad/b', async (req, res) => {
  const sort = columns[req.query.sort as 'name'] ?? req.query.sort;
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort}`)); // expect: sql-injection
});
app.get('/bad/c', async (req, res) => {
  const own = { name: 'name' };
  own.name = String(req.query.name);
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${own['name']}`)); // expect: sql-injection
});
app.get('/bad/d', async (req, res) => {
  const sort = keys.includes('name') ? req.query.sort : 'id';
  res.json(await pool.query(`SELECT * FROM t ORDER BY ${sort}`)); // expect: sql-injection
});
