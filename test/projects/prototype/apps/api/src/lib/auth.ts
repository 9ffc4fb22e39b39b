import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export interface SessionUser {
  id: string;
  email: string;
  role: string;
}

declare global {
  namespace Express {
    interface Request {
      user?: SessionUser;
    }
  }
}

const JWT_SECRET = process.env.JWT_SECRET || 'kiln-and-clay-secret';

export function signToken(user: SessionUser) {
  return jwt.sign({ id: user.id, email: user.email, role: user.role }, JWT_SECRET);
}

export function requireAuth(req: Request, res: Response, next: NextFunction) {
  const header = req.headers.authorization;
  if (!header?.startsWith('Bearer ')) {
    return res.status(401).json({ error: 'Please log in' });
  }
  try {
    req.user = jwt.verify(header.slice(7), JWT_SECRET) as SessionUser;
    next();
  } catch {
    res.status(401).json({ error: 'Please log in' });
  }
}

export function requireAdmin(req: Request, res: Response, next: NextFunction) {
  if (req.user?.role !== 'admin') {
    return res.status(403).json({ error: 'Admins only' });
  }
  next();
}
