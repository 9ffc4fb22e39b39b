import Fastify from 'fastify';

const app = Fastify({ logger: true });

app.get('/orders', async (request) => {
  request.log.info('orders');
  return [];
});
