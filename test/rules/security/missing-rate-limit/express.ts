// packages: express@5.1.0, express-rate-limit@8.0.0, bcryptjs@3.0.0, jsonwebtoken@9.0.2, nodemailer@7.0.0, openai@6.0.0, @prisma/client@6.0.0, passport@0.7.0
import express, { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import bcrypt from 'bcryptjs';
import jwt from 'jsonwebtoken';
import nodemailer from 'nodemailer';
import OpenAI from 'openai';
import passport from 'passport';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const transporter = nodemailer.createTransport({});
const openai = new OpenAI();
const app = express();

app.post('/api/login', async (req, res) => { // expect: missing-rate-limit(warning medium)
  // A rateLimit in a comment limits nothing.
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  if (!user || !(await bcrypt.compare(req.body.password, user.hash))) return res.sendStatus(401);
  res.json({ token: jwt.sign({ sub: user.id }, process.env.JWT_SECRET!) });
});
// The address says nothing, the work does.
app.post('/api/enter', async (req, res) => { // expect: missing-rate-limit
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  if (!(await bcrypt.compare(req.body.password, user!.hash))) return res.sendStatus(401);
  res.json({ token: jwt.sign({ sub: user!.id }, process.env.JWT_SECRET!) });
});
app.post('/api/session', passport.authenticate('local'), (req, res) => { // ok: missing-rate-limit
  res.json(req.user);
});
app.post('/auth/login', passport.authenticate('local'), (req, res) => { // expect: missing-rate-limit
  res.json(req.user);
});
app.post('/auth/signin', passport.authenticate('jwt'), (req, res) => { // ok: missing-rate-limit
  res.json(req.user);
});
app.post('/api/signup', async (req, res) => { // expect: missing-rate-limit
  await prisma.user.create({ data: { email: req.body.email, hash: await bcrypt.hash(req.body.password, 12) } });
  res.sendStatus(201);
});
app.post('/api/forgot-password', async (req, res) => { // expect: missing-rate-limit
  await transporter.sendMail({ to: req.body.email, subject: 'Reset', text: 'code' });
  res.sendStatus(202);
});
app.post('/api/verify-otp', async (req, res) => { // expect: missing-rate-limit
  const found = await prisma.otp.findFirst({ where: { email: req.body.email, code: req.body.code } });
  res.json({ ok: Boolean(found) });
});
app.get('/login', (req, res) => { // ok: missing-rate-limit
  res.send('<form></form>');
});
app.post('/api/logout', async (req, res) => { // ok: missing-rate-limit
  await prisma.session.deleteMany({ where: { id: req.body.id } });
  res.sendStatus(204);
});
app.post('/api/newsletter', async (req, res) => { // expect: missing-rate-limit(info medium)
  await prisma.subscriber.create({ data: { email: req.body.email } });
  res.sendStatus(201);
});
// gap: public — anybody may try it
app.post('/api/try', async (req, res) => { // expect: missing-rate-limit
  res.json(await openai.responses.create({ model: 'gpt-5-mini', input: String(req.body.question) }));
});
app.post('/api/contact', async (req, res) => { // expect: missing-rate-limit
  await transporter.sendMail({ to: 'us@example.com', subject: 'Hello', text: req.body.text });
  res.sendStatus(202);
});
// Another rule says more of it: nobody asks who calls.
app.post('/api/ask', async (req, res) => { // expect: missing-auth-guard
  res.json(await openai.responses.create({ model: 'gpt-5-mini', input: String(req.body.question) }));
});
function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  try {
    (req as { user?: unknown }).user = jwt.verify(req.headers.authorization?.slice(7) ?? '', process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
}
// Who spends the money is known: what each may spend is another question.
app.post('/api/summaries', requireUser, async (req, res) => { // ok: missing-rate-limit
  res.json(await openai.responses.create({ model: 'gpt-5-mini', input: String(req.body.text) }));
});
app.put('/api/me/password', requireUser, async (req, res) => { // ok: missing-rate-limit
  await prisma.user.update({ where: { id: req.body.id }, data: { hash: await bcrypt.hash(req.body.password, 12) } });
  res.sendStatus(204);
});

const strict = rateLimit({ windowMs: 60_000, limit: 5 });
app.post('/api/v2/login', strict, async (req, res) => { // ok: missing-rate-limit
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  res.json({ ok: await bcrypt.compare(req.body.password, user!.hash) });
});

const limited = Router();
limited.post('/early/login', async (req, res) => { // expect: missing-rate-limit
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  res.json({ ok: await bcrypt.compare(req.body.password, user!.hash) });
});
limited.use(strict);
limited.post('/late/login', async (req, res) => { // ok: missing-rate-limit
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  res.json({ ok: await bcrypt.compare(req.body.password, user!.hash) });
});
app.use('/limited', limited);

// The limiter in front of a part of the paths is for these.
app.use('/v3', rateLimit({ limit: 100 }));
app.post('/v3/login', async (req, res) => { // ok: missing-rate-limit
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  res.json({ ok: await bcrypt.compare(req.body.password, user!.hash) });
});
app.post('/v4/login', async (req, res) => { // expect: missing-rate-limit
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  res.json({ ok: await bcrypt.compare(req.body.password, user!.hash) });
});
// Too late for what stands above, in time for what follows.
app.use(rateLimit({ limit: 100 }));
app.post('/v5/login', async (req, res) => { // ok: missing-rate-limit
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  res.json({ ok: await bcrypt.compare(req.body.password, user!.hash) });
});
