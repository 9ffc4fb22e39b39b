// file: src/server.ts
// packages: express@4.21.0, mongoose@8.8.0, joi@17.13.0
import express from 'express';
import Joi from 'joi';
import mongoose from 'mongoose';

const User = mongoose.model('User', new mongoose.Schema({ email: String, resetToken: String }));
const Brand = mongoose.model('Brand', new mongoose.Schema({ slug: String }));
const app = express();
app.use(express.json());
const login = Joi.object({ email: Joi.string().email().required(), password: Joi.string().required() });

app.post('/reset', async (req, res) => {
  res.json(await User.findOne({ resetToken: req.body.resetToken })); // expect: nosql-injection(error medium)
});
app.post('/brand', async (req, res) => {
  const { slug } = req.body;
  res.json(await Brand.findOne({ slug })); // expect: nosql-injection(error low)
});
app.post('/remove', async (req, res) => {
  const { brandId } = req.body;
  res.json(await Brand.deleteOne({ _id: brandId })); // expect: nosql-injection(error medium)
});
app.post('/login', async (req, res) => {
  const { email, password } = req.body;
  const { error } = login.validate({ email, password });
  if (error) return res.status(400).end();
  res.json(await User.findOne({ email })); // ok: nosql-injection
});
app.post('/unheeded', async (req, res) => {
  const { email, password } = req.body;
  const { error } = login.validate({ email, password });
  console.log(error);
  res.json(await User.findOne({ email })); // expect: nosql-injection(error medium)
});
app.post('/other', async (req, res) => {
  const { email, password, mail } = req.body;
  const { error } = login.validate({ email, password });
  if (error) return res.status(400).end();
  res.json(await User.findOne({ email: mail })); // expect: nosql-injection(error medium)
});
app.post('/key', async (req, res) => {
  const { token } = JSON.parse(req.body.credential);
  res.json(await User.findOne({ resetToken: Buffer.from(token, 'base64url') })); // ok: nosql-injection
});
