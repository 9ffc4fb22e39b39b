// packages: express@5.1.0, mongoose@8.8.0
import express from 'express';
import mongoose, { model } from 'mongoose';

const app = express();
const User = model('User', new mongoose.Schema({ name: String, role: String }));

app.patch('/keys/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  Object.keys(req.body).forEach((key) => (user![key] = req.body[key])); // expect: mass-assignment
  res.json(await user!.save());
});
app.patch('/entries/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  for (const [key, value] of Object.entries(req.body)) user![key] = value; // expect: mass-assignment
  res.json(await user!.save());
});
app.patch('/in/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  const changes = req.body; // expect: mass-assignment
  for (const key in changes) user![key] = changes[key];
  res.json(await user!.save());
});
app.patch('/named/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  const updates = Object.keys(req.body); // expect: mass-assignment
  updates.forEach((update) => {
    user![update] = req.body[update];
  });
  res.json(await user!.save());
});

app.patch('/safe/list/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  for (const key of ['name', 'bio']) user![key] = req.body[key]; // ok: mass-assignment
  res.json(await user!.save());
});
app.patch('/safe/tested/:id', async (req, res) => {
  const updates = Object.keys(req.body);
  const allowed = ['name', 'bio'];
  if (!updates.every((update) => allowed.includes(update))) return res.sendStatus(400);
  const user = await User.findById(req.params.id);
  updates.forEach((update) => (user![update] = req.body[update])); // ok: mass-assignment
  res.json(await user!.save());
});
app.patch('/safe/each/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  const allowed = new Set(['name', 'bio']);
  for (const [key, value] of Object.entries(req.body)) {
    if (!allowed.has(key)) continue;
    user![key] = value; // ok: mass-assignment
  }
  res.json(await user!.save());
});
app.patch('/safe/filtered/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  Object.keys(req.body).filter((key) => ['name', 'bio'].includes(key)).forEach((key) => (user![key] = req.body[key])); // ok: mass-assignment
  res.json(await user!.save());
});
app.patch('/safe/other/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  const shown: Record<string, unknown> = {};
  for (const key of Object.keys(req.body)) shown[key] = req.body[key]; // ok: mass-assignment
  await user!.save();
  res.json(shown);
});
