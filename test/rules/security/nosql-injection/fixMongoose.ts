// packages: express@5.1.0, mongoose@8.8.0
import express from 'express';
import mongoose, { model } from 'mongoose';

const app = express();
const User = model('User', new mongoose.Schema({ email: String, name: String }));

app.post('/member', async (req, res) => res.json(await User.findOne({ email: req.body.email, active: true }))); // expect: nosql-injection
app.post('/short', async (req, res) => {
  const { name } = req.body;
  res.json(await User.findOne({ name })); // expect: nosql-injection
});
