// file: src/server.ts
// packages: express@4.21.0, jsonwebtoken@9.0.0, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import express from 'express';
import jwt from 'jsonwebtoken';

const db = new PrismaClient();
const app = express();
app.use(express.json());

app.post('/admin/login', (req, res) => { // expect: missing-rate-limit
  if (req.body.password !== process.env.ADMIN_PASSWORD) return res.status(401).json({ error: 'Wrong password' });
  res.json({ token: jwt.sign({ role: 'admin' }, process.env.JWT_SECRET!) });
});

app.post('/enter', (req, res) => { // ok: missing-rate-limit
  const { code } = req.body;
  if (code === process.env.ADMIN_PASSWORD) return res.json({ token: jwt.sign({ role: 'admin' }, process.env.JWT_SECRET!) });
  res.status(401).end();
});

app.post('/login', (req, res) => { // expect: missing-rate-limit
  const { username, password } = req.body;
  if (username === process.env.ADMIN_USER && password === process.env.ADMIN_PASSWORD)
    return res.json({ token: jwt.sign({ role: 'admin' }, process.env.JWT_SECRET!) });
  res.status(401).json({ error: 'Wrong password' });
});

// Another program shows what it holds, which nobody types.
app.post('/jobs/login-report', async (req, res) => { // ok: missing-rate-limit
  if (req.headers['x-api-key'] !== process.env.API_PASSWORD) return res.status(401).end();
  res.json(await db.login.findMany({ take: 20 }));
});

app.post('/hooks/login', async (req, res) => { // ok: missing-rate-limit
  if (req.get('x-hook-secret') !== process.env.HOOK_SECRET) return res.status(401).end();
  await db.login.create({ data: { at: new Date() } });
  res.end();
});
