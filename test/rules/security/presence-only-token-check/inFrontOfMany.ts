// packages: express@5.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const app = express();
const db = new PrismaClient();

const needsToken: express.RequestHandler = (req, res, next) => {
  if (!req.headers.authorization) return res.sendStatus(401); // expect: presence-only-token-check(error medium)
  //  ^^^^^^^^^^^^^^^^^^^^^^^^^^ needsToken in front of POST /orders and 3 more here only looks
  next();
};

app.use(needsToken);

app.get('/version', (req, res) => {
  res.json({ version: 1 }); // ok: presence-only-token-check
});

app.post('/orders', async (req, res) => {
  res.json(await db.order.create({ data: { note: String(req.body.note) } })); // ok: presence-only-token-check
});

app.delete('/orders/:id', async (req, res) => {
  res.json(await db.order.delete({ where: { id: req.params.id } }));
});

const carts = express.Router();

carts.delete('/:id', needsToken, async (req, res) => {
  res.json(await db.cart.delete({ where: { id: req.params.id } }));
});

// Mounted twice, it is one endpoint all the same.
app.use('/carts', carts);
app.use('/v1/carts', carts);

// One handler at two addresses.
const pay: express.RequestHandler = async (req, res) => {
  if (!req.headers['x-token']) return res.sendStatus(401);
  res.json(await db.payment.create({ data: { sum: Number(req.body.sum) } }));
};

app.post('/payments', pay);

const inner = express();

const looks: express.RequestHandler = async (req, res) => {
  if (!req.headers.authorization) return res.sendStatus(401); // expect: presence-only-token-check
  //  ^^^^^^^^^^^^^^^^^^^^^^^^^^ and 1 more here only looks
  res.json(await db.refund.create({ data: { sum: Number(req.body.sum) } }));
};

inner.post('/refunds', looks);
inner.post('/refunds/partial', looks);
