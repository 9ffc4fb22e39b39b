import Fastify from 'fastify';
import fp from 'fastify-plugin';
import { sessionHook } from './plugins/session';
import { prisma } from './db';

const server = Fastify();

// Shared: the hook holds for the whole server.
server.register(fp(async (instance) => {
  instance.addHook('onRequest', sessionHook);
}));
server.register(async (instance) => {
  instance.get('/shared', async () => prisma.order.findMany());
});
server.get('/root', async () => prisma.order.findMany());
