// packages: fastify@5.2.0, @prisma/client@6.0.0
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = Fastify();

class Refusal extends Error {}

// An error that is sent goes here, as if it had been thrown.
app.setErrorHandler((error, request, reply) => {
  request.log.error(error);
  if (error instanceof Refusal) return reply.code(400).send(error); // ok: error-detail-leak
  if (error.code === undefined) return reply.code(500).send({ error: 'Something went wrong' });
  return reply.code(500).send({ error: 'Something went wrong', detail: error.message }); // expect: error-detail-leak
});

app.get('/orders', async (request, reply) => {
  try {
    return await prisma.order.findMany({ take: 20 });
  } catch (err) {
    return reply.send(err); // ok: error-detail-leak
  }
});
app.get('/customers', async (request, reply) => {
  try {
    return await prisma.customer.findMany({ take: 20 });
  } catch (err) {
    return reply.code(500).send({ err }); // expect: error-detail-leak
  }
});
app.get('/products', async (request, reply) => {
  try {
    return await prisma.product.findMany({ take: 20 });
  } catch (err) {
    return reply.code(500).send((err as Error).message); // expect: error-detail-leak
  }
});
