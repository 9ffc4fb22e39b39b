// packages: pg@8.13.0, express@5.1.0, drizzle-orm@0.45.0, @prisma/adapter-pg@7.1.0
import { PrismaPg } from '@prisma/adapter-pg';
import { drizzle } from 'drizzle-orm/node-postgres';
import express from 'express';
import { Client, Pool } from 'pg';
import { watch } from './watch';

const pool = new Pool({ connectionString: process.env.DATABASE_URL }); // expect: emitter-without-error-listener(warning medium)
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nobody listens for errors of new Pool
const mapped = new Pool(); // expect: emitter-without-error-listener
const watched = new Pool(); // ok: emitter-without-error-listener
const adapted = new Pool(); // ok: emitter-without-error-listener
const listening = new Client(); // expect: emitter-without-error-listener

export const db = drizzle(mapped);
export const adapter = new PrismaPg(adapted);
// What it does with it, it knows alone.
watch(watched);

const app = express();

app.get('/orders', async (req, res) => {
  const { rows } = await pool.query('select id from orders limit 20');
  await listening.query('listen orders');
  res.json(rows);
});

// Made for one piece of work, and closed in the end.
app.get('/report', async (req, res) => {
  const client = new Client(); // ok: emitter-without-error-listener
  await client.connect();
  const { rows } = await client.query('select id from reports limit 20');
  await client.end();
  res.json(rows);
});

app.listen(3000);
