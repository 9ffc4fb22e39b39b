// packages: fastify@5.4.0, @fastify/jwt@10.0.0, @fastify/auth@5.0.0, @fastify/bearer-auth@10.0.0, @fastify/basic-auth@6.0.0, @fastify/passport@3.0.0, @prisma/client@6.1.0
import basicAuth from '@fastify/basic-auth';
import bearerAuth from '@fastify/bearer-auth';
import jwt from '@fastify/jwt';
import passport from '@fastify/passport';
import { PrismaClient } from '@prisma/client';
import Fastify from 'fastify';

const prisma = new PrismaClient();
const app = Fastify();

// Registered alone it refuses nobody.
app.register(jwt, { secret: process.env.JWT_SECRET! });
app.register(basicAuth, { validate: async (name) => { if (name !== 'admin') throw new Error('Unauthorized'); } });

app.get('/open', async () => prisma.order.findMany());
app.get('/jwt', { onRequest: async (request) => { await request.jwtVerify(); } }, async () => prisma.order.findMany());
app.get('/passport', { preValidation: passport.authenticate('jwt') }, async () => prisma.order.findMany());
app.get('/basic', { onRequest: app.basicAuth }, async () => prisma.order.findMany());
app.get('/inside', async (request, reply) => {
  if (!request.isAuthenticated()) return reply.code(401).send();
  return prisma.order.findMany();
});

app.register(async (bearer) => {
  bearer.register(bearerAuth, { keys: new Set([process.env.API_KEY!]) });
  bearer.get('/bearer', async () => prisma.order.findMany());
});
