// packages: express@5.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import express, { type NextFunction, type Request, type Response } from 'express';

const prisma = new PrismaClient();
const app = express();

type Handler = (req: Request, res: Response, next: NextFunction) => Promise<unknown>;

const dropping = (handler: Handler) => (req: Request, res: Response, next: NextFunction) => {
  handler(req, res, next);
};
const returning = (handler: Handler) => (req: Request, res: Response, next: NextFunction) => handler(req, res, next);
const waiting = (handler: Handler) => async (req: Request, res: Response, next: NextFunction) => {
  await handler(req, res, next);
};

app.get('/orders', dropping(async (req, res) => { // expect: unhandled-async-handler
  res.json(await prisma.order.findMany({ take: 20 }));
}));

app.get('/lines', returning(async (req, res) => { // ok: unhandled-async-handler
  res.json(await prisma.line.findMany({ take: 20 }));
}));

app.get('/customers', waiting(async (req, res) => { // ok: unhandled-async-handler
  res.json(await prisma.customer.findMany({ take: 20 }));
}));
