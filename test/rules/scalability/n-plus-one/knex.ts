// packages: express@5.1.0, knex@3.1.0
import express from 'express';
import knexLib from 'knex';

const knex = knexLib({ client: 'pg' });
const app = express();

app.get('/1', async (req, res) => {
  res.json(await knex('orders'));
});
app.get('/2', async (req, res) => {
  res.json(await knex('orders').where({ open: true }));
});
app.get('/3', async (req, res) => {
  res.json(await knex('orders').limit(10));
});
app.get('/4', async (req, res) => {
  res.json(await knex('orders').where({ id: 1 }).first());
});
app.get('/5', async (req, res) => {
  res.json(await knex('orders').insert({ a: 1 }).returning('*'));
});
app.get('/6', async (req, res) => {
  res.json(await knex('orders').count());
});
app.get('/7', async (req, res) => {
  res.json(await knex('orders').select('*'));
});
app.get('/8', async (req, res) => {
  const us = await knex('users').limit(10);
  for (const u of us) {
    u.orders = await knex('orders').where({ user_id: u.id }); // expect: n-plus-one
  }
  res.json(us);
});
app.get('/9', async (req, res) => {
  const q = knex('orders');
  if (req.query.s) q.where({ s: 1 });
  res.json(await q.limit(10));
});
app.get('/10', async (req, res) => {
  await knex.from('orders').where({ id: req.query.id }).del();
  res.end();
});
app.get('/11', async (req, res) => {
  await knex.transaction(async (trx) => {
    await trx('orders').insert({ a: 1 });
  });
  res.end();
});
