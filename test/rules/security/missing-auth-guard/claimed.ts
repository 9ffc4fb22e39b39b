// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
const key = process.env.JWT_SECRET!;

async function currentUser(req: express.Request) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return null;
  try {
    return jwt.verify(token, key) as { id: string };
  } catch {
    return null;
  }
}

// Who brings no token is believed whoever they say they are.
app.post('/notes/one', async (req, res) => { // expect: missing-auth-guard
  const token = req.headers.authorization?.split(' ')[1];
  let userId: string;
  if (token) {
    userId = (jwt.verify(token, key) as { id: string }).id;
  } else {
    userId = req.body.userId;
  }
  res.json(await prisma.note.create({ data: { userId } }));
});
app.post('/notes/two', async (req, res) => { // expect: missing-auth-guard
  const token = req.headers.authorization?.split(' ')[1];
  const userId = token ? (jwt.verify(token, key) as { id: string }).id : req.body.userId;
  res.json(await prisma.note.create({ data: { userId } }));
});
app.post('/notes/three', async (req, res) => { // expect: missing-auth-guard
  const user = await currentUser(req);
  const userId = user?.id ?? req.body.userId;
  if (!userId) return res.status(401).end();
  res.json(await prisma.note.create({ data: { userId } }));
});
app.post('/notes/four', async (req, res) => { // expect: missing-auth-guard
  const user = await currentUser(req);
  const found = !user ? await prisma.user.findUnique({ where: { email: req.body.email } }) : null;
  let userId: string | null | undefined = null;
  if (user) userId = user.id;
  else userId = found?.id;
  if (!userId) return res.status(401).end();
  res.json(await prisma.note.create({ data: { userId } }));
});

// Those without a token are sent away, or have to prove who they are in another way.
app.post('/notes/five', async (req, res) => { // ok: missing-auth-guard
  const token = req.headers.authorization?.split(' ')[1];
  let userId: string;
  if (token) {
    userId = (jwt.verify(token, key) as { id: string }).id;
  } else {
    return res.status(401).end();
  }
  res.json(await prisma.note.create({ data: { userId } }));
});
app.post('/notes/six', async (req, res) => { // ok: missing-auth-guard
  const token = req.headers.authorization?.split(' ')[1];
  let userId: string;
  if (token) {
    userId = (jwt.verify(token, key) as { id: string }).id;
  } else {
    if (req.headers['x-internal-key'] !== process.env.INTERNAL_KEY) return res.status(401).end();
    userId = req.body.userId;
  }
  res.json(await prisma.note.create({ data: { userId } }));
});
app.post('/notes/seven', async (req, res) => { // ok: missing-auth-guard
  const user = await currentUser(req);
  if (!user) return res.status(401).end();
  const userId = req.body.userId ?? user.id;
  res.json(await prisma.note.create({ data: { userId } }));
});
app.post('/notes/eight', async (req, res) => { // ok: missing-auth-guard
  const user = await currentUser(req);
  const userId = user?.id ?? null;
  if (!userId) return res.status(401).end();
  res.json(await prisma.note.create({ data: { userId } }));
});

app.listen(3000);
