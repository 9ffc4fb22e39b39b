// packages: express@5.1.0, mongoose@8.8.0
const express = require('express');
const mongoose = require('mongoose');

const app = express();
const Order = mongoose.model('Order', new mongoose.Schema({ state: String }));

app.get('/orders', async (req, res) => {
  // Express 5 gives texts, which may hold anything once they are parsed.
  await Order.find({ state: req.query.state }); // ok: nosql-injection
  const filter = JSON.parse(req.query.filter);
  await Order.find(filter); // expect: nosql-injection
  if (typeof req.query.filter === 'string') {
    await Order.find({ state: JSON.parse(req.query.filter).state }); // expect: nosql-injection
  }
  await Order.find({ state: `${JSON.parse(req.query.filter).state}` }); // ok: nosql-injection
  await Order.update({ _id: req.body.id }, { state: 'paid' }); // expect: nosql-injection
  // A look at the type that nothing follows from.
  if (typeof req.body.owner === 'string') console.log('by name');
  res.json(await Order.find({ owner: req.body.owner })); // expect: nosql-injection
});
