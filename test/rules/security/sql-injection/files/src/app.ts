import express from 'express';
import { Customers, listFrom, query, search } from './db';

const app = express();
const customers = new Customers();

app.get('/orders', async (req, res) => {
  res.json(await query(`SELECT * FROM orders WHERE status = '${req.query.status}'`)); // expect: sql-injection(error high)
});
app.get('/safe', async (req, res) => {
  res.json(await query('SELECT * FROM orders WHERE status = $1', [req.query.status])); // ok: sql-injection
});
app.get('/tables/:table', async (req, res) => {
  res.json(await listFrom(req.params.table)); // expect: sql-injection(error high)
});
app.get('/fixed', async (_req, res) => {
  res.json(await listFrom('orders')); // ok: sql-injection
});
app.get('/search', async (req, res) => {
  res.json(await search({ sort: req.query.sort as string, limit: '10' })); // expect: sql-injection(error high)
});
app.get('/limited', async (req, res) => {
  res.json(await search({ sort: 'id', limit: req.query.limit as string })); // ok: sql-injection
});
app.get('/customers', async (req, res) => {
  res.json(await customers.sorted(req.query.by as string)); // expect: sql-injection(error high)
});
