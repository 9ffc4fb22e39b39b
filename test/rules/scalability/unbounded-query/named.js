// packages: express@4.21.0, mongoose@8.8.0
const express = require('express');
const mongoose = require('mongoose');

const app = express();

app.get('/settings', async (req, res) => {
  const Model = mongoose.model('Setting');
  res.json(await Model.find({ removed: false })); // ok: unbounded-query
});
app.get('/invoices', async (req, res) => {
  const Model = mongoose.model('Invoice');
  res.json(await Model.find({ removed: false })); // expect: unbounded-query
  //             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ all rows of Invoice
});
app.get('/subscribers', async (req, res) => {
  const Subscriber = mongoose.model('Subscriber');
  return res.send('not yet');
  const all = await Subscriber.find({}); // ok: unbounded-query
  res.json(all);
});
