// Without a package.json that names it, the version of the framework is unknown.
import express from 'express';
import { db } from './db';

const app = express();

app.get('/orders', async (req, res) => { // ok: unhandled-async-handler
  res.json(await db.orders());
});
