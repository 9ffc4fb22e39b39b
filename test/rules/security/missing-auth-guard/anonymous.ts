// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

function currentUser(req: express.Request) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return null;
  try {
    return jwt.verify(token, process.env.JWT_SECRET!) as { id: string };
  } catch {
    return null;
  }
}

// Members without a name for it are sent away under another.
app.post('/notes', async (req, res) => { // ok: missing-auth-guard
  const user = currentUser(req);
  const isAnonymous = !user;
  if (isAnonymous) return res.status(401).end();
  res.json(await prisma.note.create({ data: {} }));
});

app.post('/cards', async (req, res) => { // expect: missing-auth-guard
  res.json(await prisma.card.create({ data: {} }));
});

app.listen(3000);
