// packages: express@5.1.0, drizzle-orm@0.45.0, mongoose@8.0.0, pg@8.16.0, mysql2@3.11.0, @supabase/supabase-js@2.109.0, better-sqlite3@11.0.0
import { createClient } from '@supabase/supabase-js';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import express from 'express';
import mongoose from 'mongoose';
import mysql from 'mysql2/promise';
import { Pool } from 'pg';
import { lines, orders } from './schema';

const app = express();
const db = drizzle(process.env.DATABASE_URL!);
const Post = mongoose.model('Post', new mongoose.Schema({ title: String }));
const User = mongoose.model('User', new mongoose.Schema({ name: String }));
const pool = new Pool();
const connection = mysql.createPool({});
const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);
const local = new Database('shop.db');

app.get('/drizzle', async (req, res) => {
  const found = await db.select().from(orders).limit(20);
  res.json(await Promise.all(found.map((order) => db.select().from(lines).where(eq(lines.orderId, order.id))))); // expect: n-plus-one
});

app.get('/mongoose', async (req, res) => {
  const authors = [];
  for (const post of await Post.find().limit(20)) authors.push(await User.findById(post.author)); // expect: n-plus-one
  res.json(authors);
});

app.get('/pg', async (req, res) => {
  const result = await pool.query('SELECT * FROM orders LIMIT 20');
  for (const order of result.rows) {
    const { rows } = await pool.query('SELECT * FROM lines WHERE order_id = $1', [order.id]); // expect: n-plus-one
    order.lines = rows;
    await pool.query('UPDATE orders SET seen = true WHERE id = $1', [order.id]); // ok: n-plus-one
  }
  res.json(result.rows);
});

app.get('/mysql', async (req, res) => {
  const [rows] = await connection.query('SELECT * FROM orders LIMIT 20');
  for (const row of rows as any[]) row.lines = await connection.query('SELECT * FROM order_lines WHERE order_id = ?', [row.id]); // expect: n-plus-one
  res.json(rows);
});

app.get('/supabase', async (req, res) => {
  const { data: found } = await supabase.from('orders').select('*').limit(20);
  const all = await Promise.all((found ?? []).map(async (order) => supabase.from('lines').select('*').eq('order_id', order.id))); // expect: n-plus-one
  res.json(all);
});

app.get('/supabase/related', async (req, res) => {
  const { data } = await supabase.from('orders').select('*, lines(*)').limit(20); // ok: n-plus-one
  res.json(data);
});

app.get('/local', (req, res) => {
  const found = local.prepare('SELECT * FROM orders LIMIT 20').all() as any[];
  for (const order of found) order.lines = local.prepare('SELECT * FROM lines WHERE order_id = ?').all(order.id); // ok: n-plus-one
  res.json(found);
});
