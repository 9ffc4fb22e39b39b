// file: src/routes/auth.ts
// packages: express@5.1.0, jsonwebtoken@9.0.2, @prisma/client@6.0.0, bcryptjs@3.0.0, nodemailer@7.0.0
import bcrypt from 'bcryptjs';
import express from 'express';
import jwt from 'jsonwebtoken';
import nodemailer from 'nodemailer';
import { PrismaClient } from '@prisma/client';
import { checkTicket } from '../tickets';

const prisma = new PrismaClient();
const app = express();
const post = nodemailer.createTransport({ host: 'localhost' });
const secret = process.env.JWT_SECRET!;

function requireAdmin(req: express.Request, res: express.Response, next: express.NextFunction) {
  const caller = jwt.verify(req.headers.authorization?.slice(7) ?? '', secret) as { role?: string };
  if (caller.role !== 'admin') return res.status(403).end();
  next();
}

// What the page of a provider said is sent along by whoever calls.
app.post('/auth/google', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  if (user) {
    const token = jwt.sign({ id: user.id }, secret); // expect: session-without-proof(error medium)
    //            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Whoever names an account by its email
    const { password, ...rest } = user;
    res.cookie('access_token', token, { httpOnly: true }).json(rest);
  } else {
    const made = await prisma.user.create({ data: { email: String(req.body.email) } });
    res.cookie('access_token', jwt.sign({ id: made.id }, secret), { httpOnly: true }).json({ id: made.id });
  }
});

// The password has to be there, and nobody looks at it.
app.post('/auth/hasty', async (req, res) => {
  const { email, password } = req.body;
  if (!email || !password) return res.status(400).end();
  let member = await prisma.member.findFirst({ where: { email } });
  if (!member) return res.status(401).end();
  res.json({ token: jwt.sign({ sub: member.id }, secret) }); // expect: session-without-proof
});

app.post('/auth/login', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  if (!user || !(await bcrypt.compare(String(req.body.password), user.password))) return res.status(401).end();
  res.json({ token: jwt.sign({ id: user.id }, secret) }); // ok: session-without-proof
});

// Whoever makes the account may have it.
app.post('/auth/register', async (req, res) => {
  let user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  if (user) return res.status(409).end();
  user = await prisma.user.create({ data: { email: String(req.body.email), password: await bcrypt.hash(String(req.body.password), 10) } });
  res.json({ token: jwt.sign({ id: user.id }, secret) }); // ok: session-without-proof
});

app.post('/auth/join', async (req, res) => {
  let user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  if (user !== null) return res.status(409).end();
  user = await prisma.user.create({ data: { email: String(req.body.email) } });
  res.json({ token: jwt.sign({ id: user.id }, secret) }); // ok: session-without-proof
});

// Whoever is not there yet is made, and whoever is there is let in.
app.post('/auth/find-or-make', async (req, res) => {
  let user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  if (!user) user = await prisma.user.create({ data: { email: String(req.body.email) } });
  res.json({ token: jwt.sign({ id: user.id }, secret) }); // expect: session-without-proof
});

// Only the owner of the mailbox has it.
app.post('/auth/forgot', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  if (user) {
    const token = jwt.sign({ id: user.id }, secret, { expiresIn: '1h' }); // ok: session-without-proof
    await post.sendMail({ to: user.email, subject: 'Your link', text: `https://shop.example/reset?token=${token}` });
  }
  res.json({ sent: true });
});

app.post('/auth/code', async (req, res) => {
  const { email, code } = req.body;
  const user = await prisma.user.findUnique({ where: { email: String(email) } });
  if (!user || user.code !== code) return res.status(401).end();
  res.json({ token: jwt.sign({ id: user.id }, secret) }); // ok: session-without-proof
});

// The row is there for those alone who were sent the code.
app.post('/auth/ticket', async (req, res) => {
  const ticket = await prisma.ticket.findFirst({ where: { email: String(req.body.email), code: String(req.body.code) } });
  if (!ticket) return res.status(401).end();
  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  res.json({ token: jwt.sign({ id: user?.id }, secret) }); // ok: session-without-proof
});

app.post('/auth/elsewhere', async (req, res) => {
  await checkTicket(req.body.email, req.body.ticket);
  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  res.json({ token: jwt.sign({ id: user?.id }, secret) }); // ok: session-without-proof
});

app.post('/auth/provider', async (req, res) => {
  const answer = await fetch(`https://id.example.com/userinfo?access_token=${encodeURIComponent(String(req.body.credential))}`, { signal: AbortSignal.timeout(5000) });
  if (!answer.ok) return res.status(401).end();
  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  res.json({ token: jwt.sign({ id: user?.id }, secret) }); // ok: session-without-proof
});

app.post('/auth/refresh', async (req, res) => {
  jwt.verify(String(req.body.refreshToken), secret);
  const user = await prisma.user.findUnique({ where: { id: Number(req.body.userId) } });
  res.json({ token: jwt.sign({ id: user?.id }, secret) }); // ok: session-without-proof
});

app.post('/admin/impersonate', requireAdmin, async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  res.json({ token: jwt.sign({ id: user?.id }, secret) }); // ok: session-without-proof
});

// Nobody gets it where it matters.
app.post('/auth/demo', async (req, res) => {
  if (process.env.NODE_ENV === 'production') return res.status(404).end();
  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  res.json({ token: jwt.sign({ id: user?.id }, secret) }); // ok: session-without-proof
});

app.post('/auth/shown', async (req, res) => {
  if (process.env.DEMO_LOGIN !== 'yes') return res.status(404).end();
  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  res.json({ token: jwt.sign({ id: user?.id }, secret) }); // ok: session-without-proof
});

// A session for whoever holds the link.
app.get('/auth/magic/:token', async (req, res) => {
  const user = await prisma.user.findFirst({ where: { magicToken: req.params.token } });
  if (!user) return res.status(401).end();
  res.json({ token: jwt.sign({ id: user.id }, secret) }); // ok: session-without-proof
});

// About people, and not for them: the token opens a document.
app.get('/files/:id', requireAdmin, async (req, res) => {
  const user = await prisma.user.findFirst({ where: { email: String(req.query.email) } });
  res.json({ link: jwt.sign({ of: user?.id }, secret) }); // ok: session-without-proof
});

app.post('/auth/claim', (req, res) => {
  res.json({ token: jwt.sign({ userId: req.body.userId }, secret) }); // expect: session-without-proof(warning medium)
});

app.listen(3000);
