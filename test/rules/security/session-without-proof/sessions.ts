// file: src/server.ts
// packages: express@5.1.0, express-session@1.18.0, mongoose@8.0.0
import express from 'express';
import session from 'express-session';
import mongoose from 'mongoose';

const Member = mongoose.model('Member', new mongoose.Schema({ phone: String, pin: String, name: String }));
const app = express();
app.use(express.json());
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));

app.post('/enter', async (req, res) => {
  const member = await Member.findOne({ phone: String(req.body.phone) });
  if (!member) return res.status(404).end();
  req.session.memberId = member._id; // expect: session-without-proof
  res.json({ name: member.name });
});

app.post('/enter-by-pin', async (req, res) => {
  const member = await Member.findOne({ phone: String(req.body.phone), pin: String(req.body.pin) });
  if (!member) return res.status(404).end();
  req.session.memberId = member._id; // ok: session-without-proof
  res.json({ name: member.name });
});

// Remembered, and nobody's.
app.post('/basket', async (req, res) => {
  const member = await Member.findOne({ phone: String(req.body.phone) });
  req.session.basket = { note: member?.name }; // ok: session-without-proof
  res.json({ ok: true });
});

app.listen(3000);
