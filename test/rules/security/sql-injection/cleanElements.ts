// packages: express@5.1.0, pg@8.13.0
import express from 'express';
import { Pool } from 'pg';

const pool = new Pool();
const app = express();

// Each element is a number, whatever name the list has.
app.get('/lots', async (req, res) => {
  const ids = (req.query.ids as string).split(',').map(Number);
  res.json(await pool.query(`SELECT * FROM lots WHERE id IN (${ids.join(',')})`)); // ok: sql-injection
});
app.get('/bids', async (req, res) => {
  const ids = String(req.query.ids)
    .split(',')
    .map((id) => parseInt(id, 10))
    .filter((id) => !isNaN(id));
  res.json(await pool.query(`SELECT * FROM bids WHERE id IN (${ids.join(', ')})`)); // ok: sql-injection
});
app.get('/sales', async (req, res) => {
  const ids = String(req.query.ids).split(',');
  const list = ids.map((id) => +id).join(',');
  res.json(await pool.query(`SELECT * FROM sales WHERE id IN (${list})`)); // ok: sql-injection
});
app.get('/halls', async (req, res) => {
  const names = String(req.query.names)
    .split(',')
    .map((name) => name.trim());
  res.json(await pool.query(`SELECT * FROM halls WHERE name IN (${names.join(', ')})`)); // expect: sql-injection
});

// One of the constants of a switch.
app.get('/lots/sorted', async (req, res) => {
  const sort = req.query.sort;
  switch (sort) {
    case 'price':
    case 'name':
      break;
    default:
      return res.status(400).end();
  }
  res.json(await pool.query(`SELECT * FROM lots ORDER BY ${sort} LIMIT 5`)); // ok: sql-injection
});
app.get('/bids/sorted', async (req, res) => {
  const sort = String(req.query.sort);
  switch (sort) {
    case 'price':
      return res.json(await pool.query(`SELECT * FROM bids ORDER BY ${sort} LIMIT 5`)); // ok: sql-injection
    default:
      return res.json(await pool.query(`SELECT * FROM bids ORDER BY ${sort} LIMIT 5`)); // expect: sql-injection
  }
});
app.get('/sales/sorted', async (req, res) => {
  const sort = String(req.query.sort);
  switch (sort) {
    case 'price':
      break;
    default:
      console.warn('another order');
  }
  res.json(await pool.query(`SELECT * FROM sales ORDER BY ${sort} LIMIT 5`)); // expect: sql-injection
});
