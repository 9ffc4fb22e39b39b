// packages: hono@4.13.19, @prisma/client@6.1.0
import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
import { makeApp } from './makeApp';
import { createOrders } from './orders';
import { usersRoute } from './users';

export const app = makeApp();

const routes = app
  .get('/health', (c) => c.json({ up: true }))
  .route('/early', createOrders())
  .use('/users/*', jwt({ secret: process.env.JWT_SECRET! }))
  .route('/users', usersRoute)
  // Another application than the one above, with the same routes.
  .route('/inline', new Hono().delete('/all', async (c) => c.json(await wipe(c.req.query('sure')))));

async function wipe(sure: string | undefined) {
  return { sure };
}

export type AppType = typeof routes;
export default app;
