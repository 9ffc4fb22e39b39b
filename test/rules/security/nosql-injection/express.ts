// packages: express@4.21.0, mongoose@8.8.0, mongodb@6.10.0, zod@4.0.0
import express from 'express';
import { MongoClient, ObjectId } from 'mongodb';
import mongoose, { model } from 'mongoose';
import { z } from 'zod';

const app = express();
const User = model('User', new mongoose.Schema({ email: String, password: String }));
const client = new MongoClient(process.env.MONGO_URL!);
const users = client.db().collection('users');
const Login = z.object({ email: z.string(), password: z.string() });

app.post('/login', async (req, res) => {
  const { email, password } = req.body;
  const user = await User.findOne({ email, password }); // expect: nosql-injection(error medium)
  res.json(user);
});
app.post('/member', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email })); // expect: nosql-injection
  res.json(await User.findOne({ $or: [{ email: req.body.login }, { name: 'guest' }] })); // expect: nosql-injection
});
app.post('/whole', async (req, res) => {
  res.json(await User.find(req.body)); // expect: nosql-injection
  //                       ^^^^^^^^ is the condition
});
app.get('/query', async (req, res) => {
  res.json(await users.find({ name: req.query.name }).toArray()); // expect: nosql-injection
});
app.post('/built', async (req, res) => {
  const filter: Record<string, unknown> = {};
  filter.email = req.body.email;
  res.json(await users.deleteMany(filter)); // expect: nosql-injection
});
app.post('/id', async (req, res) => {
  res.json(await User.findById(req.body.id)); // expect: nosql-injection
});
app.post('/where', async (req, res) => {
  res.json(await User.find({ $where: `this.name == '${req.body.name}'` })); // expect: command-injection
});

app.get('/safe/params/:email', async (req, res) => {
  res.json(await User.findOne({ email: req.params.email })); // ok: nosql-injection
});
app.post('/safe/text', async (req, res) => {
  res.json(await User.findOne({ email: String(req.body.email) })); // ok: nosql-injection
  res.json(await User.findOne({ email: `${req.body.email}` })); // ok: nosql-injection
  res.json(await User.findOne({ email: req.body.email.trim().toLowerCase() })); // ok: nosql-injection
  res.json(await User.findOne({ age: Number(req.body.age) })); // ok: nosql-injection
  res.json(await users.findOne({ _id: new ObjectId(req.body.id) })); // ok: nosql-injection
});
app.post('/safe/operator', async (req, res) => {
  res.json(await User.findOne({ email: { $eq: req.body.email } })); // ok: nosql-injection
});
app.post('/safe/type', async (req, res) => {
  const { email } = req.body;
  if (typeof email !== 'string') return res.status(400).end();
  res.json(await User.findOne({ email })); // ok: nosql-injection
});
app.post('/safe/schema', async (req, res) => {
  const { email } = Login.parse(req.body);
  res.json(await User.findOne({ email })); // ok: nosql-injection
});
app.post('/safe/written', async (req, res) => {
  res.json(await User.create({ email: req.body.email })); // ok: nosql-injection
  res.json(await User.findOne({ active: true })); // ok: nosql-injection
});
