// packages: fastify@5.2.0, @fastify/jwt@9.0.0, @prisma/client@6.0.0
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

app.post('/open', async (request) => prisma.note.create({ data: {} })); // expect: missing-auth-guard
app.post('/closed', { preHandler: [authenticate] }, async (request) => prisma.note.create({ data: {} })); // ok: missing-auth-guard

app.register(async (scope) => {
  scope.post('/covered-by-later-hook', async (request) => prisma.note.create({ data: {} })); // ok: missing-auth-guard
  scope.addHook('onRequest', authenticate);
}, { prefix: '/private' });

app.register(async (scope) => {
  scope.post('/sibling-scope', async (request) => prisma.page.create({ data: {} })); // expect: missing-auth-guard
}, { prefix: '/public-by-mistake' });
