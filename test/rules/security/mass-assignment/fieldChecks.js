// packages: express@4.21.0, express-validator@7.2.0, mongoose@8.8.0
const express = require('express');
const { body, check, checkExact, matchedData, validationResult } = require('express-validator');
const mongoose = require('mongoose');

const app = express();
app.use(express.json());
const User = mongoose.model('User', new mongoose.Schema({ name: String, email: String, role: String }));

const heed = (req, res, next) => {
  const errors = validationResult(req);
  if (!errors.isEmpty()) return res.status(400).json({ errors: errors.array() });
  next();
};
const auth = (req, res, next) => (req.user ? next() : res.status(401).end());
const named = [check('name').optional(), check('email').optional().isEmail(), heed];

// Fields that nobody looked at are stored with the others.
app.put('/me', auth, named, async (req, res) => {
  const sent = req.body; // expect: mass-assignment(error medium)
  res.json(await User.findByIdAndUpdate(req.user.id, sent, { new: true }));
});
app.post('/users', auth, body('name').isString(), heed, async (req, res) => {
  res.json(await User.create(req.body)); // expect: mass-assignment(error medium)
});
app.post('/users/heeded', auth, body('name').isString(), async (req, res) => {
  if (!validationResult(req).isEmpty()) return res.status(400).end();
  res.json(await User.create(req.body)); // expect: mass-assignment(error medium)
});
// What was looked at, and no more.
app.post('/users/matched', auth, named, async (req, res) => {
  res.json(await User.create(matchedData(req))); // ok: mass-assignment
});
app.post('/users/exact', auth, checkExact([body('name').isString()]), heed, async (req, res) => {
  res.json(await User.create(req.body)); // ok: mass-assignment
});
app.post('/users/chosen', auth, named, async (req, res) => {
  const { name, email } = req.body;
  res.json(await User.create({ name, email })); // ok: mass-assignment
});
