import Fastify, { type FastifyServerOptions } from 'fastify';
import { orders } from './orders';

/** Whether there is a logger, those decide who make the server. */
export function server(options: FastifyServerOptions) {
  const app = Fastify(options);
  app.register(orders);
  return app;
}
