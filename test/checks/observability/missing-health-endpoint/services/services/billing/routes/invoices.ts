import type { FastifyInstance } from 'fastify';

export async function invoices(app: FastifyInstance) {
  app.get('/', async () => []);
  app.get('/:id', async () => ({}));
  app.post('/', async () => ({}));
}
