// packages: express@5.1.0, drizzle-orm@0.44.0, knex@3.0.0, kysely@0.28.0, sequelize@6.37.0, typeorm@0.3.20, pg@8.0.0
import { and, eq, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import express from 'express';
import knex from 'knex';
import { Kysely, PostgresDialect } from 'kysely';
import { DataTypes, Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';

const app = express();
const orders = pgTable('orders', { id: integer('id'), state: text('state') });
const siteSettings = pgTable('site_settings', { id: integer('id'), title: text('title') });
const db = drizzle(process.env.DATABASE_URL!);
const query = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const rows = new Kysely<{ orders: { id: number; state: string } }>({ dialect: new PostgresDialect({ pool: undefined as never }) });
const sequelize = new Sequelize(process.env.DATABASE_URL!);
const Order = sequelize.define('Order', { state: DataTypes.STRING });
const source = new DataSource({ type: 'postgres' });

app.post('/drizzle', async (req, res) => {
  await db.update(orders).set({ state: 'paid' }); // expect: unfiltered-write
  res.sendStatus(204);
});

app.delete('/drizzle', async (req, res) => {
  const gone = await db.delete(orders).returning(); // expect: unfiltered-write
  res.json(gone);
});

app.delete('/drizzle/undefined', async (req, res) => {
  await db.delete(orders).where(undefined); // expect: unfiltered-write
  res.sendStatus(204);
});

app.delete('/drizzle/some', async (req, res) => {
  const conditions: SQL[] = [eq(orders.state, 'draft')];
  await db.delete(orders).where(and(...conditions)); // ok: unfiltered-write
  await db.delete(orders).where(eq(orders.id, Number(req.query.id))); // ok: unfiltered-write
  res.sendStatus(204);
});

app.delete('/drizzle/later', async (req, res) => {
  const removal = db.delete(orders).$dynamic(); // ok: unfiltered-write
  const change = db.update(orders).set({ state: 'paid' }); // ok: unfiltered-write
  await removal.where(eq(orders.id, 1));
  await change.where(eq(orders.id, 1));
  res.sendStatus(204);
});

// One row is all that it has.
app.put('/drizzle/title', async (req, res) => {
  await db.update(siteSettings).set({ title: String(req.body.title) }); // ok: unfiltered-write
  res.sendStatus(204);
});

app.delete('/knex', async (req, res) => {
  await query('orders').del(); // expect: unfiltered-write
  res.sendStatus(204);
});

app.post('/knex', async (req, res) => {
  await query('orders').update({ state: 'paid' }).returning('id'); // expect: unfiltered-write
  res.sendStatus(204);
});

app.delete('/knex/some', async (req, res) => {
  await query('orders').where({ id: Number(req.query.id) }).del(); // ok: unfiltered-write
  await query('orders').whereIn('id', [1, 2]).update({ state: 'paid' }); // ok: unfiltered-write
  const removal = query('orders'); // ok: unfiltered-write
  removal.where('id', 1);
  await removal.del(); // ok: unfiltered-write
  res.sendStatus(204);
});

app.delete('/kysely', async (req, res) => {
  await rows.deleteFrom('orders').execute(); // expect: unfiltered-write
  res.sendStatus(204);
});

app.post('/kysely', async (req, res) => {
  await rows.updateTable('orders').set({ state: 'paid' }).where('id', '=', 1).execute(); // ok: unfiltered-write
  res.sendStatus(204);
});

app.delete('/sequelize', async (req, res) => {
  await Order.destroy({ where: {} }); // expect: unfiltered-write
  res.sendStatus(204);
});

app.post('/sequelize', async (req, res) => {
  await Order.update({ state: 'paid' }, { where: {} }); // expect: unfiltered-write
  res.sendStatus(204);
});

// It throws: nothing is deleted.
app.delete('/sequelize/none', async (req, res) => {
  await Order.destroy({ force: true }); // ok: unfiltered-write
  const order = await Order.findByPk(Number(req.query.id));
  await order?.destroy(); // ok: unfiltered-write
  await order?.update({ state: 'gone' }); // ok: unfiltered-write
  res.sendStatus(204);
});

app.delete('/typeorm', async (req, res) => {
  await source.getRepository('Order').createQueryBuilder().delete().execute(); // expect: unfiltered-write
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ deletes every row
  res.sendStatus(204);
});

app.post('/typeorm', async (req, res) => {
  await source.createQueryBuilder().update('Order').set({ state: 'paid' }).where('id = :id', { id: 1 }).execute(); // ok: unfiltered-write
  await source.createQueryBuilder().insert().into('Order').values({ state: 'new' }).execute(); // ok: unfiltered-write
  await source.getRepository('Order').delete({}); // ok: unfiltered-write
  res.sendStatus(204);
});
