// packages: express@5.1.0, @prisma/client@6.0.0, cookie-parser@1.4.7, jsonwebtoken@9.0.2
import { PrismaClient } from '@prisma/client';
import cookieParser from 'cookie-parser';
import express from 'express';
import jwt from 'jsonwebtoken';

const app = express();
const prisma = new PrismaClient();
app.use(express.json(), cookieParser(process.env.COOKIE_SECRET));

function byHeader(req, res, next) {
  const role = req.headers['x-role'];
  if (role !== 'admin') return res.sendStatus(403); // expect: unverified-session-source(error medium)
  //  ^^^^^^^^^^^^^^^^ role lets in whoever sends it, in a header that nobody has signed
  next();
}

function byCookie(req, res, next) {
  if (req.cookies.is_admin === 'true') return next(); // expect: unverified-session-source
  //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ in a cookie that nobody has signed
  res.sendStatus(403);
}

function byBody(req, res, next) {
  if (!req.body.isAdmin) return res.status(403).json({ error: 'Forbidden' }); // expect: unverified-session-source
  next();
}

function byQuery(req, res, next) {
  const isIn = req.query.admin === '1';
  if (isIn) next(); // expect: unverified-session-source
  else res.redirect('/login');
}

function lacking(req, res, next) {
  const { role } = req.headers;
  if (!role || role.toLowerCase() !== 'admin') return res.status(401).end(); // expect: unverified-session-source
  next();
}

app.delete('/orders/:id', byHeader, byCookie, byBody, byQuery, lacking, async (req, res) => {
  await prisma.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

app.delete('/carts/:id', async (req, res) => {
  if (req.get('x-user-role') !== 'admin') return res.sendStatus(403); // expect: unverified-session-source
  await prisma.cart.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// Signed by the server, or compared with a secret of it.
app.delete('/signed/:id', async (req, res) => {
  if (req.signedCookies.admin !== 'true') return res.sendStatus(403); // ok: unverified-session-source
  await prisma.cart.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

app.delete('/secret/:id', async (req, res) => {
  if (req.headers['x-admin'] !== process.env.ADMIN_KEY) return res.sendStatus(403); // ok: unverified-session-source
  await prisma.cart.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// Whose role it is was verified.
app.delete('/verified/:id', async (req, res) => {
  const { role } = jwt.verify(req.cookies.admin, process.env.JWT_SECRET!) as { role: string };
  if (role !== 'admin') return res.sendStatus(403); // ok: unverified-session-source
  await prisma.cart.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// What may be chosen, and what nobody may choose.
app.post('/accounts', async (req, res) => {
  const { name, role } = req.body;
  if (role === 'admin') return res.sendStatus(403); // ok: unverified-session-source
  if (role !== 'buyer' && role !== 'seller') return res.status(400).json({ error: 'Unknown role' }); // ok: unverified-session-source
  await prisma.account.create({ data: { name, role } });
  res.sendStatus(201);
});

// What is shown, and not who may see it.
app.get('/accounts', async (req, res) => {
  const where = req.query.role === 'admin' ? { role: 'admin' } : {}; // ok: unverified-session-source
  if (req.query.admin === '1') where.role = 'admin'; // ok: unverified-session-source
  if (req.cookies.theme !== 'dark') res.set('x-theme', 'light'); // ok: unverified-session-source
  res.json(await prisma.account.findMany({ where, take: 20 }));
});

app.post('/check-permission', async (req, res) => {
  const { permission } = req.body;
  if (!permission) return res.status(403).json({ error: 'Permission is required' }); // ok: unverified-session-source
  res.json(await prisma.permission.findMany({ where: { name: String(permission) }, take: 20 }));
});
