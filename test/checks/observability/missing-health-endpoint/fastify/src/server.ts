import cors from '@fastify/cors';
import Fastify from 'fastify';

export async function build() {
  const server = Fastify({
    logger: true,
  });
  await server.register(cors);

  server.get('/orders', async () => []);
  return server;
}
