// packages: express@4.21.0, mongoose@8.8.0
const express = require('express');
const mongoose = require('mongoose');

const app = express();
const Video = mongoose.model('Video', new mongoose.Schema({ tag: String, uploadToken: String }));

const requireAuth = (req, res, next) => (req.user ? next() : res.status(401).end());
const requireAdmin = (req, res, next) => {
  if (!req.user || req.user.role !== 'admin') return res.status(403).end();
  next();
};

// Anybody may ask for any video: what comes is another one.
app.post('/report', async (req, res) => {
  res.json(await Video.findOne({ tag: req.body.tag })); // expect: nosql-injection(error low)
});
app.post('/remove', async (req, res) => {
  res.json(await Video.deleteOne({ tag: req.body.tag })); // expect: nosql-injection(error medium)
});
app.post('/upload', async (req, res) => {
  res.json(await Video.findOne({ uploadToken: req.body.uploadToken })); // expect: nosql-injection(error medium)
});
// The field says what it is for, whatever it is called where it is sent.
app.post('/upload/again', async (req, res) => {
  const sent = req.body.videoToUpdate;
  res.json(await Video.findOne({ uploadToken: sent, until: { $gt: Date.now() } })); // expect: nosql-injection(error medium)
});
// What a function is handed beside a value says nothing of what that is compared with.
const knownVideo = async (data) => Video.findOne({ tag: data.tag });
app.post('/notices', async (req, res) => {
  const { tag, username } = req.body;
  res.json(await knownVideo({ tag, username })); // expect: nosql-injection(error low)
});
// An object in place of an id is looked for as it is.
app.post('/change', async (req, res) => {
  const id = req.body.videoToUpdate;
  const video = await Video.findById({ _id: id }); // ok: nosql-injection
  video.tag = 'new';
  res.json(await video.save());
});
app.post('/change/plain', async (req, res) => {
  await Video.findByIdAndUpdate({ _id: req.body.id }, { tag: 'new' }); // ok: nosql-injection
  await Video.findByIdAndUpdate(req.body.id, { tag: 'new' }); // expect: nosql-injection(error medium)
  await Video.updateOne({ _id: req.body.id }, { tag: 'new' }); // expect: nosql-injection(error medium)
  res.end();
});
app.post('/list', async (req, res) => {
  res.json(await Video.find({ tag: req.body.tag })); // expect: nosql-injection(error low)
});
app.post('/list/whole', async (req, res) => {
  res.json(await Video.find(req.body)); // expect: nosql-injection(error medium)
});
app.post('/list/mine', async (req, res) => {
  res.json(await Video.find({ owner: req.body.owner })); // expect: nosql-injection(error medium)
});
// Whatever it matches is the caller's own.
app.post('/wishes/remove', requireAuth, async (req, res) => {
  const { user } = req;
  const query = { tag: req.body.tag, user: user._id };
  res.json(await Video.deleteOne(query)); // expect: nosql-injection(error low)
});
// The token in the path decides, which is a text.
app.post('/signup/:token', async (req, res) => {
  await Video.findOne({ email: req.body.email, uploadToken: req.params.token }); // expect: nosql-injection(error low)
  const token = req.body.token;
  res.json(await Video.findOne({ email: req.body.email, uploadToken: token })); // expect: nosql-injection(error medium)
});
app.post('/wishes/remove-of', async (req, res) => {
  const query = { tag: req.body.tag, user: 'somebody' };
  res.json(await Video.deleteOne(query)); // expect: nosql-injection(error medium)
});
// Administrators see all of them anyway.
app.post('/admin/remove', requireAdmin, async (req, res) => {
  res.json(await Video.deleteOne({ tag: req.body.tag })); // expect: nosql-injection(error low)
});
