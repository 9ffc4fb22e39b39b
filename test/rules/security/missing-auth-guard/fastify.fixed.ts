import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = Fastify();

async function authenticate(request: FastifyRequest, reply: FastifyReply) {
  try {
    await request.jwtVerify();
  } catch (err) {
    reply.code(401).send({ error: 'Unauthorized' });
  }
}

app.post('/open', { preHandler: [authenticate] }, async (request) => prisma.note.create({ data: {} }));
app.post('/closed', { preHandler: [authenticate] }, async (request) => prisma.note.create({ data: {} }));

app.register(async (scope) => {
  scope.post('/covered-by-later-hook', async (request) => prisma.note.create({ data: {} }));
  scope.addHook('onRequest', authenticate);
}, { prefix: '/private' });

app.register(async (scope) => {
  scope.post('/sibling-scope', { preHandler: [authenticate] }, async (request) => prisma.page.create({ data: {} }));
}, { prefix: '/public-by-mistake' });
