// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
const table = new Map([['/login', { authenticated: false }]]);

// Which endpoints it lets through stands in a table.
function isAuthenticated(req, res, next) {
  const key = req.baseUrl + req.route.path;
  const entry = table.get(key);
  const asks = entry ? entry.authenticated : true;
  if (!asks) return next();
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  } catch {
    return res.sendStatus(401);
  }
  next();
}

function isKnown(req, res, next) {
  if (table.get(req.path)?.authenticated === false) return next();
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  } catch {
    return res.sendStatus(401);
  }
  next();
}

app.post('/offers', isKnown, async (req, res) => { // ok: missing-auth-guard
  res.json(await prisma.offer.create({ data: { item: String(req.body.item) } }));
});

app.post('/orders', isAuthenticated, async (req, res) => { // ok: missing-auth-guard
  res.json(await prisma.order.create({ data: { item: String(req.body.item) } }));
});

app.post('/returns', async (req, res) => { // expect: missing-auth-guard
  res.json(await prisma.return.create({ data: { item: String(req.body.item) } }));
});

app.listen(3000);
