// packages: express@5.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();
const db = new PrismaClient();

app.get('/orders', async (req, res) => {
  try {
    res.json(await db.order.findMany({ take: 20 }));
  } catch (error) { // expect: swallowed-error(warning medium)
  //^^^^^^^^^^^^^^ this request is never answered
    console.error(error);
  }
});

app.post('/orders', (req, res) => {
  db.order
    .create({ data: { note: String(req.body.note) } })
    .then((order) => res.json(order))
    .catch((error) => console.error(error)); // expect: swallowed-error(error medium)
});

app.get('/orders/:id', async (req, res, next) => {
  try {
    res.json(await db.order.findFirst({ where: { id: req.params.id } }));
  } catch (error) { // ok: swallowed-error
    console.error(error);
    next(error);
  }
});

app.get('/late', async (req, res) => {
  try {
    res.json(await db.order.findMany({ take: 20 }));
  } catch (error) { // ok: swallowed-error
    console.error(error);
  }
  if (!res.headersSent) res.sendStatus(500);
});

// It was answered by then.
app.post('/early', async (req, res) => {
  try {
    res.sendStatus(202);
    await db.order.create({ data: { note: String(req.body.note) } });
  } catch (error) { // ok: swallowed-error
    console.error(error);
  }
});
