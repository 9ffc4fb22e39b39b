// packages: express@5.1.0, pg@8.13.0, postgres@3.4.0
import express from 'express';
import { Pool } from 'pg';
import postgres from 'postgres';

const app = express();
const pool = new Pool({ connectionString: process.env.DATABASE_URL });
const bounded = new Pool({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 5_000, statement_timeout: 10_000 });
const sql = postgres(process.env.DATABASE_URL!);

app.get('/orders', async (req, res) => {
  res.json((await pool.query('SELECT * FROM orders')).rows);
});

app.post('/orders', async (req, res) => {
  res.json((await bounded.query('INSERT INTO orders DEFAULT VALUES RETURNING *')).rows);
});

app.post('/tagged', async (req, res) => {
  const id = 1;
  await sql`update orders set paid = true where id = ${id}`;
  res.json({ done: true });
});

app.get('/tagged', async (req, res) => {
  res.json(await sql`select * from orders`);
});

app.listen(3000);
