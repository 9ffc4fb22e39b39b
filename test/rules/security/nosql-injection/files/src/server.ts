// packages: express@5.1.0, mongoose@8.8.0
import express from 'express';
import { findByEmail, findByName } from './users';

const app = express();

app.post('/users', async (req, res) => {
  res.json(await findByEmail(req.body.email)); // expect: nosql-injection
  //                         ^^^^^^^^^^^^^^ is handed to findByEmail
  res.json(await findByName(req.body.name)); // ok: nosql-injection
  res.json(await findByEmail('info@example.com')); // ok: nosql-injection
});
