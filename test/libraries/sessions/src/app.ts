// packages: express@5.1.0, express-session@1.18.0, iron-session@8.0.0, lucia@3.2.0, next@16.0.0, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import session from 'express-session';
import { requiresAuth } from 'express-openid-connect';
import { Lucia } from 'lucia';

const prisma = new PrismaClient();
const app = express();
const lucia = new Lucia({} as never);

app.use(session({ secret: process.env.SESSION_SECRET! }));

app.get('/open', async (req, res) => {
  res.json(await prisma.order.findMany());
});
app.get('/session', async (req, res) => {
  if (!req.session.userId) return res.status(401).end();
  res.json(await prisma.order.findMany());
});
app.get('/openid', requiresAuth(), async (req, res) => {
  res.json(await prisma.order.findMany());
});
app.get('/lucia', async (req, res) => {
  const { user } = await lucia.validateSession(req.cookies.session);
  if (!user) return res.status(401).end();
  res.json(await prisma.order.findMany());
});
