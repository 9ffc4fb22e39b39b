import { Hono } from 'hono';
import { logger } from 'hono/logger';

/** What all applications have: what is added to one of them is not added to the others. */
export function makeApp() {
  const app = new Hono();
  app.use(logger());
  app.onError((error, c) => c.json({ message: error.name }, 500));
  return app;
}
