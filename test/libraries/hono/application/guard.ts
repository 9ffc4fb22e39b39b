import { createMiddleware } from 'hono/factory';
import { verify } from 'hono/jwt';

export const requireUser = createMiddleware(async (c, next) => {
  const token = c.req.header('Authorization')?.slice('Bearer '.length);
  if (!token) return c.json({ error: 'Unauthorized' }, 401);
  try {
    c.set('user', await verify(token, c.env.JWT_SECRET));
  } catch {
    return c.json({ error: 'Unauthorized' }, 401);
  }
  await next();
});
