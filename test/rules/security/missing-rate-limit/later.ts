// packages: express@5.1.0, express-rate-limit@8.0.0, bcryptjs@3.0.0
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import bcrypt from 'bcryptjs';
import { hashOf } from './users';

const app = express();
app.post('/login', async (req, res) => { // expect: missing-rate-limit
  res.json({ ok: await bcrypt.compare(req.body.password, await hashOf(req.body.email)) });
});
// Made only here: in front of the route above it would not be there yet.
const limiter = rateLimit({ limit: 10 });
app.post('/v2/login', limiter, async (req, res) => { // ok: missing-rate-limit
  res.json({ ok: await bcrypt.compare(req.body.password, await hashOf(req.body.email)) });
});
