// packages: express@5.1.0, knex@3.1.0
import express from 'express';
import knex from 'knex';

const app = express();
const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });

app.get('/orders', async (req, res) => {
  res.json(await db('orders').where({ open: true }).select('*').limit(20));
});

app.post('/orders', async (req, res) => {
  await db.transaction(async (trx) => {
    await trx('orders').insert({ total: 1 });
    await trx('stock').where({ id: 1 }).decrement('left', 1);
  });
  res.json(await db('orders').first());
});

app.listen(3000);
