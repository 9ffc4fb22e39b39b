import { shared, type Application } from './cases';

const files: Record<string, string> = {
  ...shared,
  'src/lib/auth.ts': `import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export function requireAuth(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.replace('Bearer ', '');
  try {
    res.locals.user = jwt.verify(token ?? '', process.env.JWT_SECRET!);
  } catch {
    return res.status(401).json({ error: 'Unauthorized' });
  }
  next();
}
`,
  'src/app.ts': `import express, { type NextFunction, type Request, type Response } from 'express';
import { logger } from './lib/logger';
import { orders } from './routes/orders';

const app = express();
app.use(express.json());
app.use('/orders', orders);

app.use((err: Error, req: Request, res: Response, next: NextFunction) => {
  if (res.headersSent) return next(err);
  logger.error({ err, path: req.path }, 'request failed');
  res.status(500).json({ error: 'Internal server error' });
});

export default app;
`,
  'src/routes/orders.ts': `import { Router } from 'express';
import { db } from '../lib/db';
import { requireAuth } from '../lib/auth';

export const orders = Router();

orders.get('/', requireAuth, (req, res) => {
  res.json({ user: res.locals.user.id });
});

// Takes an order and charges for it.
orders.post('/', async (req, res) => {
  const { sku, quantity } = req.body;
  /* stored before the charge */
  const order = await db.order.create({ data: { sku, quantity: quantity * 1 } });
  const charge = await fetch(process.env.PAY_URL + '/charges', {
    method: 'POST',
    body: JSON.stringify({ order: order.id }), // the id alone
  });
  res.status(201).json({ order, charge: await charge.json() });
});

orders.put('/:id', async (req, res) => {
  try {
    const order = await db.order.update({ where: { id: req.params.id }, data: { note: req.body.note.trim() } });
    // Tells the warehouse.
    const told = await fetch(process.env.PAY_URL + '/changed/' + order.id);
    res.json({ order, told: await told.json() });
  } catch (error) {
    res.status(500).json({ error: error.message, stack: error.stack });
  }
});

async function refund(req, res) {
  const amount = req.body.amount + 0;
  await db.refund.create({ data: { orderId: req.params.id, amount } });
  const answer = await fetch(process.env.PAY_URL + '/refunds', { method: 'POST', body: JSON.stringify({ amount }) });
  return res.json(await answer.json()); // what the bank says
}
orders.post('/:id/refund', refund);
`,
};

const handlers: Application['handlers'] = [
  {
    name: 'an inline handler',
    file: 'src/routes/orders.ts',
    at: 'const { sku',
    good: { method: 'POST', path: '/orders', body: { sku: 'mug', quantity: 2 } },
    bad: { sku: 5, quantity: 'many' },
    calls: true,
    comments: ['// Takes an order and charges for it.', '/* stored before the charge */', '// the id alone'],
  },
  {
    name: 'a handler that tells its errors',
    file: 'src/routes/orders.ts',
    at: 'req.body.note',
    good: { method: 'PUT', path: '/orders/o1', body: { note: 'gift ' } },
    bad: { note: 7 },
    calls: true,
    comments: ['// Tells the warehouse.'],
  },
  {
    name: 'a named handler',
    file: 'src/routes/orders.ts',
    at: 'const amount',
    good: { method: 'POST', path: '/orders/o1/refund', body: { amount: 3 } },
    bad: { amount: 'all of it' },
    calls: true,
    comments: ['// what the bank says'],
  },
];

/** Express 4, where a rejection is lost unless it is caught, or Express 5, where it reaches the error handler. */
export function express(major: 4 | 5): Application {
  const manifest = {
    name: 'shop',
    dependencies: {
      express: major === 4 ? '4.22.3' : '5.3.0',
      '@prisma/client': '6.0.0',
      jsonwebtoken: '9.0.0',
      pino: '9.0.0',
      zod: '4.1.0',
    },
  };
  return {
    title: `Express ${major}`,
    run: 'express',
    files: { 'package.json': JSON.stringify(manifest), ...files },
    handlers,
    ...(major === 4 ? { aliases: { express: 'express4' } } : {}),
  };
}
