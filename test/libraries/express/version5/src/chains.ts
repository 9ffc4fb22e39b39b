import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { verifyToken } from './verifyToken';

function trace(_req: Request, res: Response, next: NextFunction) {
  res.setHeader('x-trace', '1');
  next();
}

export const everywhere = [helmet(), trace];
export const signedIn = [trace, verifyToken];
