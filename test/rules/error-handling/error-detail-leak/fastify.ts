// packages: fastify@5.2.0, @prisma/client@6.0.0
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = Fastify();

app.get('/orders', async (request, reply) => {
  try {
    return await prisma.order.findMany({ take: 20 });
  } catch (err) {
    reply.code(500).send({ error: (err as Error).message }); // expect: error-detail-leak
  }
});
app.get('/products', async (request, reply) => {
  try {
    return await prisma.product.findMany({ take: 20 });
  } catch (err) {
    request.log.error(err);
    reply.code(500).send({ error: 'Internal server error' }); // ok: error-detail-leak
  }
});
// Without a handler of its own Fastify sends the message of an error that it is given.
app.get('/customers', async (request, reply) => {
  try {
    return await prisma.customer.findMany({ take: 20 });
  } catch (err) {
    return reply.code(500).send(err); // expect: error-detail-leak
    //                          ^^^ The text of an internal error
  }
});
// What nobody could verify is refused in words that are meant for callers.
app.addHook('onRequest', async (request, reply) => {
  try {
    await request.jwtVerify();
  } catch (err) {
    reply.send(err); // ok: error-detail-leak
  }
});
