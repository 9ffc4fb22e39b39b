// file: src/server.js
// packages: express@4.21.0, mysql@2.18.0, bcrypt@5.1.0, jsonwebtoken@9.0.2, passport@0.7.0
const express = require('express');
const fs = require('fs');
const mysql = require('mysql');
const bcrypt = require('bcrypt');
const jwt = require('jsonwebtoken');

const app = express();
const db = mysql.createConnection(process.env.DATABASE_URL);

db.connect((err) => {
  if (err) throw err; // ok: unhandled-async-handler
});

fs.readFile('banner.txt', 'utf8', (err, text) => {
  if (err) throw err; // ok: unhandled-async-handler
  console.log(text);
});

app.get('/products', (req, res) => {
  db.query('SELECT id, name FROM products LIMIT 20', (err, rows) => {
    if (err) throw err; // expect: unhandled-async-handler(error medium)
//           ^^^^^^^^^^ this callback of db.query is caught by nobody
    res.json(rows);
  });
});

app.post('/accounts', (req, res, next) => {
  bcrypt.hash(String(req.body.password), 12, function (error, digest) {
    if (error) {
      throw new Error('no digest'); // expect: unhandled-async-handler(error medium)
    }
    res.json({ digest: digest.length });
  });
});

app.get('/terms', (req, res, next) => {
  fs.readFile('terms.html', 'utf8', (err, page) => {
    if (err) return next(err); // ok: unhandled-async-handler
    try {
      if (page.length === 0) throw new Error('empty'); // ok: unhandled-async-handler
      res.send(page);
    } catch (empty) {
      next(empty);
    }
  });
});

app.get('/report', async (req, res, next) => {
  try {
    const report = await new Promise((resolve, reject) => {
      fs.readFile('report.csv', 'utf8', (err, text) => {
        if (err) throw err; // expect: unhandled-async-handler
        resolve(text);
      });
    });
    res.send(report);
  } catch (error) {
    next(error);
  }
});

app.get('/slow', (req, res) => {
  const timer = setTimeout(() => {
    throw new Error('too slow'); // expect: unhandled-async-handler
  }, 5000);
  res.on('finish', () => clearTimeout(timer));
  res.json({});
});

// It calls back at once, inside of the handler.
app.get('/me', (req, res) => {
  jwt.verify(String(req.headers.authorization), process.env.JWT_SECRET, (err, claims) => {
    if (err) throw err; // ok: unhandled-async-handler
    res.json(claims);
  });
});

app.get('/totals', (req, res) => {
  const errors = [new Error('a')];
  errors.forEach((err) => {
    if (err.message === 'b') throw err; // ok: unhandled-async-handler
  });
  Promise.resolve(1).catch((err) => {
    throw err; // ok: unhandled-async-handler
  });
  res.json({});
});

app.listen(3000);
