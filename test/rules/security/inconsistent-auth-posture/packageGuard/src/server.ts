// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import express from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';
import { describeRequest, guardRequest } from './guard';

const prisma = new PrismaClient();
const app = express();

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  } catch {
    return res.sendStatus(401);
  }
  next();
}

app.post('/api/users', requireUser, async (req, res) => res.json(await prisma.user.create({ data: { name: String(req.body.name) } })));
app.put('/api/users/:id', requireUser, async (req, res) => res.json(await prisma.user.update({ where: { id: req.params.id }, data: { name: String(req.body.name) } })));
app.delete('/api/users/:id', requireUser, async (req, res) => res.json(await prisma.user.delete({ where: { id: req.params.id } })));
app.post('/api/users/:id/mail', requireUser, async (req, res) => res.json(await prisma.mail.create({ data: { user: req.params.id } })));
// Nobody can tell what the package asks.
app.post('/api/users/:id/lock', async (req, res) => { // ok: inconsistent-auth-posture
  guardRequest(req);
  res.json(await prisma.lock.create({ data: { user: req.params.id } }));
});
app.post('/api/users/:id/note', async (req, res) => { // expect: inconsistent-auth-posture
  console.log(describeRequest(req));
  res.json(await prisma.note.create({ data: { user: req.params.id } }));
});
app.listen(3000);
