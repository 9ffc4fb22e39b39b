import type { FastifyPluginAsync } from 'fastify';
import { sessionHook } from './session';
import { prisma } from '../db';

// The hook stands behind the route and covers it all the same.
const orders: FastifyPluginAsync = async (fastify) => {
  fastify.get('/', async () => prisma.order.findMany());
  fastify.get('/:id', async (request) => prisma.order.findUnique({ where: { id: request.params.id } }));
  fastify.addHook('preHandler', sessionHook);
};

export default orders;
