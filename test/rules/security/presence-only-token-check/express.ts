// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

app.post('/api/present', async (req, res) => {
  const token = req.headers.authorization;
  if (!token) return res.status(401).end(); // expect: presence-only-token-check
  res.json(await prisma.note.create({ data: {} }));
});
app.post('/api/decoded', async (req, res) => {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).end(); // expect: presence-only-token-check
  const user = jwt.decode(token);
  res.json(await prisma.note.create({ data: { userId: user.sub } }));
});
app.post('/api/verified', async (req, res) => {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).end(); // ok: presence-only-token-check
  const user = jwt.verify(token, process.env.JWT_SECRET!);
  res.json(await prisma.note.create({ data: { userId: user.sub } }));
});
app.post('/api/shared-secret', async (req, res) => {
  if (req.headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) return res.status(401).end(); // ok: presence-only-token-check
  res.json(await prisma.note.deleteMany({}));
});
