import type { FastifyReply, FastifyRequest } from 'fastify';

export async function sessionHook(request: FastifyRequest, reply: FastifyReply) {
  try {
    await request.jwtVerify();
  } catch {
    return reply.code(401).send({ error: 'Unauthorized' });
  }
}
