// packages: express@4.19.0, mongoose@8.0.0
const express = require('express');
const mongoose = require('mongoose');

const Invoice = mongoose.model('Invoice', new mongoose.Schema({}));
const app = express();

// To read with care who calls says nothing about strangers; to look whether somebody does, says that they are served.
app.get('/accounts/:name/invoices', async (req, res) => { // expect: missing-auth-guard
  const invoices = await Invoice.find({ account: req.params.name }).limit(20);
  res.json({ invoices, by: req.user?.name });
});
app.get('/accounts/:name/invoices/shared', async (req, res) => { // ok: missing-auth-guard
  const invoices = await Invoice.find({ account: req.params.name }).limit(20);
  res.json({ invoices, canEdit: req.user ? req.user.canEdit : false });
});
