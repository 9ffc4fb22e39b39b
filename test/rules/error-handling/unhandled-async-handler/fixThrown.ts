// file: src/server.ts
// packages: express@4.21.0, mysql@2.18.0
import express from 'express';
import fs from 'node:fs';
import mysql from 'mysql';

const app = express();
const db = mysql.createPool(process.env.DATABASE_URL!);

app.get('/products', (req, res) => {
  db.query('SELECT id, name FROM products LIMIT 20', (err, rows) => {
    if (err) throw err; // expect: unhandled-async-handler
    res.json(rows);
  });
});

app.get('/terms', (req, res, next) => {
  const page = new Promise<string>((resolve, reject) => {
    fs.readFile('terms.html', 'utf8', (err, text) => {
      if (err) {
        throw err; // expect: unhandled-async-handler
      }
      resolve(text);
    });
  });
  page.then((text) => res.send(text)).catch(next);
});

app.listen(3000);
