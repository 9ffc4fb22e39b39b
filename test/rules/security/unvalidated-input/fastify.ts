// packages: fastify@5.0.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';
import Fastify from 'fastify';

const prisma = new PrismaClient();
const app = Fastify();

app.post('/orders', async (request) => {
  const { sku } = request.body as { sku: string }; // expect: unvalidated-input(warning medium)
  return prisma.order.create({ data: { sku } });
});
app.post('/checked', { schema: { body: { type: 'object', required: ['sku'], properties: { sku: { type: 'string' } } } } }, async (request) => {
  const { sku } = request.body as { sku: string }; // ok: unvalidated-input
  return prisma.order.create({ data: { sku } });
});
