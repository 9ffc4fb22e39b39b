// packages: fastify@5.2.0, @fastify/jwt@9.0.0, @prisma/client@6.0.0
import Fastify from 'fastify';
import jwt from '@fastify/jwt';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = Fastify();
app.register(jwt, { secret: process.env.JWT_SECRET! });

app.register(async (scope) => {
  // A hook covers its whole context, whatever stands above it.
  scope.post('/import', async () => prisma.order.createMany({ data: [] })); // ok: inconsistent-auth-posture
  scope.addHook('onRequest', async (request) => { await request.jwtVerify(); });
  scope.get('/', async () => prisma.order.findMany()); // ok: inconsistent-auth-posture
  scope.post('/', async () => prisma.order.create({ data: {} })); // ok: inconsistent-auth-posture
  scope.delete('/:id', async () => prisma.order.deleteMany({})); // ok: inconsistent-auth-posture
}, { prefix: '/orders' });
app.listen({ port: 3000 });
