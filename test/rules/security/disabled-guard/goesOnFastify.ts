// packages: fastify@5.1.0, pg@8.13.0
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool();

const app = Fastify();

// An answer ends the chain of hooks: nothing behind it is run.
app.addHook('preHandler', (request, reply, done) => {
  if (!request.session.userId) reply.code(401).send({ error: 'Sign in first' });
  done();
});

app.delete('/orders/:id', async (request) => { // ok: disabled-guard
  await pool.query('DELETE FROM orders WHERE id = $1', [request.params.id]);
  return {};
});
