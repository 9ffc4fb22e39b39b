import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export function requireAuth(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).json({ error: 'Unauthorized' });
  try {
    req.user = jwt.verify(token, process.env.JWT_SECRET!);
    next();
  } catch {
    return res.status(401).json({ error: 'Unauthorized' });
  }
}

export const requireRole = (role: string) => (req: Request, res: Response, next: NextFunction) => {
  if (req.user?.role !== role) return res.status(403).json({ error: 'Forbidden' });
  next();
};

export const optionalAuth = (req: Request, res: Response, next: NextFunction) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!);
  } catch {
    req.user = undefined;
  }
  next();
};

export function presenceOnly(req: Request, res: Response, next: NextFunction) {
  if (!req.headers.authorization?.startsWith('Bearer ')) return res.sendStatus(401);
  next();
}
