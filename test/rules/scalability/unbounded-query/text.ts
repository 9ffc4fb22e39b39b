// packages: express@5.1.0, pg@8.16.0, mysql2@3.11.0, better-sqlite3@11.0.0, postgres@3.4.0
import Database from 'better-sqlite3';
import express from 'express';
import mysql from 'mysql2/promise';
import { Pool } from 'pg';
import postgres from 'postgres';

const app = express();
const pool = new Pool();
const connection = mysql.createPool({});
const db = new Database('shop.db');
const sql = postgres(process.env.DATABASE_URL!);

app.get('/orders', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM orders ORDER BY placed DESC'); // expect: unbounded-query(warning high)
  res.json(rows);
});

app.get('/orders/open', async (req, res) => {
  const [rows] = await connection.query('SELECT number FROM orders WHERE open = 1'); // expect: unbounded-query(warning medium)
  res.json(rows);
});

app.get('/orders/unsafe', async (req, res) => {
  res.json(await sql.unsafe('SELECT * FROM orders')); // expect: unbounded-query
});

app.get('/orders/local', (req, res) => {
  res.json(db.prepare('SELECT * FROM orders').all()); // expect: unbounded-query
});

app.get('/orders/local/one', (req, res) => {
  const all = db.prepare('SELECT * FROM orders');
  res.json([db.prepare('SELECT * FROM orders').get(), all.get(), [...db.prepare('SELECT * FROM orders').iterate()]]); // ok: unbounded-query
});

app.get('/orders/page', async (req, res) => {
  const page = await pool.query('SELECT * FROM orders ORDER BY placed LIMIT $1', [20]); // ok: unbounded-query
  const total = await pool.query('SELECT COUNT(*) FROM orders'); // ok: unbounded-query
  const since = await pool.query('SELECT * FROM orders WHERE placed > $1', [req.query.since]); // ok: unbounded-query
  const own = await pool.query('SELECT * FROM orders WHERE customer_id = $1', [req.query.customer]); // ok: unbounded-query
  res.json([page.rows, total.rows, since.rows, own.rows]);
});

app.get('/orders/built', async (req, res) => {
  const paging = `LIMIT ${Number(req.query.limit)}`;
  res.json([await pool.query(`SELECT * FROM orders ${paging}`), await pool.query('SELECT 1'), await pool.query('UPDATE orders SET open = false')]); // ok: unbounded-query
});
