// packages: express@5.1.0, pg@8.0.0, mysql2@3.0.0, @neondatabase/serverless@1.0.0
import { neon } from '@neondatabase/serverless';
import express from 'express';
import mysql from 'mysql2/promise';
import pg from 'pg';

const app = express();
const pool = new pg.Pool();
const connection = mysql.createPool(process.env.MYSQL_URL!);
const sql = neon(process.env.DATABASE_URL!);

app.post('/pg', async (req, res) => {
  await pool.query('UPDATE orders SET state = $1, seen = now()', [req.body.state]); // expect: unfiltered-write
  res.sendStatus(204);
});

app.delete('/pg', async (req, res) => {
  // expect-next-line: unfiltered-write
  await pool.query(`
    -- all of them, WHERE they may be
    DELETE FROM orders`);
  res.sendStatus(204);
});

app.delete('/mysql', async (req, res) => {
  await connection.execute('DELETE FROM `orders` WHERE 1 = 1;'); // expect: unfiltered-write
  res.sendStatus(204);
});

app.delete('/neon', async (req, res) => {
  await sql`DELETE FROM orders RETURNING id`; // expect: unfiltered-write
  res.sendStatus(204);
});

app.post('/neon', async (req, res) => {
  await sql`UPDATE orders SET state = ${req.body.state}`; // expect: unfiltered-write
  res.sendStatus(204);
});

app.post('/some', async (req, res) => {
  const where = req.body.all ? '' : 'WHERE id = 1';
  await pool.query(`UPDATE orders SET state = 'paid' ${where}`); // ok: unfiltered-write
  await pool.query(`UPDATE orders SET ${req.body.columns}`); // ok: unfiltered-write
  await pool.query('UPDATE orders SET state = $1 WHERE id = $2', ['paid', 1]); // ok: unfiltered-write
  await pool.query('UPDATE orders SET state = c.state FROM changes c'); // ok: unfiltered-write
  await pool.query('DELETE FROM orders USING gone'); // ok: unfiltered-write
  await pool.query('INSERT INTO orders (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET state = $1'); // ok: unfiltered-write
  await sql`DELETE FROM orders WHERE id = ${req.body.id}`; // ok: unfiltered-write
  res.sendStatus(204);
});

// All rows are put in again.
app.put('/menu', async (req, res) => {
  await pool.query('DELETE FROM dishes'); // ok: unfiltered-write
  for (const dish of req.body.dishes) await pool.query('INSERT INTO dishes (name) VALUES ($1)', [dish.name]);
  res.sendStatus(204);
});
