import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { env } from '../env.js';
import { AppError } from './errors.js';

const sessionUser = z.object({ sub: z.uuid(), email: z.email(), role: z.enum(['customer', 'admin']) });

export interface SessionUser {
  id: string;
  email: string;
  role: 'customer' | 'admin';
}

declare global {
  namespace Express {
    interface Request {
      user?: SessionUser;
    }
  }
}

const claims = { issuer: 'kiln-and-clay', audience: 'kiln-and-clay-api' };

export function signToken(user: SessionUser): string {
  return jwt.sign({ email: user.email, role: user.role }, env.JWT_SECRET, {
    ...claims,
    subject: user.id,
    algorithm: 'HS256',
    expiresIn: '15m',
  });
}

export function requireAuth(req: Request, _res: Response, next: NextFunction): void {
  const header = req.headers.authorization;
  if (!header?.startsWith('Bearer ')) {
    next(new AppError(401, 'Please log in'));
    return;
  }
  try {
    const token = jwt.verify(header.slice(7), env.JWT_SECRET, { ...claims, algorithms: ['HS256'] });
    const { sub, email, role } = sessionUser.parse(token);
    req.user = { id: sub, email, role };
  } catch (err) {
    req.log.info({ err }, 'token refused');
    next(new AppError(401, 'Please log in'));
    return;
  }
  next();
}

export function requireAdmin(req: Request, res: Response, next: NextFunction): void {
  if (req.user?.role !== 'admin') {
    req.log.warn({ userId: req.user?.id }, 'admin access refused');
    res.status(403).json({ error: 'Admins only' });
    return;
  }
  next();
}

/** The caller of a route behind `requireAuth`. Throws a 401 when there is none. */
export function currentUser(req: Request): SessionUser {
  if (!req.user) throw new AppError(401, 'Please log in');
  return req.user;
}
