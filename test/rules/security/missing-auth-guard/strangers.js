// packages: express@4.19.0, mongoose@8.0.0
const express = require('express');
const mongoose = require('mongoose');

const Upload = mongoose.model('Upload', new mongoose.Schema({}));
const Notification = mongoose.model('Notification', new mongoose.Schema({}));
const Account = mongoose.model('Account', new mongoose.Schema({}));
const app = express();

// Whoever reads on as if somebody were there fails without a caller.
app.get('/notifications', async (req, res) => { // ok: missing-auth-guard
  try {
    res.json(await Notification.find({ user: req.user._id }).limit(20));
  } catch (error) {
    res.status(500).render('error');
  }
});
app.post('/import', async (req, res) => { // ok: missing-auth-guard
  const channel = req.user.channel;
  await Upload.create({ channel, link: req.body.link });
  res.end();
});
// It may as well not be asked, or too late.
app.post('/import/any', async (req, res) => { // expect: missing-auth-guard
  const channel = req.user && req.user.channel;
  await Upload.create({ channel, link: req.body.link });
  res.end();
});
app.post('/import/late', async (req, res) => { // expect: missing-auth-guard
  await Upload.create({ link: req.body.link });
  res.json({ by: req.user.name });
});
app.post('/import/tried', async (req, res) => { // expect: missing-auth-guard
  let channel = 'nobody';
  try {
    channel = req.user.channel;
  } catch (error) {
    console.warn('nobody is signed in');
  }
  await Upload.create({ channel, link: req.body.link });
  res.end();
});

// A page that looks whether somebody is signed in, and goes on either way, is for both.
app.get('/accounts/:name', async (req, res) => { // ok: missing-auth-guard
  const account = await Account.findOne({ name: req.params.name });
  const mine = req.user ? await Upload.countDocuments({ owner: req.user._id }) : 0;
  res.render('account', { account, mine });
});
app.get('/accounts', async (req, res) => { // ok: missing-auth-guard
  const accounts = await Account.find({}).limit(20);
  if (req.user) {
    accounts.sort();
  }
  res.render('accounts', { accounts });
});
// What is changed is changed for anybody.
app.post('/accounts/:name', async (req, res) => { // expect: missing-auth-guard
  if (req.user) console.log('changed by', req.user.id);
  res.json(await Account.updateOne({ name: req.params.name }, { title: req.body.title }));
});
