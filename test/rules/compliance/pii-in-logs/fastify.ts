// file: src/server.ts
// packages: fastify@5.2.0
import Fastify from 'fastify';

const app = Fastify({ logger: true });

app.post('/subscribe', async (request, reply) => {
  const { email } = request.body as { email: string };
  request.log.info({ email }, 'subscribe'); // expect: pii-in-logs(warning low)
  request.log.info(`subscribe ${email}`); // expect: pii-in-logs(warning high)
  request.log.info('subscribe', email); // ok: pii-in-logs
  app.log.warn({ body: request.body }, 'odd'); // expect: pii-in-logs(warning low)
  return reply.send({ ok: true });
});
