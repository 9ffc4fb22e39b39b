// file: src/server.js
// packages: express@4.21.0, mysql@2.18.0
const express = require('express');
const fs = require('fs');
const mysql = require('mysql');

const app = express();
const db = mysql.createConnection(process.env.DATABASE_URL);

function start() {
  db.connect((err) => {
    if (err) throw err; // ok: unhandled-async-handler
  });
  fs.readFile('banner.txt', () => {
    throw new Error('no banner'); // ok: unhandled-async-handler
  });
}

function findProducts(done) {
  db.query('SELECT id, name FROM products LIMIT 20', (err, rows) => {
    if (err) throw err; // expect: unhandled-async-handler(error medium)
    done(rows);
  });
}

function listProducts(done) {
  findProducts(done);
}

function readTerms(done) {
  fs.readFile('terms.html', 'utf8', (err, page) => {
    if (err) return done(err); // ok: unhandled-async-handler
    done(undefined, page);
  });
}

app.get('/products', (req, res) => {
  listProducts((rows) => res.json(rows));
});

app.get('/terms', (req, res, next) => {
  readTerms((err, page) => (err ? next(err) : res.send(page)));
});

app.get('/moved', (req, res) => {
  fs.unlink('moved.txt', () => {
    throw new Error('moved'); // expect: unhandled-async-handler
  });
  fs.readFileSync('moved.txt', () => {
    throw new Error('never called'); // ok: unhandled-async-handler
  });
  res.end();
});

start();
app.listen(3000);
