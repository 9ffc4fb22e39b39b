// packages: express@5.1.0, kysely@0.27.0
import express from 'express';
import { Kysely, PostgresDialect } from 'kysely';

const app = express();
const db = new Kysely<any>({ dialect: new PostgresDialect({ pool: undefined as never }) });

app.get('/orders', async (req, res) => {
  res.json(await db.selectFrom('orders').selectAll().limit(20).execute());
});

app.post('/orders', async (req, res) => {
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('orders').values({ total: 1 }).execute();
    await trx.updateTable('stock').set({ left: 0 }).execute();
  });
  res.json({ done: true });
});

app.listen(3000);
