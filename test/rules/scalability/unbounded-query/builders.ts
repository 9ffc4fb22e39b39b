// packages: express@5.1.0, drizzle-orm@0.45.0, kysely@0.28.0, knex@3.1.0, pg@8.16.0
import { and, count, eq, inArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import express from 'express';
import knex from 'knex';
import { Kysely } from 'kysely';
import { invoices, users } from './schema';

const app = express();
const db = drizzle(process.env.DATABASE_URL!);
const kysely = new Kysely<any>({} as any);
const table = knex({ client: 'pg' });

app.get('/invoices', async (req, res) => {
  res.json(await db.select().from(invoices)); // expect: unbounded-query(warning high)
});

app.get('/invoices/paid', async (req, res) => {
  const paid = await db.select().from(invoices).where(eq(invoices.paid, true)).orderBy(invoices.number); // expect: unbounded-query(warning medium)
  res.json(paid);
});

app.get('/invoices/relational', async (req, res) => {
  res.json(await db.query.invoices.findMany({ with: { lines: true } })); // expect: unbounded-query
});

app.get('/invoices/page', async (req, res) => {
  res.json([await db.select().from(invoices).limit(20), await db.query.invoices.findMany({ limit: 20 })]); // ok: unbounded-query
});

app.get('/invoices/count', async (req, res) => {
  res.json(await db.select({ total: count() }).from(invoices)); // ok: unbounded-query
});

app.get('/users/:id', async (req, res) => {
  const [user] = await db.select().from(users).where(eq(users.name, req.params.id)); // ok: unbounded-query
  const all = await db.select().from(users).where(inArray(users.name, ['a', 'b'])); // ok: unbounded-query
  res.json({ user, all, own: await db.select().from(invoices).where(eq(invoices.userId, req.params.id)) }); // ok: unbounded-query
});

app.get('/invoices/dynamic', async (req, res) => {
  const conditions = [eq(invoices.paid, true)];
  let query = db.select().from(invoices).$dynamic(); // ok: unbounded-query
  if (req.query.limit) query = query.limit(10);
  res.json([await query, await db.select().from(invoices).where(and(...conditions))]); // ok: unbounded-query
});

app.get('/kysely', async (req, res) => {
  res.json(await kysely.selectFrom('invoice').selectAll().execute()); // expect: unbounded-query
});

app.get('/kysely/page', async (req, res) => {
  const newer = await kysely.selectFrom('invoice').selectAll().where('created', '>', new Date()).execute(); // ok: unbounded-query
  res.json([newer, await kysely.selectFrom('invoice').selectAll().limit(20).execute(), await kysely.selectFrom('invoice').selectAll().executeTakeFirst()]); // ok: unbounded-query
});

app.get('/knex', async (req, res) => {
  res.json(await table('invoices').select('*')); // expect: unbounded-query
});

app.get('/knex/page', async (req, res) => {
  res.json([await table('invoices').limit(20).select('*'), await table('invoices').select('*').where({ user_id: 1 }), await table('invoices').select('*').first()]); // ok: unbounded-query
});

app.get('/knex/stream', async (req, res) => {
  const rows = table('invoices').select('*').stream(); // ok: unbounded-query
  rows.pipe(res);
});
