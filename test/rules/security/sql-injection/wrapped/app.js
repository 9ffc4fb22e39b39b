// file: src/app.js
const express = require('express');
const { query, ask, run, names } = require('./db');

const app = express();

app.get('/users', async (req, res) => {
  res.json(await query("SELECT id FROM users WHERE name = '" + req.query.name + "'")); // expect: sql-injection
});

app.get('/asked', (req, res) => {
  ask("SELECT id FROM users WHERE name = '" + req.query.name + "'", (error, rows) => res.json(rows)); // expect: sql-injection
});

app.get('/run', async (req, res) => {
  res.json(await run({ query: "SELECT id FROM users WHERE name = '" + req.query.name + "'" })); // expect: sql-injection
});

app.get('/safe', async (req, res) => {
  res.json(await query('SELECT id FROM users WHERE name = ?', [req.query.name])); // ok: sql-injection
});

app.get('/name', async (req, res) => {
  res.json(await names([req.query.id])); // ok: sql-injection
});

app.delete('/users/:id', async (req, res) => { // expect: missing-auth-guard
  await run({ query: 'DELETE FROM users WHERE id = ?', values: [req.params.id] }); // ok: sql-injection
  res.sendStatus(204);
});

app.get('/users/:id', async (req, res) => { // ok: missing-auth-guard
  res.json(await run({ query: 'SELECT id, name FROM users WHERE id = ?', values: [req.params.id] }));
});

app.listen(3000);
