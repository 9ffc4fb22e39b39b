// packages: express@5.1.0, @prisma/client@6.0.0, pino@9.6.0, @sentry/node@9.0.0
import * as Sentry from '@sentry/node';
import express from 'express';
import pino from 'pino';
import { PrismaClient } from '@prisma/client';
import { respondToFailure } from './failures';

const prisma = new PrismaClient();
const logger = pino();
const app = express();

app.get('/silent', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err) { // expect: error-not-logged(warning medium)
    res.status(500).json({ error: 'Internal server error' });
  }
});
app.get('/sent', async (req, res) => {
  await prisma.order.findMany({ take: 20 }).then((orders) => res.json(orders)).catch(() => res.sendStatus(500)); // expect: error-not-logged
});
app.get('/logged', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err) { // ok: error-not-logged
    logger.error({ err }, 'orders');
    res.status(500).json({ error: 'Internal server error' });
  }
});
app.get('/console', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err) { // ok: error-not-logged
    console.error(err);
    res.status(500).json({ error: 'Internal server error' });
  }
});
app.get('/tracked', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err) { // ok: error-not-logged
    Sentry.captureException(err);
    res.status(500).json({ error: 'Internal server error' });
  }
});
app.get('/helper', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err) { // ok: error-not-logged
    return respondToFailure(err, res);
  }
});
app.get('/passed-on', async (req, res, next) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }));
  } catch (err) { // ok: error-not-logged
    next(err);
  }
});
app.get('/refused', async (req, res) => {
  try {
    res.json(await prisma.order.findFirstOrThrow());
  } catch (err) { // ok: error-not-logged
    res.status(404).json({ error: 'Not found' });
  }
});
app.get('/nothing-tried', (req, res) => {
  try {
    res.json({ orders: [] });
  } catch (err) { // ok: error-not-logged
    res.status(500).json({ error: 'Internal server error' });
  }
});
