import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';

const pool = new Pool();

export async function orders(app: FastifyInstance) {
  app.get('/orders', async (request, reply) => {
    try {
      return await pool.query('select * from orders limit 20');
    } catch (error) { // ok: error-not-logged
      request.log.error(error);
      return reply.code(500).send({ error: 'Internal server error' });
    }
  });

  app.get('/orders/open', async (request, reply) => {
    try {
      return await pool.query('select * from orders where open limit 20');
    } catch (error) { // ok: error-not-logged
      request.log.error(error);
      console.error(error);
      return reply.code(500).send({ error: 'Internal server error' });
    }
  });

  app.get('/orders/closed', async (request, reply) => {
    try {
      return await pool.query('select * from orders where closed limit 20');
    } catch (error) { // expect: error-not-logged
      return reply.code(500).send({ error: 'Internal server error' });
    }
  });
}
