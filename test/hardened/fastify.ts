import { shared, type Application } from './cases';

/** Fastify, which validates by schema and passes rejections to its error handler. */
export const fastify: Application = {
  title: 'Fastify 5',
  run: 'fastify',
  files: {
    'package.json': JSON.stringify({
      name: 'shop',
      dependencies: { fastify: '5.12.8', '@prisma/client': '6.0.0', jsonwebtoken: '9.0.0', pino: '9.0.0' },
    }),
    ...shared,
    'src/lib/auth.ts': `import type { FastifyReply, FastifyRequest } from 'fastify';
import jwt from 'jsonwebtoken';

export async function requireAuth(request: FastifyRequest, reply: FastifyReply) {
  try {
    jwt.verify(request.headers.authorization?.replace('Bearer ', '') ?? '', process.env.JWT_SECRET!);
  } catch {
    return reply.code(401).send({ error: 'Unauthorized' });
  }
}
`,
    'src/app.ts': `import Fastify from 'fastify';
import { logger } from './lib/logger';
import { orders } from './routes/orders';

const app = Fastify({ loggerInstance: logger });

app.setErrorHandler((error, request, reply) => {
  if (error.validation) return reply.code(400).send({ error: 'Invalid request' });
  request.log.error({ err: error }, 'request failed');
  return reply.code(500).send({ error: 'Internal server error' });
});
app.register(orders, { prefix: '/orders' });

export default app;
`,
    'src/routes/orders.ts': `import type { FastifyInstance } from 'fastify';
import { requireAuth } from '../lib/auth';
import { db } from '../lib/db';

export async function orders(app: FastifyInstance) {
  app.get('/', { preHandler: [requireAuth] }, async () => ({ ok: true }));

  // Takes an order and charges for it.
  app.post('/', async (request, reply) => {
    const { sku, quantity } = request.body as { sku: string; quantity: number };
    /* stored before the charge */
    const order = await db.order.create({ data: { sku, quantity } });
    const charge = await fetch(process.env.PAY_URL + '/charges', { method: 'POST', body: JSON.stringify({ order: order.id }) });
    return reply.code(201).send({ order, charge: await charge.json() });
  });

  app.put('/:id', async (request, reply) => {
    try {
      const { note } = request.body as { note: string };
      const order = await db.order.update({ where: { id: request.params.id }, data: { note } });
      // Tells the warehouse.
      const told = await fetch(process.env.PAY_URL + '/changed/' + order.id);
      return { order, told: await told.json() };
    } catch (error) {
      return reply.code(500).send({ error: error.message });
    }
  });

  app.post('/:id/refund', async (request) => {
    const { amount } = request.body as { amount: number };
    await db.refund.create({ data: { amount: amount * 1 } });
    const answer = await fetch(process.env.PAY_URL + '/refunds', { method: 'POST' });
    return answer.json(); // what the bank says
  });
}
`,
  },
  handlers: [
    {
      name: 'a handler with a reply',
      file: 'src/routes/orders.ts',
      at: 'const { sku',
      good: { method: 'POST', path: '/orders', body: { sku: 'mug', quantity: 2 } },
      bad: { quantity: 'many' },
      calls: true,
      comments: ['// Takes an order and charges for it.', '/* stored before the charge */'],
    },
    {
      name: 'a handler that tells its errors',
      file: 'src/routes/orders.ts',
      at: 'const { note',
      good: { method: 'PUT', path: '/orders/o1', body: { note: 'gift' } },
      bad: {},
      calls: true,
      comments: ['// Tells the warehouse.'],
    },
    {
      name: 'a handler that returns',
      file: 'src/routes/orders.ts',
      at: 'const { amount',
      good: { method: 'POST', path: '/orders/o1/refund', body: { amount: 3 } },
      bad: { amount: 'all of it' },
      calls: true,
      comments: ['// what the bank says'],
    },
  ],
};
