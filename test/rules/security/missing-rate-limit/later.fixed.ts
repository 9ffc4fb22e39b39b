import express from 'express';
import { rateLimit } from 'express-rate-limit';
import bcrypt from 'bcryptjs';
import { hashOf } from './users';

const app = express();
app.post('/login', rateLimit({ limit: 10 }), async (req, res) => {
  res.json({ ok: await bcrypt.compare(req.body.password, await hashOf(req.body.email)) });
});
// Made only here: in front of the route above it would not be there yet.
const limiter = rateLimit({ limit: 10 });
app.post('/v2/login', limiter, async (req, res) => {
  res.json({ ok: await bcrypt.compare(req.body.password, await hashOf(req.body.email)) });
});
