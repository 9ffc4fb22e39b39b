// file: src/orders.ts
// packages: express@4.21.0, mongoose@8.8.0, lodash@4.17.21
import express from 'express';
import _ from 'lodash';
import toInteger from 'lodash/toInteger';
import mongoose from 'mongoose';

const Order = mongoose.model('Order', new mongoose.Schema({ number: Number, code: String, kind: mongoose.Schema.Types.Mixed }));
const app = express();
app.use(express.json());

app.post('/orders/by-number', async (req, res) => {
  res.json(await Order.findOne({ number: _.toNumber(req.body.number) })); // ok: nosql-injection
});

app.post('/orders/by-page', async (req, res) => {
  res.json(await Order.findOne({ number: toInteger(req.body.number) })); // ok: nosql-injection
});

app.post('/orders/by-code', async (req, res) => {
  res.json(await Order.findOne({ kind: _.toString(req.body.kind) })); // ok: nosql-injection
});

app.post('/orders/by-kind', async (req, res) => {
  const order = await mongoose.connection.collection('orders').findOne({ kind: _.clone(req.body.kind) });
  res.json(order);
});

app.post('/orders/raw', async (req, res) => {
  const order = await mongoose.connection.collection('orders').findOne({ kind: req.body.kind }); // expect: nosql-injection
  res.json(order);
});
