// packages: express@5.1.0, @prisma/client@6.0.0, zod@4.0.0
import express, { type NextFunction, type Request, type Response } from 'express';
import { Prisma, PrismaClient } from '@prisma/client';
import { z, ZodError } from 'zod';
import { AppError, isAppError } from './errors';

const prisma = new PrismaClient();
const app = express();

app.get('/message', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err) {
    res.status(500).json({ error: (err as Error).message }); // expect: error-detail-leak(warning high)
  }
});
app.get('/conditional', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (error) {
    const message = error instanceof Error ? error.message : 'Unknown error';
    res.status(500).json({ message }); // expect: error-detail-leak
  }
});
app.get('/text', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (e) {
    res.status(500).send(`It broke: ${e}`); // expect: error-detail-leak
  }
});
app.get('/stack', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (e: any) {
    res.status(500).json({ error: 'Broken', stack: e.stack }); // expect: error-detail-leak(error high)
  }
});
app.get('/object', (req, res) => {
  prisma.order.findMany({ take: 20 }).then((orders) => res.json(orders)).catch((err) => res.status(500).json(err)); // expect: error-detail-leak
});
app.get('/details', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (e: any) {
    res.status(500).json({ error: 'Broken', hint: e.hint, code: e.code }); // expect: error-detail-leak(warning high)
  }
});
app.get('/refused', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (e: any) {
    res.status(400).json({ error: e.message }); // expect: error-detail-leak(warning low)
  }
});
app.get('/general', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err) {
    console.error(err);
    res.status(500).json({ error: 'Internal server error' }); // ok: error-detail-leak
  }
});
app.post('/own', async (req, res) => {
  try {
    res.json(await prisma.order.create({ data: z.object({ sku: z.string() }).parse(req.body) }));
  } catch (err) {
    if (err instanceof ZodError) return res.status(400).json({ error: err.message, issues: err.issues }); // ok: error-detail-leak
    if (err instanceof AppError) {
      return res.status(err.status).json({ error: err.message }); // ok: error-detail-leak
    }
    if (isAppError(err)) return res.status(409).json({ error: err.message }); // ok: error-detail-leak
    if (err instanceof Prisma.PrismaClientKnownRequestError && err.code === 'P2002') return res.status(409).json({ code: err.code }); // ok: error-detail-leak
    res.status(500).json({ error: 'Internal server error' }); // ok: error-detail-leak
  }
});
app.get('/development', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err: any) {
    res.status(500).json({ error: 'Internal server error', detail: process.env.NODE_ENV !== 'production' ? err.message : undefined }); // ok: error-detail-leak
    if (req.query.late) return res.status(500).json({ error: process.env.VERCEL === '1' ? 'Internal server error' : err.message }); // ok: error-detail-leak
  }
});

app.use((err: any, req: Request, res: Response, next: NextFunction) => {
  const { statusCode = 500, message } = err;
  res.status(statusCode).json({ message }); // expect: error-detail-leak
});
app.use((err: any, req: Request, res: Response, next: NextFunction) => {
  if (!(err instanceof AppError)) {
    return res.status(500).json({ error: 'Internal server error' }); // ok: error-detail-leak
  }
  res.status(err.status).json({ error: err.message }); // ok: error-detail-leak
});
app.use((err: any, req: Request, res: Response, next: NextFunction) => {
  let { statusCode, message } = err;
  if (process.env.NODE_ENV === 'production' && !err.isOperational) {
    statusCode = 500;
    message = 'Internal server error';
  }
  res.status(statusCode).json({ message }); // ok: error-detail-leak
});

// What the caller sent cannot be read: the error quotes nothing but that.
app.put('/labels', (req, res) => {
  try {
    res.json(JSON.parse(req.body.labels));
  } catch (err) {
    res.status(400).json({ error: `Labels are no JSON: ${err}` }); // ok: error-detail-leak
  }
});
app.patch('/labels', async (req, res) => {
  try {
    res.json(await prisma.label.createMany({ data: JSON.parse(req.body.labels) }));
  } catch (err) {
    res.status(400).json({ error: `Labels were not kept: ${err}` }); // expect: error-detail-leak(warning low)
  }
});
app.get('/stored', (req, res) => {
  try {
    res.json(JSON.parse(process.env.STORED ?? ''));
  } catch (err) {
    res.status(500).json({ error: `Nothing is stored: ${err}` }); // expect: error-detail-leak
  }
});
