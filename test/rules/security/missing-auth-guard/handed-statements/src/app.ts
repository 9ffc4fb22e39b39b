import express from 'express';
import { counted, query, run } from './db';

const app = express();
app.use(express.json());

app.post('/items', async (req, res) => { // expect: missing-auth-guard
  await query('INSERT INTO items (name) VALUES ($1)', [req.body.name]);
  res.json({});
});

app.put('/items/:id', async (req, res) => { // expect: missing-auth-guard
  const statement = `
    UPDATE items SET name = $1
    WHERE id = $2`;
  await run(statement, [req.body.name, req.params.id]);
  res.json({});
});

app.delete('/items/:id', async (req, res) => { // expect: missing-auth-guard
  await run(`WITH old AS (SELECT 1) DELETE FROM items WHERE id = $1`, [req.params.id]);
  res.json({});
});

app.get('/items', async (req, res) => { // ok: missing-auth-guard
  res.json((await run('SELECT id, name, updated_at FROM items WHERE deleted IS NULL LIMIT 50')).rows);
});

app.post('/searches', async (req, res) => { // ok: missing-auth-guard
  await counted('INSERT INTO items is never run');
  res.json({});
});

app.listen(3000);
