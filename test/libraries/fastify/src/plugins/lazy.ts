import fp from 'fastify-plugin';
import type { FastifyInstance } from 'fastify';
import { prisma } from '../db';

export default async function lazy(fastify: FastifyInstance) {
  fastify.post('/jobs', async (request) => prisma.job.create({ data: request.body }));
}
