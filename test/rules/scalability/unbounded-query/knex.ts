// packages: express@5.1.0, knex@3.1.0
import express from 'express';
import knexLib from 'knex';

const knex = knexLib({ client: 'pg' });
const app = express();

app.get('/1', async (req, res) => {
  res.json(await knex('orders')); // expect: unbounded-query
});
app.get('/2', async (req, res) => {
  res.json(await knex('orders').where({ open: true })); // expect: unbounded-query
});
app.get('/3', async (req, res) => {
  res.json(await knex('orders').limit(10)); // ok: unbounded-query
});
app.get('/4', async (req, res) => {
  res.json(await knex('orders').where({ id: 1 }).first()); // ok: unbounded-query
});
app.get('/5', async (req, res) => {
  res.json(await knex('orders').insert({ a: 1 }).returning('*')); // ok: unbounded-query
});
app.get('/6', async (req, res) => {
  res.json(await knex('orders').count()); // ok: unbounded-query
});
app.get('/7', async (req, res) => {
  res.json(await knex('orders').select('*')); // expect: unbounded-query
});
app.get('/8', async (req, res) => {
  const us = await knex('users').limit(10);
  for (const u of us) {
    u.orders = await knex('orders').where({ user_id: u.id });
  }
  res.json(us);
});
app.get('/9', async (req, res) => {
  const q = knex('orders'); // ok: unbounded-query
  if (req.query.s) q.where({ s: 1 });
  res.json(await q.limit(10));
});
app.get('/10', async (req, res) => {
  await knex.from('orders').where({ id: req.query.id }).del(); // ok: unbounded-query
  res.end();
});
app.get('/11', async (req, res) => {
  await knex.transaction(async (trx) => {
    await trx('orders').insert({ a: 1 });
  });
  res.end();
});
