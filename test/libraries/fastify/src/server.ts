// packages: fastify@5.2.0, fastify-plugin@5.0.1, @fastify/jwt@9.0.1, @prisma/client@6.1.0
import Fastify from 'fastify';
import authPlugin from './plugins/auth';
import { sessionHook } from './plugins/session';
import orders from './plugins/orders';
import { publicRoutes } from './plugins/publicRoutes';
import { prisma } from './db';

const app = Fastify({ logger: true });

// It decorates with `authenticate` and, being shared, nothing else.
app.register(authPlugin);

// Encapsulation: what is added inside does not leak out.
app.register(async (instance) => {
  instance.get('/inside/before', async () => prisma.order.findMany());
  instance.addHook('onRequest', sessionHook);
  instance.get('/inside/after', async () => prisma.order.findMany());
  instance.register(async (child) => {
    child.get('/grandchild', async () => prisma.order.findMany());
  }, { prefix: '/deep' });
}, { prefix: '/closed' });

app.get('/outside', async () => prisma.order.findMany());
app.get('/options', { onRequest: [app.authenticate] }, async () => prisma.order.findMany());
app.post('/pre', { preHandler: [sessionHook, async (request, reply) => {}] }, async (request) => prisma.order.create({ data: request.body }));
app.get('/single', { preHandler: app.authenticate }, async () => prisma.order.findMany());
app.get('/response-hook', { onSend: async () => {} }, async () => prisma.order.findMany());

app.route({
  method: ['PUT', 'PATCH'],
  url: '/route/:id',
  schema: { body: { type: 'object' } },
  preValidation: sessionHook,
  handler: async (request) => prisma.order.update({ where: { id: request.params.id }, data: request.body }),
});
app.route({
  method: 'DELETE',
  url: '/route/:id',
  async handler(request) {
    return prisma.order.delete({ where: { id: request.params.id } });
  },
});

app.register(orders, { prefix: '/orders' });
app.register(publicRoutes, { prefix: '/catalog' });
app.register(import('./plugins/lazy'), { prefix: '/lazy' });

await app.listen({ port: 3000 });
