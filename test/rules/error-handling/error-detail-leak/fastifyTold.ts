// packages: fastify@5.2.0, @prisma/client@6.0.0
import Fastify from 'fastify';

const app = Fastify();

// What the handler itself sends, Fastify sends.
app.setErrorHandler((error, request, reply) => {
  request.log.error(error);
  return reply.code(500).send(error); // expect: error-detail-leak
});
