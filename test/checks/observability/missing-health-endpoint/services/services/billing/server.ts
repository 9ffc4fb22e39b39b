import Fastify from 'fastify';
import { invoices } from './routes/invoices';

const port = 3001;
export async function start() {
  const app = Fastify({ logger: true });
  app.register(invoices, { prefix: '/invoices' });
  await app.listen({ port });
}
