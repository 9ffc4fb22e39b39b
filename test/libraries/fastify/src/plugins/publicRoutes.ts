import type { FastifyInstance, FastifyPluginOptions } from 'fastify';
import { prisma } from '../db';

export async function publicRoutes(fastify: FastifyInstance, options: FastifyPluginOptions) {
  fastify.addHook('onResponse', async (request, reply) => {});
  fastify.get('/items', async () => prisma.item.findMany());
}
