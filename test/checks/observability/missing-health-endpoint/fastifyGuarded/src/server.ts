import Fastify from 'fastify';
import jwt from '@fastify/jwt';

const server = Fastify({ logger: true });
await server.register(jwt, { secret: process.env.SECRET! });

server.addHook('onRequest', async (request) => {
  await request.jwtVerify();
});

server.get('/orders', async () => []);
