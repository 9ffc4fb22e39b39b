// packages: hono@4.6.0, express@4.21.0, jsonwebtoken@9.0.2, @prisma/client@6.1.0
import type { Context, Next } from 'hono';
import jwt from 'jsonwebtoken';
import { Tokens } from './helpers';

export class Guard {
  /** Whoever writes a token is who it says. */
  static async bearer(c: Context, next: Next) {
    const header = c.req.header('Authorization');
    if (!header || !header.startsWith('Bearer ')) return c.json({ error: 'no token' }, 401);
    try {
      const payload = Tokens.payloadOf(header.split(' ')[1]!);
      c.set('user', payload);
    } catch {
      return c.json({ error: 'no token' }, 401);
    }
    await next();
  }

  static async verified(c: Context, next: Next) {
    const header = c.req.header('Authorization');
    if (!header || !header.startsWith('Bearer ')) return c.json({ error: 'no token' }, 401);
    try {
      jwt.verify(header.split(' ')[1]!, process.env.JWT_SECRET!);
      c.set('user', Tokens.payloadOf(header.split(' ')[1]!));
    } catch {
      return c.json({ error: 'no token' }, 401);
    }
    await next();
  }
}
