import Fastify from 'fastify';
import { Pool } from 'pg';

const pool = new Pool();
const app = Fastify({ logger: false });

app.get('/orders', async (request) => {
  try {
    return await pool.query('select * from orders limit 20');
  } catch (error) { // expect: swallowed-error
//  ^^^^^^^^^^^^^^ logger of a server that was made without one
    request.log.error(error);
    return [];
  }
});

app.get('/orders/open', async (request) => {
  try {
    return await pool.query('select * from orders where open limit 20');
  } catch (error) { // ok: swallowed-error
    console.error(error);
    return [];
  }
});
