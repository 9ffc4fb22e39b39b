// packages: express@4.19.0, mongodb@6.8.0
const express = require('express');
const { database } = require('@acme/database');
const Invoice = require('@acme/models').Invoice;

const app = express();
app.use(express.json());

app.post('/invoices', async (req, res) => {
  await database().collection('invoices').findOne({ number: req.body.number }); // expect: nosql-injection
  const invoices = database().collection('invoices');
  await invoices.deleteMany({ owner: req.body.owner }); // expect: nosql-injection
  await Invoice.find({ number: String(req.body.number) }); // ok: nosql-injection
  const condition = {};
  condition['$where'] = `this.owner == '${req.body.owner}'`; // expect: command-injection
  await Ledger.find(condition); // ok: nosql-injection
  await Ledger.find({ owner: req.body.owner }); // expect: nosql-injection
  const fixed = { $where: 'this.open' };
  await Ledger.find(fixed); // ok: nosql-injection
  res.json([req.body.number].find((number) => number === 1)); // ok: nosql-injection
});
