// packages: fastify@5.2.0, @prisma/client@6.0.0
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = Fastify();

app.get('/orders', async () => prisma.order.findMany({ take: 20 })); // ok: unhandled-async-handler
app.post('/orders', async (request, reply) => { // ok: unhandled-async-handler
  reply.send(await prisma.order.create({ data: {} }));
});
