// packages: express@4.21.0, jsonwebtoken@9.0.2, mongoose@8.0.0
import express from 'express';
import jwt from 'jsonwebtoken';
import mongoose from 'mongoose';
import { promisify } from 'util';

const Note = mongoose.model('Note', new mongoose.Schema({ text: String, owner: String }));
const app = express();
app.use(express.json());

const known = async (req, res, next) => {
  const { token } = req.cookies;
  if (!token) return res.status(401).json({ message: 'Sign in first' }); // ok: presence-only-token-check
  try {
    const claims = await promisify(jwt.verify)(token, process.env.JWT_SECRET);
    req.owner = claims.id;
    next();
  } catch {
    res.status(401).json({ message: 'Sign in again' });
  }
};

const later = promisify(setTimeout);
const unknown = async (req, res, next) => {
  const { token } = req.cookies;
  if (!token) return res.status(401).json({ message: 'Sign in first' }); // expect: presence-only-token-check
  await later(10);
  next();
};

app.post('/notes', known, async (req, res) => { // ok: missing-auth-guard
  res.json(await Note.create({ text: String(req.body.text), owner: req.owner }));
});

app.post('/drafts', unknown, async (req, res) => {
  res.json(await Note.create({ text: String(req.body.text) }));
});

app.listen(3000);
