// packages: express@4.21.0, mongoose@8.8.0
import express from 'express';
import mongoose, { model } from 'mongoose';

const app = express();
const User = model('User', new mongoose.Schema({ credential: Buffer, name: String }));

app.post('/enter', async (req, res) => {
  const sent = JSON.parse(req.body.credential);
  const id = Buffer.from(sent.id, 'base64url');
  res.json(await User.findOne({ credential: id })); // ok: nosql-injection
});
app.post('/look', async (req, res) => {
  const sent = JSON.parse(req.body.credential);
  res.json(await User.findOne({ credential: sent.id })); // expect: nosql-injection
});
