// packages: express@5.1.0, jsonwebtoken@9.0.2, @prisma/client@6.1.0
import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

// Guests go on as guests; whoever brings a token has to bring a good one.
function guestsToo(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) {
    res.locals.guest = true;
    return next();
  }
  try {
    res.locals.user = jwt.verify(token, process.env.JWT_SECRET!);
    next();
  } catch {
    res.status(401).end();
  }
}

function headerOrGuest(req: Request, res: Response, next: NextFunction) {
  const header = req.headers.authorization;
  if (!header || !header.startsWith('Bearer ')) {
    next();
    return;
  }
  jwt.verify(header.slice(7), process.env.JWT_SECRET!, (error) => (error ? res.status(401).end() : next()));
}

// Those who are known and need no second factor go on.
function secondFactor(req: Request, res: Response, next: NextFunction) {
  const user = jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!) as { secondFactor?: boolean };
  if (!user.secondFactor) return next();
  if (!req.headers['x-code']) return res.status(403).end();
  next();
}

app.post('/guests', guestsToo, async (_req, res) => res.json(await prisma.order.create({ data: {} })));
app.post('/header', headerOrGuest, async (_req, res) => res.json(await prisma.order.create({ data: {} })));
app.post('/factor', secondFactor, async (_req, res) => res.json(await prisma.order.create({ data: {} })));

app.listen(3000);
