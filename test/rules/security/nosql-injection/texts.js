// packages: express@4.21.0, mongoose@8.8.0, joi@17.13.0, jsonwebtoken@9.0.2
const express = require('express');
const Joi = require('joi');
const jwt = require('jsonwebtoken');
const mongoose = require('mongoose');

const app = express();
const User = mongoose.model('User', new mongoose.Schema({ email: String, resetToken: String }));
const Video = mongoose.model('Video', new mongoose.Schema({ tag: String, owner: String }));

app.post('/videos/by-address', async (req, res) => {
  let tag = req.body.tag;
  // An object has no `match`: the request ends here.
  tag = tag.match(/[^/]*$/)[0];
  res.json(await Video.deleteOne({ tag })); // ok: nosql-injection
});
app.post('/videos/upper', async (req, res) => {
  const { owner } = req.body;
  if (owner.startsWith('team-')) console.log('a team');
  res.json(await Video.deleteMany({ owner })); // ok: nosql-injection
});
app.post('/videos/sometimes', async (req, res) => {
  const { owner, trims } = req.body;
  if (trims) console.log(owner.trim());
  await Video.deleteMany({ owner }); // expect: nosql-injection
  const name = trims && req.body.owner.trim();
  res.json(await Video.deleteMany({ owner: req.body.owner, name })); // expect: nosql-injection
});
app.post('/videos/later', async (req, res) => {
  await Video.deleteMany({ owner: req.body.owner }); // expect: nosql-injection
  res.json(req.body.owner.trim());
});

app.post('/login', async (req, res) => {
  const { email, password } = req.body;
  const { error } = Joi.object({ email: Joi.string().required(), password: Joi.string() }).validate({ email, password });
  if (error) return res.status(409).json({ message: 'Invalid credentials.' });
  res.json(await User.findOne({ email })); // ok: nosql-injection
});
app.post('/reset', async (req, res) => {
  const { email, token } = req.body;
  const { error } = Joi.object({ email: Joi.string(), token: Joi.any() }).validate({ email, token });
  if (error) console.log('somebody tries something');
  await User.findOne({ email }); // expect: nosql-injection(error medium)
  if (error) return res.status(409).end();
  await User.findOne({ email }); // ok: nosql-injection
  res.json(await User.findOne({ resetToken: token })); // expect: nosql-injection(error medium)
});

app.get('/lists', async (req, res) => {
  const { filter, equal } = req.query;
  if (typeof equal === 'object') return res.status(400).end();
  res.json(await Video.find({ [filter]: equal })); // ok: nosql-injection
});
app.get('/lists/only', async (req, res) => {
  const { equal } = req.query;
  if (typeof equal !== 'object') return res.status(400).end();
  res.json(await Video.find({ owner: equal })); // expect: nosql-injection
});

// Whose parameters these are is told by their names alone.
const read = async (Model, req, res) => res.json(await User.findOne({ email: req.params.email })); // ok: nosql-injection
const remove = async (Model, req, res) => res.json(await User.deleteOne({ email: req.body.email })); // expect: nosql-injection(error low)

module.exports = { read, remove };

// Only texts are signed tokens: whoever gets past the check has sent one.
app.post('/reset/token', async (req, res) => {
  jwt.verify(req.body.token, process.env.SECRET, async (error) => {
    if (error) return res.status(401).json({});
    res.json(await User.findOne({ resetToken: req.body.token })); // ok: nosql-injection
  });
});
app.post('/reset/checked', async (req, res) => {
  const { token } = req.body;
  jwt.verify(token, process.env.SECRET);
  res.json(await User.findOne({ resetToken: token })); // ok: nosql-injection
});
app.post('/reset/other', async (req, res) => {
  const user = await User.findOne({ resetToken: req.body.token }); // expect: nosql-injection
  jwt.verify(req.body.token, process.env.SECRET);
  res.json([user, await User.findOne({ resetToken: req.body.former })]); // expect: nosql-injection
});
