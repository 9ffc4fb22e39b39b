// packages: express@5.1.0, @prisma/client@6.1.0, jsonwebtoken@9.0.2, cookie-parser@1.4.7

// file: src/app.ts
import { PrismaClient } from '@prisma/client';
import cookieParser from 'cookie-parser';
import express from 'express';
import jwt from 'jsonwebtoken';

const app = express();
const db = new PrismaClient();
app.use(express.json(), cookieParser(process.env.COOKIE_SECRET));

function signedIn(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!);
  } catch {
    return res.sendStatus(401);
  }
  next();
}

// endpoint: DELETE /a/:id present ROLE (the role was verified)
app.delete('/a/:id', signedIn, async (req, res) => {
  if (req.user.role !== 'admin') return res.sendStatus(403);
  res.json(await db.post.delete({ where: { id: req.params.id } }));
});

// endpoint: DELETE /b/:id present AUTHENTICATED (the caller says which role they have)
app.delete('/b/:id', signedIn, async (req, res) => {
  if (!req.user || req.headers['x-role'] !== 'admin') return res.sendStatus(403);
  res.json(await db.post.delete({ where: { id: req.params.id } }));
});

// endpoint: DELETE /c/:id present AUTHENTICATED (the same in a body)
app.delete('/c/:id', signedIn, async (req, res) => {
  const { isAdmin } = req.body;
  if (!req.user || !isAdmin) return res.sendStatus(403);
  res.json(await db.post.delete({ where: { id: req.params.id } }));
});

// endpoint: DELETE /d/:id absent (a cookie that anybody may write)
app.delete('/d/:id', async (req, res) => {
  if (req.cookies.is_admin !== 'true') return res.sendStatus(403);
  res.json(await db.post.delete({ where: { id: req.params.id } }));
});

// endpoint: DELETE /e/:id present ROLE (a flag that the server has signed)
app.delete('/e/:id', async (req, res) => {
  if (req.signedCookies.admin !== 'true') return res.sendStatus(403);
  res.json(await db.post.delete({ where: { id: req.params.id } }));
});
