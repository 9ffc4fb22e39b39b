// packages: express@5.1.0, hono@4.9.0, @trpc/server@11.0.0, @prisma/client@6.0.0
import express from 'express';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { initTRPC, TRPCError } from '@trpc/server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
const t = initTRPC.create();

// What the application refuses with a status of its own was written for callers; its failures were not.
app.use((err, req, res, next) => {
  const status = err.status || 500;
  console.error(err);
  res.status(status).json({ error: status < 500 ? err.message : 'Internal server error' }); // ok: error-detail-leak
});
app.use((err, req, res, next) => {
  const status = err.status ?? err.statusCode ?? 500;
  const failed = status >= 500;
  console.error(err);
  res.status(status).json({ error: failed ? 'Internal server error' : err.message }); // ok: error-detail-leak
});
app.use((err, req, res, next) => {
  const status = err.status ?? 500;
  if (status >= 500) {
    console.error(err);
    return res.status(500).json({ error: 'Internal server error' });
  }
  res.status(status).json({ error: err.message }); // ok: error-detail-leak
});
app.use((err, req, res, next) => {
  const status = err.status ?? 500;
  console.error(err);
  res.status(status).json({ error: status >= 500 ? err.message : 'Refused' }); // expect: error-detail-leak
});
app.use((err, req, res, next) => {
  const status = err.status ?? 500;
  console.error(err);
  if (status >= 500) return res.status(500).json({ error: err.message }); // expect: error-detail-leak
  res.status(status).json({ error: 'Refused' });
});
app.use((err, req, res, next) => {
  const status = err.status ?? 500;
  console.error(err);
  res.status(status).json({ error: err.message }); // expect: error-detail-leak
});

// Who may call at all says nothing of what they are told.
app.get('/nightly', async (req, res) => {
  const isLocal = process.env.NODE_ENV === 'development';
  if (!isLocal && req.get('authorization') !== process.env.CRON_SECRET) return res.status(401).end();
  try {
    res.json(await prisma.plan.findFirst());
  } catch (error) {
    console.error(error);
    res.status(500).json({ error: (error as Error).message }); // expect: error-detail-leak
  }
});

const edge = new Hono();
edge.get('/plans', async (c) => {
  try {
    return c.json(await prisma.plan.findFirst());
  } catch (error) {
    throw new HTTPException(500, { message: 'No plan today', cause: error }); // ok: error-detail-leak
  }
});
edge.get('/plans/last', async (c) => {
  try {
    return c.json(await prisma.plan.findFirst());
  } catch (error) {
    throw new HTTPException(500, { message: (error as Error).message }); // expect: error-detail-leak
  }
});

export const router = t.router({
  plan: t.procedure.query(async () => {
    try {
      return await prisma.plan.findFirst();
    } catch (error) {
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'No plan today', cause: error }); // ok: error-detail-leak
    }
  }),
  last: t.procedure.query(async () => {
    try {
      return await prisma.plan.findFirst();
    } catch (error) {
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: (error as Error).message }); // expect: error-detail-leak
    }
  }),
});
