import type { NextFunction, Request, Response } from 'express';
import { verifyToken } from '../tokens';

export const requireUser = async (req: Request, res: Response, next: NextFunction) => {
  const user = await verifyToken(req.headers.authorization);
  if (!user) return res.status(401).json({ error: 'Unauthorized' });
  next();
};
