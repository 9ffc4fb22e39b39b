// file: src/app.ts
// packages: express@5.1.0, pg@8.13.0
import express from 'express';
import { Pool } from 'pg';

const app = express();
const pool = new Pool();
const COLUMNS = ['name', 'price'];
const allowed = new Set(COLUMNS);
app.use(express.json());

// Only names that the author allows are left.
app.put('/set', async (req, res) => {
  const names = Object.keys(req.body).filter((name) => allowed.has(name));
  const sets = names.map((name, i) => `${name} = $${i + 1}`).join(', ');
  await pool.query(`update products set ${sets}`, names.map((name) => req.body[name])); // ok: sql-injection
  res.end();
});

app.put('/list', async (req, res) => {
  const sets: string[] = [];
  const values: unknown[] = [];
  for (const [name, value] of Object.entries(req.body).filter(([key]) => COLUMNS.includes(key))) {
    values.push(value);
    sets.push(`${name} = $${values.length}`);
  }
  await pool.query(`update products set ${sets.join(', ')}`, values); // ok: sql-injection
  res.end();
});

app.put('/both', async (req, res) => {
  const names = Object.keys(req.body).filter((name) => {
    return req.body[name] !== undefined && COLUMNS.includes(name);
  });
  await pool.query(`update products set ${names.map((name) => `${name} = null`).join(', ')}`); // ok: sql-injection
  res.end();
});

app.get('/tags', async (req, res) => {
  const tags = (req.body.tags as string[]).filter((tag) => /^[\w-]+$/.test(tag));
  res.json(await pool.query(`select id from products where tag in ('${tags.join("','")}') limit 20`)); // ok: sql-injection
});

// What is not there, what is left out, and what is asked of the value say nothing of the name.
app.put('/defined', async (req, res) => {
  const names = Object.keys(req.body).filter((name) => req.body[name] !== undefined);
  await pool.query(`update products set ${names.map((name) => `${name} = null`).join(', ')}`); // expect: sql-injection
  res.end();
});

app.put('/but', async (req, res) => {
  const names = Object.keys(req.body).filter((name) => !COLUMNS.includes(name));
  await pool.query(`update products set ${names.map((name) => `${name} = null`).join(', ')}`); // expect: sql-injection
  res.end();
});

app.put('/values', async (req, res) => {
  const pairs = Object.entries(req.body).filter(([, value]) => COLUMNS.includes(value as string));
  await pool.query(`update products set ${pairs.map(([name]) => `${name} = null`).join(', ')}`); // expect: sql-injection
  res.end();
});

app.get('/somewhere', async (req, res) => {
  const tags = (req.body.tags as string[]).filter((tag) => /[\w-]+/.test(tag));
  res.json(await pool.query(`select id from products where tag in ('${tags.join("','")}') limit 20`)); // expect: sql-injection
});
