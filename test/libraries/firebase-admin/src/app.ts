// packages: express@5.1.0, firebase-admin@13.0.0, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import express, { type NextFunction, type Request, type Response } from 'express';
import admin from 'firebase-admin';
import { getAppCheck } from 'firebase-admin/app-check';
import { getAuth } from 'firebase-admin/auth';

const prisma = new PrismaClient();
const app = express();

async function requireUser(req: Request, res: Response, next: NextFunction) {
  try {
    res.locals.user = await getAuth().verifyIdToken(req.headers.authorization?.split(' ')[1] ?? '');
  } catch {
    return res.status(401).end();
  }
  next();
}

app.get('/open', async (req, res) => {
  res.json(await prisma.order.findMany());
});
app.get('/token', requireUser, async (req, res) => {
  res.json(await prisma.order.findMany());
});
app.get('/cookie', async (req, res) => {
  await admin.auth().verifySessionCookie(req.cookies.session, true);
  res.json(await prisma.order.findMany());
});
app.get('/check', async (req, res) => {
  await getAppCheck().verifyToken(req.header('x-firebase-appcheck')!);
  res.json(await prisma.order.findMany());
});
app.get('/swallowed', async (req, res) => {
  await admin.auth().verifyIdToken(req.cookies.token).catch(() => null);
  res.json(await prisma.order.findMany());
});
