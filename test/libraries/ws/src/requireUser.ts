import type { NextFunction, Request } from 'express';
import jwt from 'jsonwebtoken';

export function requireUser(request: Request, _socket: unknown, next: NextFunction) {
  try {
    jwt.verify(request.headers.authorization ?? '', process.env.JWT_SECRET!);
    next();
  } catch (error) {
    next(error);
  }
}
